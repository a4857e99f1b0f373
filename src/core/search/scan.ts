import { isComplete } from '../codebook/form.ts'
import { labelById, resolveId, storedValue } from '../codebook/lookup.ts'
import type { AnnotationSet, Annotator } from '../model/annotation-set.ts'
import { hullEnd, hullStart, type Annotation } from '../model/annotation.ts'
import type { Codebook } from '../model/codebook.ts'
import type { ArticleRow } from '../model/project.ts'
import type { Range } from '../text/ranges.ts'
import { skipBlank } from '../text/trim.ts'
import { tidySelection } from '../text/trim.ts'
import { isWithin, readDates } from './dates.ts'
import { outermost, termFinder } from './find-term.ts'
import { foldForSearch } from './fold.ts'
import { isAboutAnnotations, type Filter, type Query } from './query.ts'
import { patternOf, readTest } from './value-test.ts'

/** What a query can ask of an article beside its text; as the list of articles says it. */
export type SearchedArticle = Pick<ArticleRow, 'id' | 'path' | 'title' | 'date' | 'outlet' | 'progress'> & { readonly review: string | null }

/** One place that a query finds: in the text, or an annotation (from the first to the last of its words). UTF-16. */
export interface Hit {
  readonly start: number
  readonly end: number
  /** Null: words of the text. */
  readonly annotation: { readonly id: string; readonly label: string; readonly annotator: Annotator } | null
}

interface Unit {
  readonly article: SearchedArticle
  readonly text: string
  readonly of: { readonly annotation: Annotation; readonly set: AnnotationSet } | null
}

/** The places that speak for it (none for a filter); null: it does not hold. */
type Check = (unit: Unit) => readonly Range[] | null

/** What a query means: everything else only saves looking. */
export interface Scanner {
  readonly aboutAnnotations: boolean
  /** By what is known without the text; false: no hit can be there. */
  readonly mayHold: (article: SearchedArticle) => boolean
  /** `sets`: those that may be seen. Asked for only where annotations are meant. */
  readonly scan: (article: SearchedArticle, text: string, sets: readonly AnnotationSet[]) => Hit[]
}

export function scannerOf(query: Query, codebook: Codebook): Scanner {
  const check = checkOf(query, codebook)
  const aboutAnnotations = isAboutAnnotations(query)
  const needed = (query.kind === 'all' ? query.of : [query]).filter(isOfArticle).map((part) => checkOf(part, codebook))
  return {
    aboutAnnotations,
    mayHold: (article) => needed.every((part) => part({ article, text: '', of: null }) !== null),
    scan: (article, text, sets) => (aboutAnnotations ? inSets(check, article, sets) : inText(check, article, text)),
  }
}

function isOfArticle(query: Query): boolean {
  if (query.kind === 'filter') return ['date', 'status', 'article', 'outlet'].includes(query.on)
  if (query.kind === 'not') return isOfArticle(query.of)
  return (query.kind === 'all' || query.kind === 'any') && query.of.every(isOfArticle)
}

function inText(check: Check, article: SearchedArticle, text: string): Hit[] {
  const found = check({ article, text, of: null })
  if (!found) return []
  const places = found.length === 0 ? firstLine(text) : outermost(found)
  return places.map(({ start, end }) => ({ start, end, annotation: null }))
}

/** What stands for an article in which no words were looked for. */
function firstLine(text: string): Range[] {
  const start = skipBlank(text, 0, text.length)
  const feed = text.indexOf('\n', start)
  const line = tidySelection(text, { start, end: Math.min(feed === -1 ? text.length : feed, start + 120) })
  return line ? [line] : []
}

function inSets(check: Check, article: SearchedArticle, sets: readonly AnnotationSet[]): Hit[] {
  return sets.flatMap((set) =>
    set.annotations
      // No words of one piece and the next stand side by side.
      .filter((annotation) => check({ article, text: annotation.fragments.map(({ quote }) => quote).join('\n\n'), of: { annotation, set } }) !== null)
      .map((annotation) => ({ start: hullStart(annotation), end: hullEnd(annotation), annotation: { id: annotation.id, label: annotation.label, annotator: set.annotator } })),
  )
}

function checkOf(query: Query, codebook: Codebook): Check {
  switch (query.kind) {
    case 'all': {
      // What costs nothing first.
      const parts = query.of.toSorted((a, b) => costOf(a) - costOf(b)).map((part) => checkOf(part, codebook))
      return (unit) => {
        const found: Range[] = []
        for (const part of parts) {
          const here = part(unit)
          if (!here) return null
          found.push(...here)
        }
        return found
      }
    }
    case 'any': {
      const parts = query.of.map((part) => checkOf(part, codebook))
      return (unit) => {
        const found = parts.map((part) => part(unit)).filter((here) => here !== null)
        return found.length === 0 ? null : found.flat()
      }
    }
    case 'not': {
      const part = checkOf(query.of, codebook)
      return (unit) => (part(unit) ? null : [])
    }
    case 'filter': {
      const holds = filterOf(query, codebook)
      return (unit) => (holds(unit) ? [] : null)
    }
    default: {
      const find = termFinder(query)
      return ({ text }) => {
        const found = find(text)
        return found.length > 0 ? found : null
      }
    }
  }
}

function costOf(query: Query): number {
  if (query.kind === 'filter') return 0
  if (query.kind === 'words') return 1
  return query.kind === 'not' ? costOf(query.of) : 2
}

function filterOf(filter: Filter, codebook: Codebook): (unit: Unit) => boolean {
  switch (filter.on) {
    case 'date': {
      const dates = readDates(filter.value)
      return ({ article }) => dates !== null && article.date !== null && isWithin(dates, article.date)
    }
    case 'status': {
      const wanted = filter.value.replaceAll('-', '_')
      return ({ article }) => article.progress === wanted || article.review === wanted || (wanted === 'open' && (article.progress === 'not_started' || article.progress === 'in_progress'))
    }
    case 'article': {
      const pattern = patternOf(filter.value)
      return ({ article }) => pattern.test(foldForSearch(article.path)) || pattern.test(foldForSearch(article.title))
    }
    case 'outlet': {
      const pattern = patternOf(filter.value)
      return ({ article }) => article.outlet !== null && pattern.test(foldForSearch(article.outlet))
    }
    case 'annotator': {
      const pattern = patternOf(filter.value)
      return ({ of }) => of !== null && (pattern.test(foldForSearch(of.set.annotator.name)) || pattern.test(foldForSearch(of.set.annotator.key)))
    }
    case 'label': {
      const wanted = resolveId(codebook, 'label', filter.value)
      return ({ of }) => of !== null && (labelById(codebook, of.annotation.label)?.id ?? of.annotation.label) === wanted
    }
    case 'attribute': {
      const attribute = codebook.attributes.find(({ id }) => id === filter.attribute)
      const test = attribute ? readTest(attribute, filter.value) : null
      return ({ of }) => of !== null && attribute !== undefined && typeof test === 'function' && test(storedValue(codebook, of.annotation.attributes, attribute.id)?.value, codebook)
    }
    case 'is':
      return ({ of }) => of !== null && isComplete(codebook, of.annotation, of.set.relations) === (filter.value === 'complete')
    case 'has':
      return ({ of }) => of !== null && (of.annotation.note ?? '').trim() !== ''
  }
}
