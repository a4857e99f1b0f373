import type { Adapter, SourceFile } from '../adapter.ts'
import { groupByText } from '../per-person.ts'
import { headOf } from '../source-text.ts'
import { build } from './build.ts'
import { parseConllu } from './parse.ts'
import { readConllu } from './syntax.ts'
import { serializeConllu } from './write.ts'

/** CoNLL-U of Universal Dependencies; spans stand in MISC as `NE=B-PER`. */
export const conllu: Adapter = {
  name: 'conllu',
  title: 'CoNLL-U',
  detect,
  group: (mine) => groupByText(mine, keyOf),
  parse: parseConllu,
  serialize: serializeConllu,
}

function detect(file: SourceFile): number {
  const named = /\.conllu$/i.test(file.path)
  const lines = headOf(file, 16 * 1024).split(/\r?\n/)
  const row = lines.find((line) => line !== '' && !line.startsWith('#')) ?? ''
  if (/^1(-\d+)?\t/.test(row) && row.split('\t').length === 10) return 3
  return named ? 2 : 0
}

function keyOf(file: SourceFile): string | null {
  const sentences = readConllu(headOf(file, file.bytes.length).split(/\r?\n/))
  return 'why' in sentences ? null : build(sentences).text
}
