import { parentPort } from 'node:worker_threads'
import type { CodedArticle } from '../../core/agreement/project/coded.ts'
import { evidenceOf } from '../../core/agreement/project/evidence.ts'
import { ok } from '../../core/result.ts'
import { computeProjectAgreement } from '../services/agreement/compute-project.ts'
import type { FromWorker, ToWorker } from '../services/agreement/messages.ts'
import { nodeDisk } from '../services/disk/disk.ts'
import { nodeEnvironment } from '../services/environment.ts'

/** As they were compared the last time, for the spans behind a number. */
let compared: readonly CodedArticle[] | null = null

function say(message: FromWorker): void {
  parentPort?.postMessage(message)
}

parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'evidence') return say({ kind: 'evidence', answer: compared && evidenceOf(compared, message.request) })
  void compute(message)
})

async function compute({ folder, request, articles, visible }: Extract<ToWorker, { kind: 'compute' }>): Promise<void> {
  compared = null
  const computed = await computeProjectAgreement({
    disk: nodeDisk,
    environment: nodeEnvironment,
    folder,
    request,
    articles,
    visible: visible && new Set(visible),
    onProgress: (done, total) => say({ kind: 'progress', done, total }),
  })
  if (!computed.ok) return say({ kind: 'computed', outcome: computed })
  const { report, problems, acceptance, files } = computed.value
  compared = computed.value.articles
  say({ kind: 'computed', outcome: ok({ report, problems, acceptance, files }) })
}
