import { parentPort } from 'node:worker_threads'
import { ok } from '../../core/result.ts'
import { nodeDisk } from '../services/disk/disk.ts'
import { nodeEnvironment } from '../services/environment.ts'
import type { FromWorker, IntakeDocument, ReadWish, ToWorker } from '../services/interchange/intake/messages.ts'
import { readIntake, recogniseFiles } from '../services/interchange/intake/read-intake.ts'

/** Handed over at once: main takes them in while it goes on answering. */
const AT_ONCE = 100

/** As they were read the last time, until main takes them. */
let documents: readonly IntakeDocument[] = []

function say(message: FromWorker): void {
  parentPort?.postMessage(message)
}

parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'documents') return say({ kind: 'documents', documents: documents.slice(message.from, message.from + AT_ONCE), total: documents.length })
  if (message.kind === 'recognise') return void recogniseFiles(nodeDisk, message.paths).then((outcome) => say({ kind: 'recognised', outcome }))
  void read(message.wish)
})

async function read(wish: ReadWish): Promise<void> {
  documents = []
  const intake = await readIntake(nodeDisk, nodeEnvironment, wish, (done, total) => say({ kind: 'progress', done, total }))
  if (!intake.ok) return say({ kind: 'read', outcome: intake })
  documents = intake.value.documents
  say({ kind: 'read', outcome: ok(intake.value.summary) })
}
