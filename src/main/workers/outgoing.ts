import { parentPort } from 'node:worker_threads'
import { nodeDisk } from '../services/disk/disk.ts'
import { nodeEnvironment } from '../services/environment.ts'
import type { FromWorker, ToWorker } from '../services/interchange/outgoing/messages.ts'
import { previewSets, writeSets } from '../services/interchange/outgoing/outgoing-sets.ts'

function say(message: FromWorker): void {
  parentPort?.postMessage(message)
}

const onProgress = (done: number, total: number) => say({ kind: 'progress', done, total })

parentPort?.on('message', (message: ToWorker) => void answer(message))

async function answer(message: ToWorker): Promise<void> {
  const { project, wish } = message
  if (message.kind === 'preview') return say({ kind: 'previewed', outcome: await previewSets(nodeDisk, nodeEnvironment, project, wish, onProgress) })
  say({ kind: 'written', outcome: await writeSets(nodeDisk, nodeEnvironment, project, wish, message.outFolder, onProgress) })
}
