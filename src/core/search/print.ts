import type { Codebook } from '../model/codebook.ts'
import { keyOf } from './nearest.ts'
import { attributeNamed, isFilterKey, labelNamed } from './filter-names.ts'
import type { Filter, Query, WordsTerm } from './query.ts'

/** A query as text that is read as the same query again. */
export function printQuery(query: Query, codebook: Codebook): string {
  return print(query, codebook, 'top')
}

function print(query: Query, codebook: Codebook, inside: 'top' | 'all' | 'not'): string {
  switch (query.kind) {
    case 'words':
      return printWords(query)
    case 'regex':
      return `/${query.source}/`
    case 'near':
      return `${print(query.first, codebook, 'all')} near/${query.within} ${print(query.second, codebook, 'all')}`
    case 'filter':
      return printFilter(query, codebook)
    case 'not':
      return `-${print(query.of, codebook, 'not')}`
    case 'all': {
      const text = query.of.map((part) => print(part, codebook, 'all')).join(' ')
      return inside === 'not' ? `(${text})` : text
    }
    case 'any': {
      const text = query.of.map((part) => print(part, codebook, 'top')).join(' OR ')
      return inside === 'top' ? text : `(${text})`
    }
  }
}

/** Letters, digits and what stands between them: nothing that the language has another use for. */
const PLAIN = /^[\p{L}\p{M}\p{N}_'’&%+.,-]+$/u

function printWords({ text, prefix }: WordsTerm): string {
  const plain = PLAIN.test(text) && !text.startsWith('-') && text !== 'OR' && text !== 'AND'
  return (plain ? text : quoted(text)) + (prefix ? '*' : '')
}

function printFilter(filter: Filter, codebook: Codebook): string {
  if (filter.on === 'attribute') return `${attributeKey(filter.attribute, codebook)}:${printValue(filter.value)}`
  return `${filter.on}:${printValue(filter.on === 'label' ? labelName(filter.value, codebook) : filter.value)}`
}

/** The name where that leads back to it, else the id. */
export function labelName(id: string, codebook: Codebook): string {
  const name = codebook.labels.find((label) => label.id === id)?.name ?? id
  return labelNamed(codebook, name)?.id === id ? name : id
}

/** The id where it can be written without quotation marks, else the name. */
export function attributeKey(id: string, codebook: Codebook): string {
  const name = codebook.attributes.find((attribute) => attribute.id === id)?.name ?? id
  const options = [id, keyOf(name)].filter((key) => /^\p{L}[\p{L}\p{M}\p{N}_-]*$/u.test(key) && !isFilterKey(key.toLowerCase()))
  return options.find((key) => attributeNamed(codebook, key)?.id === id) ?? quoted(id)
}

export function printValue(value: string): string {
  return /^[^\s()"“”„]+$/u.test(value) ? value : quoted(value)
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"“”„]/g, String.raw`\$&`)}"`
}
