import type { Adapter, SourceFile } from '../adapter.ts'
import { groupByText } from '../per-person.ts'
import { headOf } from '../source-text.ts'
import { parseTsv } from './parse.ts'
import { serializeTsv } from './write.ts'

/** WebAnno TSV 3: what WebAnno and INCEpTION export, one file for each person and document. */
export const webannoTsv: Adapter = {
  name: 'webanno-tsv',
  title: 'WebAnno TSV 3.3',
  detect,
  group: (mine) => groupByText(mine, keyOf),
  parse: parseTsv,
  serialize: serializeTsv,
}

function detect(file: SourceFile): number {
  const head = headOf(file, 4096)
  if (head.startsWith('#FORMAT=WebAnno TSV')) return 3
  // Version 1 and 2, which are refused by name rather than taken for another format.
  if (/^#id=\d+\r?\n#text=/.test(head)) return 3
  return /^ ?#/.test(head) && /^\d+-\d+\t/m.test(head) && /^ ?# ?(text=|webanno|[\w.]+ ?\|)/m.test(head) ? 2 : 0
}

function keyOf(file: SourceFile): string | null {
  const text = headOf(file, file.bytes.length)
  if (!text.startsWith('#FORMAT=WebAnno TSV 3')) return null
  return text.split(/\r?\n/).flatMap((line) => (line.startsWith('#Text=') ? [line] : (/^\d+-\d+\t\d+-\d+\t/.exec(line)?.[0] ?? []))).join('\n')
}
