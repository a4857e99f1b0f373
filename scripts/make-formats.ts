// Writes the tables of what survives into docs/formats.md: the sample project goes out and comes back. With --check, fails if they are not up to date.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sampleProject } from './formats/sample.ts'
import { BOTH_WAYS, KINDS, spansKept, survivalIn, through, type Survival } from './formats/survival.ts'

const file = join(import.meta.dirname, '../docs/formats.md')
const START = '<!-- made by npm run formats: from here -->'
const END = '<!-- to here -->'
/** Every pair of formats: few articles are enough, one of each kind of script among them. */
const ARTICLES_OF_PAIRS = 3

export function survivalTables(): string {
  const whole = sampleProject()
  const part = sampleProject(ARTICLES_OF_PAIRS)
  const rows = BOTH_WAYS.map((adapter) => {
    const survival = survivalIn(adapter, whole)
    return [adapter.name, ...KINDS.map((kind) => inWords(survival[kind]))]
  })
  const firsts = BOTH_WAYS.map((adapter) => ({ adapter, after: through(adapter, part) }))
  const pairs = firsts.map(({ adapter, after }) => [adapter.name, ...BOTH_WAYS.map((second) => percent(spansKept(part, through(second, after))))])
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

export function withTables(page: string): string {
  const [from, to] = [page.indexOf(START), page.indexOf(END)]
  const before = from === -1 ? `${page.trimEnd()}\n\n` : page.slice(0, from)
  return `${before}${survivalTables()}${to === -1 ? '\n' : page.slice(to + END.length)}`
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
