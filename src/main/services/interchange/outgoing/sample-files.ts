import type { FormatFile, SourceFile } from '../../../../core/formats/adapter.ts'
import { readWorkbook } from '../../../../core/formats/xlsx/read.ts'
import { isZip, readZip } from '../../../../core/formats/zip.ts'
import type { SampleFile } from './messages.ts'

const MOST_FILES = 4
const MOST_SIGNS = 3000
const MOST_ROWS = 12

/** The beginnings of the first files, as they will be written; of an archive what is in it. */
export function sampleFiles(files: Iterable<FormatFile>): SampleFile[] {
  const samples: SampleFile[] = []
  for (const file of files) {
    samples.push(...samplesOf(file))
    if (samples.length >= MOST_FILES) break
  }
  return samples.slice(0, MOST_FILES)
}

function samplesOf({ path, content }: FormatFile): SampleFile[] {
  let text = ''
  for (const piece of content) {
    if (typeof piece !== 'string') return archive({ path, bytes: piece })
    text += piece
    if (text.length > MOST_SIGNS) break
  }
  return [sample(path, text)]
}

function archive(file: SourceFile): SampleFile[] {
  if (!isZip(file.bytes)) return [sample(file.path, new TextDecoder().decode(file.bytes.subarray(0, MOST_SIGNS * 4)))]
  const tables = readWorkbook(file)
  if (tables.ok && tables.value.length > 0) {
    return tables.value.map(({ name, columns, rows }) => {
      const lines = [columns, ...rows.slice(0, MOST_ROWS).map(({ cells }) => columns.map((column) => cells.get(column) ?? ''))].map((cells) => cells.map(oneLine).join('\t'))
      return { ...sample(`${file.path}: ${name}`, lines.join('\n')), cut: rows.length > MOST_ROWS }
    })
  }
  const entries = readZip(file)
  if (!entries.ok) return []
  return entries.value.map(({ path, bytes }) => sample(`${file.path}: ${path}`, new TextDecoder().decode(bytes.subarray(0, MOST_SIGNS * 4))))
}

function oneLine(cell: unknown): string {
  return String(cell).replaceAll(/\s+/g, ' ')
}

function sample(name: string, text: string): SampleFile {
  return text.length > MOST_SIGNS ? { name, text: text.slice(0, MOST_SIGNS).replace(/[\ud800-\udbff]$/, ''), cut: true } : { name, text, cut: false }
}
