import { chromium, type Browser } from 'playwright'
import { findChromium } from '../../scripts/lib/runtime.mjs'
import { buildPages } from './build.ts'
import { sizes } from './corpus.ts'
import { designs, type DesignEntry } from './designs.ts'
import { describeMachine, ownVersion, versionOf } from './machine.ts'
import { ratiosOf, targets, type RatioKey, type Row } from './ratios.ts'
import { takeSample, TooSlow, type Effort, type Sample } from './sample.ts'
import { startServer } from './server.ts'
import { median, rounded } from './stats.ts'
import { number, table } from './table.ts'

export interface Options {
  readonly json: boolean
  readonly quick: boolean
  readonly sizes: readonly string[] | null
  readonly designs: readonly string[] | null
  readonly rounds: number
}

interface Case {
  readonly design: DesignEntry
  readonly size: string
  readonly samples: Sample[]
  note: string
}

const order = Object.keys(sizes)
const say = (text: string): boolean => process.stderr.write(`${text}\n`)

function casesOf({ quick, sizes: only, designs: named }: Options): Case[] {
  const unknown = [...(only ?? []).filter((size) => !sizes[size]), ...(named ?? []).filter((id) => !designs.some((design) => design.id === id))]
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}. Sizes: ${order.join(', ')}. Designs: ${designs.map(({ id }) => id).join(', ')}.`)
  return designs.flatMap((design) => {
    if (named && !named.includes(design.id)) return []
    if (design.skipped !== '') return [{ design, size: '1mb', samples: [], note: `not run: ${design.skipped}` }]
    return order
      .filter((size) => !only || only.includes(size))
      .map((size) => {
        if (order.indexOf(size) > order.indexOf(design.upTo)) return { design, size, samples: [], note: 'not run: takes minutes at this size' }
        const isLeftOut = quick && design.slow && size !== '1mb'
        return { design, size, samples: [], note: isLeftOut ? 'not run: --quick' : '' }
      })
  })
}

/** Every case once a round, so that what the machine does meanwhile falls on all of them; each round in another order. */
async function measure(browser: Browser, address: string, cases: readonly Case[], options: Options): Promise<void> {
  const effort: Effort = { additions: options.quick ? 5 : 9, scrollFrames: options.quick ? 90 : 240, patience: 60_000 }
  for (let round = 0; round < options.rounds; round += 1) {
    const running = cases.filter(({ note }) => note === '')
    const from = Math.floor((running.length * round) / options.rounds)
    for (const one of [...running.slice(from), ...running.slice(0, from)]) {
      // The slow ones of a quick run are there for one number, which is far from ours.
      if (one.note !== '' || (options.quick && one.design.slow && round > 0)) continue
      try {
        const sample = await takeSample(browser, address, one.design, one.size, effort)
        one.samples.push(sample)
        // A page that was too slow once is not asked again: it would take minutes of everybody's time.
        one.note = sample.note
        say(`round ${round + 1}, ${one.size}, ${one.design.id}: painted ${number(sample.painted)}, add ${number(sample.add)} (cpu ${number(sample.add_cpu)}), scroll p95 ${number(sample.scroll_p95)}, memory ${number(sample.memory_mb)}`)
      } catch (error) {
        one.note = error instanceof TooSlow ? error.message : `failed: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`
        say(`round ${round + 1}, ${one.size}, ${one.design.id}: ${one.note}`)
      }
    }
  }
}

function rowOf({ design, size, samples, note }: Case): Row {
  const middle = (pick: (sample: Sample) => number | null): number | null =>
    rounded(median(samples.map(pick).filter((value) => value !== null)))
  return {
    design: design.id,
    size,
    spans: design.hasSpans ? (sizes[size]?.spans ?? 0) : 0,
    runs: samples.length,
    painted: middle(({ painted }) => painted),
    add: middle(({ add }) => add),
    add_cpu: middle(({ add_cpu }) => add_cpu),
    add_all: middle(({ add_all }) => add_all),
    scroll_p95: middle(({ scroll_p95 }) => scroll_p95),
    memory_mb: middle(({ memory_mb }) => memory_mb),
    note,
  }
}

export async function highlight(options: Options): Promise<void> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('No Chromium was found. Run: node scripts/setup.mjs --for test')
  const cases = casesOf(options)
  const machine = describeMachine()
  say('Building the pages…')
  const pages = await buildPages([...new Set(cases.flatMap(({ design }) => (design.module === '' ? [] : [design.module])))])
  const server = await startServer(pages)
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  const versions: Record<string, string | null> = { concord: ownVersion(), chromium: browser.version() }
  for (const name of ['lexical', '@lexical/mark', '@codemirror/view', '@codemirror/state', '@recogito/text-annotator', 'recogito-3', 'v-annotator', 'react']) {
    versions[name] = versionOf(name)
  }
  try {
    await measure(browser, server.address, cases, options)
  } finally {
    await browser.close()
    server.close()
  }
  const rows = cases.map(rowOf)
  const ratios = ratiosOf(rows)
  if (options.json) return void process.stdout.write(`${JSON.stringify({ versions, machine, rows, ratios }, null, 2)}\n`)
  const names = new Map(designs.map(({ id, name }) => [id, name]))
  const cells = rows.map((row) => [
    names.get(row.design) ?? row.design, row.size, String(row.spans), number(row.painted), number(row.add), number(row.add_cpu), number(row.add_all), number(row.scroll_p95), number(row.memory_mb), String(row.runs), row.note,
  ])
  process.stdout.write(`${table(['design', 'text', 'spans', 'painted ms', 'add ms', 'add cpu ms', 'add, all ms', 'scroll p95 ms', 'memory MB', 'runs', 'note'], cells)}\n\n`)
  const keys = Object.keys(targets) as RatioKey[]
  const verdict = (key: RatioKey): string => {
    const ratio = ratios[key]
    return ratio === null ? 'not measured' : ratio <= targets[key] ? 'yes' : 'no'
  }
  process.stdout.write(`${table(['ratio', 'measured', 'target', 'met'], keys.map((key) => [key, number(ratios[key]), `≤ ${targets[key]}`, verdict(key)]))}\n\n`)
  const said = Object.entries(versions).map(([name, version]) => `${name} ${version ?? 'not installed'}`)
  process.stdout.write(`Versions: ${said.join(', ')}\nMachine: ${machine.cores} × ${machine.cpu}, ${machine.memory_gb} GB, ${machine.system}, load before ${machine.load_before}\n`)
}
