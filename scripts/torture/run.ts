// `npm run torture -- --kills N [--seed N] [--json]`, or `--disk`: kills the real app at random moments while somebody works, and counts what is lost.
import { mkdtemp, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { prepare } from '../../e2e/fixtures/launch-app-setup.ts'
import { makeProject } from '../../e2e/fixtures/make-project.ts'
import { ARTICLES, articleName, articleText } from './annotator.ts'
import { clearBench, killOnce, makeBench, type Bench, type Outcome } from './kill-cycle.ts'
import { tryDisk } from './full-disk.ts'
import { summarise } from './summary.ts'

/** A project is killed so often before another takes its place. */
const KILLS_EACH = 25

const { values } = parseArgs({ options: { kills: { type: 'string', default: '20' }, seed: { type: 'string' }, disk: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } })
if (values.disk) {
  const outcomes = await tryDisk()
  if (outcomes === null) process.stderr.write('Nothing can be mounted here, so no disk can be filled or taken away.\n')
  process.stdout.write(values.json ? `${JSON.stringify(outcomes)}\n` : `${(outcomes ?? []).map(({ cause, gestures, refused_saves, lost, said }) => `${cause}: ${gestures} gestures, ${refused_saves} saves refused, ${lost} lost\n  ${said}`).join('\n')}\n`)
  process.exit(outcomes?.some(({ lost }) => lost > 0) ? 1 : 0)
}
const kills = Number(values.kills)
const seed = Number(values.seed ?? Date.now() % 1_000_000)
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) {
  process.stderr.write('Usage: npm run torture -- --kills N [--seed N] [--json], or --disk [--json]\n')
  process.exit(2)
}

/** mulberry32: the same seed gives the same work and the same moments, as far as the machine's own pace allows. */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

async function newBench(random: () => number): Promise<Bench> {
  const articles = Object.fromEntries(Array.from({ length: ARTICLES }, (_, article) => [articleName(article), articleText(article)]))
  const project = await makeProject({ articles })
  return makeBench(await realpath(await mkdtemp(join(tmpdir(), 'concord-torture-'))), project.folder, random)
}

// Standard output holds the outcome and nothing else.
console.log = (...words: unknown[]) => void process.stderr.write(`${words.map(String).join(' ')}\n`)
prepare()
process.stderr.write(`Seed ${seed}.\n`)
const random = randomFrom(seed)
const outcomes: Outcome[] = []
let bench: Bench | null = null
let stopped = false
// Whoever has seen enough gets the outcome so far.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void (stopped = true))
try {
  for (let kill = 0; kill < kills && !stopped; kill += 1) {
    if (kill % KILLS_EACH === 0) {
      if (bench) await clearBench(bench)
      bench = await newBench(random)
    }
    if (!bench) throw new Error('no project')
    const outcome = await killOnce(bench)
    outcomes.push(outcome)
    const { victim, acknowledged, found, ahead, gone, damaged, recovered, told } = outcome
    const words = [`${kill + 1}/${kills} ${victim}: ${acknowledged} acknowledged, ${found} found, ${ahead} more were there, ${gone} not yet`]
    if (recovered) words.push(told ? 'put back and said so' : 'put back WITHOUT A WORD')
    process.stderr.write(`${[...words, ...damaged].join('; ')}\n`)
  }
} finally {
  if (bench) await clearBench(bench)
}
const summary = summarise(outcomes)
process.stdout.write(values.json ? `${JSON.stringify(summary)}\n` : `${Object.entries(summary).map(([name, value]) => `${name.padEnd(18)} ${value}`).join('\n')}\n`)
process.exit(summary.lost === 0 && summary.damaged === 0 && summary.untold === 0 ? 0 : 1)
