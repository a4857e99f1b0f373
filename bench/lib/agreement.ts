import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createAgreementService } from '../../src/main/services/agreement/agreement-service.ts'
import { computeProjectAgreement } from '../../src/main/services/agreement/compute-project.ts'
import { nodeDisk } from '../../src/main/services/disk/disk.ts'
import { nodeEnvironment } from '../../src/main/services/environment.ts'
import { makeCodedFolder, type Coded } from './agreement-folder.ts'
import { describeMachine, ownVersion } from './machine.ts'
import { median } from './stats.ts'
import { number, table } from './table.ts'

export interface Options {
  readonly json: boolean
  readonly quick: boolean
  readonly rounds: number
}

interface Row {
  readonly annotators: number
  readonly articles: number
  readonly spans: number
  readonly way: string
  readonly ms: number
  /** The longest that the thread which draws and answers was not free, milliseconds. */
  readonly stuck_ms: number
  readonly memory_mb: number
}

const REQUEST = { seed: 20_310_304 }

/** Agreement of a whole project, files and intervals included: beside the window in a worker, and in the thread itself. */
export async function agreement({ json, quick, rounds }: Options): Promise<void> {
  const machine = describeMachine()
  const rows: Row[] = []
  for (const [annotators, articles, spans] of quick ? [[3, 100, 30] as const] : [[3, 100, 30] as const, [5, 1_000, 30] as const]) {
    const scratch = await mkdtemp(join(tmpdir(), 'concord-bench-'))
    try {
      process.stderr.write(`Making ${annotators} annotators × ${articles} articles × ${spans} spans…\n`)
      const coded = await makeCodedFolder(scratch, articles, annotators, spans)
      for (const [way, run] of [['in a worker', inWorker], ['in the thread', inThread]] as const) {
        const found: { ms: number; stuck: number }[] = []
        for (let round = 0; round < (articles > 500 ? Math.min(rounds, 3) : rounds); round += 1) found.push(await timed(() => run(coded)))
        const ms = median(found.map((one) => one.ms)) ?? 0
        const stuck = median(found.map((one) => one.stuck)) ?? 0
        rows.push({ annotators, articles, spans, way, ms, stuck_ms: stuck, memory_mb: Math.round(process.resourceUsage().maxRSS / 1024) })
        process.stderr.write(`${way}: ${number(ms)} ms\n`)
      }
    } finally {
      await rm(scratch, { recursive: true, force: true })
    }
  }
  const versions = { concord: ownVersion(), node: process.versions.node }
  if (json) return void process.stdout.write(`${JSON.stringify({ versions, machine, rows }, null, 2)}\n`)
  const cells = rows.map((row) => [row.way, String(row.annotators), row.articles.toLocaleString('en'), String(row.spans), number(row.ms), number(row.stuck_ms), String(row.memory_mb)])
  process.stdout.write(`${table(['agreement', 'annotators', 'articles', 'spans', 'ms', 'not free ms', 'MB so far'], cells)}\n\n`)
  process.stdout.write(`Concord ${versions.concord}, Node ${versions.node}; ${machine.cores} × ${machine.cpu}, ${machine.memory_gb} GB, ${machine.system}\n`)
}

async function timed(work: () => Promise<void>): Promise<{ ms: number; stuck: number }> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const from = performance.now()
  await work()
  const ms = performance.now() - from
  // One more turn, so that a block that lasted to the end is seen.
  await new Promise((resolve) => setTimeout(resolve, 20))
  delay.disable()
  return { ms, stuck: delay.max / 1e6 }
}

async function inWorker({ folder, articles }: Coded): Promise<void> {
  const service = createAgreementService(new URL('../../src/main/workers/agreement.ts', import.meta.url))
  const answer = await service.compute({ folder, request: REQUEST, articles, visible: null, onProgress: () => undefined })
  service.close()
  if (!answer.ok) throw new Error(answer.error.message)
}

async function inThread({ folder, articles }: Coded): Promise<void> {
  const answer = await computeProjectAgreement({ disk: nodeDisk, environment: nodeEnvironment, folder, request: REQUEST, articles, visible: null })
  if (!answer.ok) throw new Error(answer.error.message)
}
