import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeMachine, ownVersion } from './machine.ts'
import { casesFor, type Case } from './project-cases.ts'
import { makeFolder } from './project-folder.ts'
import { median, rounded } from './stats.ts'
import { number, table } from './table.ts'

export interface Options {
  readonly json: boolean
  readonly quick: boolean
  readonly rounds: number
}

interface Row {
  readonly work: string
  readonly articles: number
  readonly ours_ms: number | null
  readonly against: string
  readonly against_ms: number | null
  readonly ratio: number | null
}

async function timed(work: () => Promise<void>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** Ours and the other in turn, so that what the machine does meanwhile falls on both. */
async function measure(one: Case, articles: number, rounds: number): Promise<Row> {
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await one.before?.()
    ours.push(await timed(one.ours))
    theirs.push(await timed(one.theirs))
  }
  const [a, b] = [median(ours), median(theirs)]
  process.stderr.write(`${articles} articles, ${one.name}: ${number(a)} ms beside ${number(b)} ms\n`)
  return { work: one.name, articles, ours_ms: rounded(a), against: one.against, against_ms: rounded(b), ratio: a === null || b === null ? null : rounded(a / b) }
}

/** Projects on the disk: how long they take, beside the obvious way, and how that grows with their size. */
export async function project({ json, quick, rounds }: Options): Promise<void> {
  const machine = describeMachine()
  const rows: Row[] = []
  for (const articles of quick ? [1_000] : [1_000, 10_000]) {
    const scratch = await mkdtemp(join(tmpdir(), 'concord-bench-'))
    try {
      process.stderr.write(`Making a project of ${articles} articles…\n`)
      const made = await makeFolder(scratch, articles)
      for (const one of await casesFor(made, scratch)) rows.push(await measure(one, articles, rounds))
    } finally {
      await rm(scratch, { recursive: true, force: true })
    }
  }
  const memory_mb = Math.round(process.resourceUsage().maxRSS / 1024)
  const versions = { concord: ownVersion(), node: process.versions.node }
  if (json) return void process.stdout.write(`${JSON.stringify({ versions, machine, rows, memory_mb }, null, 2)}\n`)
  const cells = rows.map((row) => [row.work, row.articles.toLocaleString('en'), number(row.ours_ms), number(row.against_ms), number(row.ratio), row.against])
  process.stdout.write(`${table(['work', 'articles', 'ours ms', 'other ms', 'ratio', 'the other'], cells)}\n\n`)
  process.stdout.write(`Memory at most: ${memory_mb} MB. Concord ${versions.concord}, Node ${versions.node}; ${machine.cores} × ${machine.cpu}, ${machine.memory_gb} GB, ${machine.system}\n`)
}
