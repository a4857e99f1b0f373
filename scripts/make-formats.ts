// Writes the tables of what survives into docs/formats.md: the sample project goes out and comes back. With --check, fails if they are not up to date.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Refused } from '../src/core/formats/adapter.ts'
import { sampleProject } from './formats/sample.ts'
import { BOTH_WAYS, KINDS, spansKept, survivalIn, through, type Survival } from './formats/survival.ts'

const file = join(import.meta.dirname, '../docs/formats.md')
const START = '<!-- made by npm run formats: from here -->'
const END = '<!-- to here -->'
/** Every pair of formats: few articles are enough, one of each kind of script among them. */
const ARTICLES_OF_PAIRS = 3

export interface Pair {
  readonly first: string
  readonly second: string
  readonly spans: Survival
  readonly refused: readonly Refused[]
  /** The pieces of spans whose text is not their quote. */
  readonly misquoted: readonly string[]
}

/** Out of one format into another, each pair of them. */
export function throughPairs(): Pair[] {
  const part = sampleProject(ARTICLES_OF_PAIRS)
  return BOTH_WAYS.flatMap((first) => {
    const once = through(first, part)
    return BOTH_WAYS.map((second) => {
      const { refused, documents } = through(second, once)
      const pieces = documents.flatMap(({ text, sets }) => sets.flatMap(({ annotations }) => annotations.flatMap(({ fragments }) => fragments.map((fragment) => ({ ...fragment, text })))))
      const misquoted = pieces.filter(({ text, start, end, quote }) => text?.slice(start, end) !== quote).map(({ quote }) => quote)
      return { first: first.name, second: second.name, spans: spansKept(part, { scheme: once.scheme, documents }), refused, misquoted }
    })
  })
}

export function survivalTables(through: readonly Pair[] = throughPairs()): string {
  const whole = sampleProject()
  const rows = BOTH_WAYS.map((adapter) => {
    const survival = survivalIn(adapter, whole)
    return [adapter.name, ...KINDS.map((kind) => inWords(survival[kind]))]
  })
  const pairs = BOTH_WAYS.map(({ name }) => [name, ...through.filter(({ first }) => first === name).map(({ spans }) => percent(spans))])
  return [
    START,
    '',
    '## What survives',
    '',
    `The sample project, ${whole.documents.length} articles, written in each format and read again. *In part* means that some of it came back as it was: a value that became text counts`,
    'as an attribute, not as a value. Names count as the same where only case, marks, blanks and signs differ. Most formats have no place for a relation that leads to another document.',
    '',
    table(['format', ...KINDS], rows),
    '',
    'From one format (row) into another (column): how many of the pieces of spans stand at exactly the same words at the end, in percent.',
    '',
    table(['from \\ to', ...BOTH_WAYS.map(({ name }) => name)], pairs),
    '',
    END,
  ].join('\n')
}

export function withTables(page: string, through?: readonly Pair[]): string {
  const [from, to] = [page.indexOf(START), page.indexOf(END)]
  const before = from === -1 ? `${page.trimEnd()}\n\n` : page.slice(0, from)
  return `${before}${survivalTables(through)}${to === -1 ? '\n' : page.slice(to + END.length)}`
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}

function inWords({ kept, of }: Survival): string {
  if (of === 0) return '–'
  return kept === of ? 'all' : kept === 0 ? 'no' : `in part (${Math.floor((kept * 100) / of)} %)`
}

function percent({ kept, of }: Survival): string {
  return of === 0 ? '–' : String(Math.floor((kept * 100) / of))
}

if (process.argv[1] === import.meta.filename) {
  const page = readFileSync(file, 'utf8')
  const next = withTables(page)
  if (process.argv.includes('--check')) {
    if (page !== next) {
      console.error('docs/formats.md is not up to date: run npm run formats')
      process.exit(1)
    }
  } else writeFileSync(file, next)
}
