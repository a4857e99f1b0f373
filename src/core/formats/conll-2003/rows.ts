import { isTag } from '../tags.ts'

/** A line as it stands, or the cells of a token. */
export type Line = string | readonly string[]

export interface Table {
  /** One for each line of the file; what a line sentence holds are several. */
  readonly lines: readonly Line[]
  readonly layout: Layout
}

export interface Layout {
  /** Between cells. */
  readonly separator: string
  /** Column of the word. */
  readonly word: number
  /** How many of the last columns are tags. */
  readonly tags: number
  /** One sentence on each line: `When|WRB|O Sebastian|NNP|B-PERSON`. */
  readonly inLine: boolean
}

export interface Fault {
  readonly line: number
  readonly why: string
}

export function isDocStart(cells: readonly string[]): boolean {
  return cells[0] === '-DOCSTART-'
}

/** Splits the lines of a file into cells, and finds which columns are what. */
export function readTable(lines: readonly string[]): Table | Fault {
  const filled = lines.flatMap((line, index) => (line.trim() === '' ? [] : [{ line, number: index + 1 }]))
  const inLine = filled.length > 0 && filled.every(({ line }) => isSentence(line))
  if (inLine) return { lines: lines.flatMap((line) => (line.trim() === '' ? [line] : [...line.trim().split(' ').filter((token) => token !== '').map(splitToken), ''])).slice(0, -1), layout: { separator: '|', word: 0, tags: 1, inLine } }
  const rows = filled.filter(({ line }) => !line.startsWith('-DOCSTART-'))
  const tabs = rows.filter(({ line }) => line.includes('\t')).length * 2 > rows.length
  const split = (line: string): string[] => (tabs && line.includes('\t') ? line.replace(/[\t ]+$/, '').split('\t') : line.trim().split(/[ \t]+/))
  const cells = new Map(rows.map(({ line, number }) => [number, split(line)]))
  const width = commonest([...cells.values()].map((row) => row.length))
  const isComment = (line: string, row: readonly string[]) => line.startsWith('#') && (row.length !== width || row.at(0) === '#') && !isTag(row.at(-1) ?? '')
  const tokens = [...cells].filter(([number, row]) => !isComment(lines[number - 1] ?? '', row))
  for (const [number, row] of tokens) {
    if (row.length < 2) return { line: number, why: 'a token stands without a tag' }
    if (row.length !== width) return { line: number, why: `it has ${row.length} columns where the others have ${width}` }
    if (row.some((cell) => cell === '')) return { line: number, why: 'a column is empty' }
  }
  const numbered = width > 2 && tokens.length > 0 && tokens.every(([, [first = '']]) => /^\d+$/.test(first)) && tokens[0]?.[1][0] === '1'
  const two = numbered && width > 3 && tokens.every(([, row]) => isTag(row.at(-2) ?? ''))
  const bad = tokens.find(([, row]) => !isTag(row.at(-1) ?? ''))
  if (bad) return { line: bad[0], why: `${JSON.stringify(bad[1].at(-1))} is no tag: they are O or like B-PER` }
  const known = new Map(tokens)
  return {
    lines: lines.map((line, index) => (line.startsWith('-DOCSTART-') ? split(line) : (known.get(index + 1) ?? line))),
    layout: { separator: tabs ? '\t' : ' ', word: numbered ? 1 : 0, tags: two ? 2 : 1, inLine },
  }
}

function isSentence(line: string): boolean {
  const tokens = line.trim().split(' ')
  return tokens.every((token) => token === '' || (/^.+\|.+$/.test(token) && isTag(token.slice(token.lastIndexOf('|') + 1))))
}

function splitToken(token: string): string[] {
  const parts = token.split('|')
  // The word itself may be a stroke.
  return token.startsWith('|') ? ['|', ...parts.slice(2)] : parts
}

function commonest(lengths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
