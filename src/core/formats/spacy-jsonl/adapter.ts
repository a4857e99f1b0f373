import type { Adapter, SourceFile } from '../adapter.ts'
import { isObject } from '../json-lines.ts'
import { headOf, parseJson } from '../source-text.ts'
import { parseSpacy } from './parse.ts'
import { OPTIONS, serializeSpacy } from './write.ts'

/** JSON Lines of Prodigy (tasks) and spaCy (`doc.to_json()`), and spaCy’s training pairs. */
export const spacyJsonl: Adapter = {
  name: 'spacy-jsonl',
  title: 'spaCy and Prodigy JSON Lines',
  options: OPTIONS,
  detect,
  parse: parseSpacy,
  serialize: serializeSpacy,
}

function detect(file: SourceFile): number {
  const head = headOf(file)
  if (!/^\s*[[{]/.test(head)) return 0
  const whole = head.trimStart().startsWith('[') ? parseJson(head) : undefined
  if (Array.isArray(whole) && isPair(whole)) return 3
  if (Array.isArray(whole)) return whole.length > 0 && whole.every((item) => (Array.isArray(item) && isPair(item)) || (isObject(item) && certainty(item) > 1)) ? 3 : 0
  const lines = head.split('\n').slice(0, 5)
  const one = parseJson(head)
  if (isObject(one)) return certainty(one)
  return Math.max(0, ...lines.map((line) => certainty(parseJson(line)))) || (/^\s*\{"text": ?"/.test(head) && /"(tokens|_input_hash|_task_hash)":/.test(head) ? 3 : 0)
}

function certainty(row: unknown): number {
  if (Array.isArray(row)) return isPair(row) ? 3 : 0
  if (!isObject(row) || typeof row['text'] !== 'string') return 0
  if (['_input_hash', '_task_hash', 'answer', 'tokens', 'ents', '_view_id'].some((key) => key in row)) return 3
  const spans = row['spans']
  if (Array.isArray(spans)) return spans.length === 0 || spans.some((span) => isObject(span) && 'start' in span && 'label' in span) ? 3 : 0
  if (isObject(spans)) return 3
  return Object.keys(row).every((key) => key === 'text' || key === 'meta') ? 1 : 0
}

function isPair(item: readonly unknown[]): boolean {
  return item.length === 2 && typeof item[0] === 'string' && isObject(item[1])
}
