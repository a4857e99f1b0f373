import type { Codebook } from '../model/codebook.ts'
import { ANSWERS, askedAttributes, attributeNamed, FILTER_KEYS, HAS, IS, isFilterKey, STATUSES } from './filter-names.ts'
import { keyOf } from './nearest.ts'
import { attributeKey, labelName, printValue } from './print.ts'

/** What can stand where the caret is; `start` to the caret is replaced by `text`. */
export interface Completion {
  readonly start: number
  readonly text: string
  /** What it means, as the codebook names it; null: it says so itself. */
  readonly name: string | null
}

export interface Known {
  readonly codebook: Codebook
  /** Names that may be known: those of blind colleagues are not hidden, what they did is. */
  readonly annotators: readonly string[]
}

const MOST = 8

/** Keys, then values, of the word that the caret (UTF-16) is behind, but not what is written already. Nothing inside quotation marks or a regular expression. */
export function completionsAt(query: string, caret: number, { codebook, annotators }: Known): Completion[] {
  const before = query.slice(0, caret)
  const found = /(?:^|[\s(])(-?)((?:([\p{L}\p{N}_-]+):)?("?)([^\s()"]*))$/u.exec(before)
  if (!found) return []
  const [, , whole = '', key, quote = '', written = ''] = found
  if (isInsideQuotes(before.slice(0, before.length - whole.length))) return []
  const start = caret - written.length - quote.length
  if (key === undefined) return quote !== '' || !/^\p{L}/u.test(written) ? [] : keysLike(written, caret - written.length, codebook)
  return valuesOf(key, codebook, annotators)
    .filter(({ text, name }) => (isLike(text, written) || (name !== null && isLike(name, written))) && printValue(text) !== `${quote}${written}`)
    .slice(0, MOST)
    .map(({ text, name }) => ({ start, text: `${printValue(text)} `, name }))
}

function keysLike(written: string, start: number, codebook: Codebook): Completion[] {
  const own = FILTER_KEYS.map((key) => ({ key: key as string, name: null as string | null }))
  const attributes = askedAttributes(codebook)
    .filter(({ retired }) => !retired)
    .map(({ id, name }) => ({ key: attributeKey(id, codebook), name }))
  return [...own, ...attributes]
    .filter(({ key, name }) => isLike(key, written) || (name !== null && isLike(name, written)))
    .slice(0, MOST)
    .map(({ key, name }) => ({ start, text: `${key}:`, name }))
}

function valuesOf(key: string, codebook: Codebook, annotators: readonly string[]): { readonly text: string; readonly name: string | null }[] {
  const plain = (values: readonly string[]) => values.map((text) => ({ text, name: null }))
  const lower = key.toLowerCase()
  if (isFilterKey(lower)) {
    switch (lower) {
      case 'label':
        return codebook.labels.filter(({ retired }) => !retired).map(({ id }) => ({ text: labelName(id, codebook), name: null }))
      case 'annotator':
        return plain(annotators)
      case 'status':
        return plain(STATUSES)
      case 'is':
        return plain(IS)
      case 'has':
        return plain(HAS)
      default:
        return []
    }
  }
  const attribute = attributeNamed(codebook, key)
  if (!attribute) return []
  const values = (attribute.values ?? []).filter(({ retired }) => !retired).map(({ id, name }) => ({ text: id, name }))
  return [...values, ...(attribute.type === 'boolean' ? plain(['yes', 'no']) : []), ...plain(ANSWERS)]
}

function isLike(name: string, written: string): boolean {
  const key = keyOf(written)
  return written === '' || (key !== '' && keyOf(name).startsWith(key))
}

function isInsideQuotes(before: string): boolean {
  return (before.replace(/\\["\\]/g, '').match(/"/g)?.length ?? 0) % 2 === 1
}
