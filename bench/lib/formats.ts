import { ADAPTERS } from '../../src/core/formats/adapters.ts'
import type { Adapter } from '../../src/core/formats/adapter.ts'
import { differencesOf } from '../../src/core/formats/compare-interchange.ts'
import type { InterchangeAnnotation, InterchangeDocument } from '../../src/core/formats/interchange.ts'
import { readBack, toSource } from '../../src/core/formats/round-trip.ts'
import { describeMachine, ownVersion } from './machine.ts'
import { median, rounded } from './stats.ts'
import { number, table } from './table.ts'

export interface Options {
  readonly json: boolean
  readonly quick: boolean
  readonly rounds: number
}

const SPANS = 30

/** Invented articles of about 4,000 characters with 30 annotations each; every second paragraph has an emoji. */
function documents(count: number): InterchangeDocument[] {
  const body = Array.from({ length: 60 }, (_, i) => `Norvia will deliver ${i} ambulances ${i % 2 === 0 ? '🚑 ' : ''}if the port reopens.`).join('\n')
  return Array.from({ length: count }, (_, d) => {
    const text = `Article ${d}\n${body}`
    let at = 0
    const annotations = Array.from({ length: SPANS }, (_unused, i): InterchangeAnnotation => {
      at = text.indexOf('will deliver', at + 1)
      return { id: `${d}-${i}`, label: 'Pledge', fragments: [{ start: at, end: at + 12, quote: 'will deliver' }], attributes: { Certainty: { state: 'decided', value: 'high' } } }
    })
    return { name: `articles/${d}.txt`, text, metadata: {}, sets: [{ annotator: 'Ines', annotations, relations: [] }] }
  })
}

interface Row {
  readonly format: string
  readonly write_ms: number | null
  readonly read_ms: number | null
  readonly compare_ms: number | null
  readonly megabytes: number
}

function measure(adapter: Adapter, given: readonly InterchangeDocument[], rounds: number): Row {
  const times = { write: [] as number[], read: [] as number[], compare: [] as number[] }
  let bytes = 0
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    const written = adapter.serialize?.({ scheme: { labels: [], attributes: [], relations: [] }, documents: given }, {})
    const files = [...(written?.files ?? [])].map(toSource)
    const afterWriting = performance.now()
    times.write.push(afterWriting - start)
    bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
    if (!adapter.parse) continue
    const back = readBack(adapter, files, written?.readBack?.())
    const afterReading = performance.now()
    if (!back.ok) throw new Error(back.error.message)
    differencesOf({ documents: given }, back.value.flatMap((parsed) => parsed.documents))
    times.read.push(afterReading - afterWriting)
    times.compare.push(performance.now() - afterReading)
  }
  process.stderr.write(`${adapter.name}: ${number(median(times.write))} ms out, ${number(median(times.read))} ms in\n`)
  return { format: adapter.name, write_ms: rounded(median(times.write)), read_ms: rounded(median(times.read)), compare_ms: rounded(median(times.compare)), megabytes: rounded(bytes / 1e6) ?? 0 }
}

/** How long each format takes out and in, and for the comparison that lets a receipt say “verified”. */
export function formats({ json, quick, rounds }: Options): void {
  const machine = describeMachine()
  const articles = quick ? 1_000 : 10_000
  const given = documents(articles)
  const rows = ADAPTERS.filter(({ serialize }) => serialize).map((adapter) => measure(adapter, given, quick ? 1 : rounds))
  const memory_mb = Math.round(process.resourceUsage().maxRSS / 1024)
  const versions = { concord: ownVersion(), node: process.versions.node }
  if (json) return void process.stdout.write(`${JSON.stringify({ versions, machine, articles, annotations: articles * SPANS, rows, memory_mb }, null, 2)}\n`)
  const cells = rows.map((row) => [row.format, number(row.write_ms), number(row.read_ms), number(row.compare_ms), number(row.megabytes)])
  process.stdout.write(`${articles.toLocaleString('en')} articles with ${(articles * SPANS).toLocaleString('en')} annotations\n\n${table(['format', 'out ms', 'in ms', 'compare ms', 'MB'], cells)}\n\n`)
  process.stdout.write(`Memory at most: ${memory_mb} MB. Concord ${versions.concord}, Node ${versions.node}; ${machine.cores} × ${machine.cpu}, ${machine.memory_gb} GB, ${machine.system}\n`)
}
