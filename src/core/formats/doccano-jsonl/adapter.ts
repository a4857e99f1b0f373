import { type Adapter, type SourceFile } from '../adapter.ts'
import { isObject, isStrings } from '../json-lines.ts'
import { folderOf, stemOf } from '../paths.ts'
import { headOf, parseJson } from '../source-text.ts'
import { parseDoccano } from './parse.ts'
import { OPTIONS, serializeDoccano } from './write.ts'

/** doccano 1.8 (backend/data_import and backend/data_export), and what older versions wrote. */
export const doccanoJsonl: Adapter = {
  name: 'doccano-jsonl',
  title: 'doccano JSON Lines',
  options: OPTIONS,
  detect,
  group,
  parse: parseDoccano,
  serialize: serializeDoccano,
}

function detect(file: SourceFile): number {
  const rows = headRows(file)
  return Math.max(0, ...rows.slice(0, 5).map(certainty))
}

function certainty(row: unknown): number {
  if (!isObject(row) || !(typeof row['text'] === 'string' || typeof row['data'] === 'string')) return 0
  if (['suffix_key', 'spans', 'tokens', '_input_hash', '_task_hash', 'answer', 'ents', 'annotation_sets'].some((key) => key in row)) return 0
  for (const key of ['label', 'labels', 'entities', 'annotations']) {
    const items = row[key]
    if (!Array.isArray(items)) continue
    if (items.some((item) => (Array.isArray(item) && item.length === 3 && typeof item[2] === 'string') || (isObject(item) && 'start_offset' in item))) return 3
    if (isStrings(items) || items.some((item) => isObject(item) && 'label' in item)) return 2
  }
  return isStrings(row['cats']) ? 2 : 1
}

/** Each file alone, with the list of labels in its folder; files side by side with a text in common are those of several annotators. */
function group(mine: readonly SourceFile[], all: readonly SourceFile[]): SourceFile[][] {
  const groups: { readonly folder: string; readonly files: SourceFile[]; readonly texts: Set<string> }[] = []
  for (const file of mine) {
    const texts = headRows(file).flatMap((row) => (isObject(row) && typeof row['text'] === 'string' && row['text'].length > 10 ? [row['text']] : []))
    const other = groups.find((known) => known.folder === folderOf(file.path) && known.files.every(({ path }) => stemOf(path) !== stemOf(file.path)) && texts.some((text) => known.texts.has(text)))
    if (other) other.files.push(file)
    else groups.push({ folder: folderOf(file.path), files: [file], texts: new Set(texts) })
  }
  return groups.map(({ folder, files }) => [...files, ...all.filter((file) => folderOf(file.path) === folder && file.path.endsWith('labels.json') && isLabels(file))])
}

function isLabels(file: SourceFile): boolean {
  const items = parseJson(headOf(file))
  return Array.isArray(items) && items.some((item) => isObject(item) && typeof item['text'] === 'string' && ('suffix_key' in item || 'background_color' in item))
}

/** The first records, of JSON Lines or of one JSON array that fits into the head. */
function headRows(file: SourceFile): unknown[] {
  const head = headOf(file)
  if (!/^\s*[[{]/.test(head)) return []
  const whole = parseJson(head)
  if (Array.isArray(whole)) return whole
  if (isObject(whole)) return [whole]
  return head
    .split('\n')
    .slice(0, 50)
    .flatMap((line) => (line.trim() === '' ? [] : [parseJson(line)]))
}
