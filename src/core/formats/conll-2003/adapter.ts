import type { Adapter, SourceFile } from '../adapter.ts'
import { groupByText } from '../per-person.ts'
import { headOf } from '../source-text.ts'
import { parseConll } from './parse.ts'
import { readTable } from './rows.ts'
import { build, isToken } from './sentences.ts'
import { OPTIONS, serializeConll } from './write.ts'

/** Columns with a tag in the last: CoNLL-2000, -2002, -2003, GermEval, and what converters make of them. */
export const conll2003: Adapter = {
  name: 'conll-2003',
  title: 'CoNLL-2003',
  options: OPTIONS,
  detect,
  group: (mine) => groupByText(mine, keyOf),
  parse: parseConll,
  serialize: serializeConll,
}

const ENDINGS = /\.(conll|iob|iob2|bio|bilou|conll2003|conll2002|conll03)$/i

function detect(file: SourceFile): number {
  const named = ENDINGS.test(file.path)
  const head = headOf(file, 16 * 1024)
  if (head.includes('\0') || /^\s*[{[<]/.test(head)) return 0
  if (/^-DOCSTART-[ \t]/m.test(head)) return 3
  const lines = head.split(/\r?\n/)
  const table = readTable(lines.length > 1 && head.length > 8000 ? lines.slice(0, -1) : lines)
  if ('why' in table) return named ? 2 : 0
  const tokens = table.lines.filter(isToken)
  if (tokens.length === 0) return 0
  const tagged = tokens.some((row) => /^[BILUES]-/.test(row.at(-1) ?? ''))
  return tagged ? (named ? 3 : 2) : named ? 2 : 0
}

function keyOf(file: SourceFile): string | null {
  const table = readTable(headOf(file, file.bytes.length).split(/\r?\n/))
  return 'why' in table ? null : build(table.lines, table.layout).text
}
