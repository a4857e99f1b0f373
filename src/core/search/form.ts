import { all, either, not, type Filter, type Query, type SideTerm, type Term } from './query.ts'

/** One field of the form for each filter; the attribute has two. */
export interface SearchForm {
  /** All of these, separated by blanks; a star at the end of a word lets it go on. */
  readonly words: string
  readonly phrase: string
  /** At least one of these. */
  readonly some: string
  /** None of these. */
  readonly none: string
  readonly label: string
  readonly attribute: string
  /** Of the attribute. */
  readonly value: string
  readonly annotator: string
  /** ISO dates or parts of them. */
  readonly from: string
  readonly to: string
  readonly status: string
  readonly article: string
  readonly incomplete: boolean
  readonly note: boolean
}

export const EMPTY_FORM: SearchForm = {
  words: '', phrase: '', some: '', none: '', label: '', attribute: '', value: '', annotator: '', from: '', to: '', status: '', article: '', incomplete: false, note: false,
}

/** What a form asks for; null: nothing. */
export function queryOfForm(form: SearchForm): Query | null {
  const filter = (on: Exclude<Filter['on'], 'attribute'>, value: string): Filter[] => (value.trim() === '' ? [] : [{ kind: 'filter', on, value: value.trim() }])
  const some = wordsOf(form.some)
  const [from, to] = [form.from.trim(), form.to.trim()]
  const phrase = form.phrase.replace(/\s+/g, ' ').trim()
  const parts: Query[] = [
    ...wordsOf(form.words),
    ...(phrase === '' ? [] : [{ kind: 'words', text: phrase, prefix: false } as const]),
    ...(some.length === 0 ? [] : [either(some)]),
    ...wordsOf(form.none).map(not),
    ...filter('label', form.label),
    ...(form.attribute === '' ? [] : [{ kind: 'filter', on: 'attribute', attribute: form.attribute, value: form.value.trim() || 'any' } as const]),
    ...filter('annotator', form.annotator),
    ...filter('date', from === '' && to === '' ? '' : from === to ? from : `${from}..${to}`),
    ...filter('status', form.status),
    ...filter('article', form.article),
    ...filter('is', form.incomplete ? 'incomplete' : ''),
    ...filter('has', form.note ? 'note' : ''),
  ]
  return parts.length === 0 ? null : all(parts)
}

function wordsOf(field: string): Term[] {
  return field.split(/\s+/).filter((word) => word !== '' && word !== '*').map((word) => {
    const prefix = word.length > 1 && word.endsWith('*')
    return { kind: 'words', text: prefix ? word.slice(0, -1) : word, prefix }
  })
}

/** The form that says the same; null: no form of these fields does. */
export function formOfQuery(query: Query | null): SearchForm | null {
  if (!query) return EMPTY_FORM
  let form = EMPTY_FORM
  for (const part of query.kind === 'all' ? query.of : [query]) {
    const more = fieldsOf(part, form)
    if (!more) return null
    form = { ...form, ...more }
  }
  return form
}

function fieldsOf(part: Query, form: SearchForm): Partial<SearchForm> | null {
  switch (part.kind) {
    case 'words':
      if (!/\s/.test(part.text) && !part.text.endsWith('*')) return { words: added(form.words, written(part)) }
      return form.phrase === '' && !part.prefix ? { phrase: part.text } : null
    case 'any': {
      if (form.some !== '' || !part.of.every(isOneWord)) return null
      return { some: part.of.map(written).join(' ') }
    }
    case 'not':
      return isOneWord(part.of) ? { none: added(form.none, written(part.of)) } : null
    case 'filter':
      return filterField(part, form)
    default:
      return null
  }
}

function filterField(filter: Filter, form: SearchForm): Partial<SearchForm> | null {
  switch (filter.on) {
    case 'attribute':
      return form.attribute === '' ? { attribute: filter.attribute, value: filter.value === 'any' ? '' : filter.value } : null
    case 'label':
    case 'annotator':
    case 'status':
    case 'article':
      return form[filter.on] === '' ? { [filter.on]: filter.value } : null
    case 'date': {
      const [from = '', to = from] = filter.value.split('..')
      return form.from === '' && form.to === '' && !/[<>]/.test(filter.value) ? { from, to } : null
    }
    case 'is':
      return filter.value === 'incomplete' ? { incomplete: true } : null
    case 'has':
      return { note: true }
    case 'outlet':
      return null
  }
}

function isOneWord(query: Query): query is Extract<SideTerm, { kind: 'words' }> {
  return query.kind === 'words' && !/\s/.test(query.text) && !query.text.endsWith('*')
}

function written({ text, prefix }: Extract<SideTerm, { kind: 'words' }>): string {
  return text + (prefix ? '*' : '')
}

function added(field: string, word: string): string {
  return field === '' ? word : `${field} ${word}`
}
