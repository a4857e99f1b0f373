/** Words as they are looked for: a word, or several in this order. `prefix`: the last one may go on. */
export interface WordsTerm {
  readonly kind: 'words'
  readonly text: string
  readonly prefix: boolean
}

/** A regular expression of JavaScript, with `i` and `u`. */
export interface RegexTerm {
  readonly kind: 'regex'
  readonly source: string
}

export type SideTerm = WordsTerm | RegexTerm

/** Both sides, in either order, at most so many words apart: 1 is side by side. */
export interface NearTerm {
  readonly kind: 'near'
  readonly first: SideTerm
  readonly second: SideTerm
  readonly within: number
}

export type Term = SideTerm | NearTerm

export const articleFilters = ['date', 'status', 'article', 'outlet'] as const
export const annotationFilters = ['label', 'attribute', 'annotator', 'is', 'has'] as const
export type FilterName = (typeof articleFilters)[number] | (typeof annotationFilters)[number]

/** `label`: an id. `attribute`: the id of the attribute, and what its value must be. The others: as written. */
export type Filter =
  | { readonly kind: 'filter'; readonly on: 'attribute'; readonly attribute: string; readonly value: string }
  | { readonly kind: 'filter'; readonly on: Exclude<FilterName, 'attribute'>; readonly value: string }

/** What is looked for. Made by `all`, `either` and `not`, so that no group is in a group of the same kind. */
export type Query =
  | Term
  | Filter
  | { readonly kind: 'all' | 'any'; readonly of: readonly Query[] }
  | { readonly kind: 'not'; readonly of: Query }

export function all(of: readonly Query[]): Query {
  return group('all', of)
}

export function either(of: readonly Query[]): Query {
  return group('any', of)
}

export function not(of: Query): Query {
  return of.kind === 'not' ? of.of : { kind: 'not', of }
}

function group(kind: 'all' | 'any', of: readonly Query[]): Query {
  const flat = of.flatMap((part) => (part.kind === kind ? part.of : [part]))
  const [only] = flat
  return flat.length === 1 && only ? only : { kind, of: flat }
}

/** Whether it asks something of annotations: then annotations are found, else places in the text. */
export function isAboutAnnotations(query: Query): boolean {
  switch (query.kind) {
    case 'all':
    case 'any':
      return query.of.some(isAboutAnnotations)
    case 'not':
      return isAboutAnnotations(query.of)
    case 'filter':
      return annotationFilters.some((name) => name === query.on)
    default:
      return false
  }
}
