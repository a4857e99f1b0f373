import { setImmediate as pause } from 'node:timers/promises'
import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import { hullEnd, hullStart } from '../../../core/model/annotation.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { lineOf, type Line } from '../../../core/search/lines.ts'
import { needOf } from '../../../core/search/needs.ts'
import type { Query } from '../../../core/search/query.ts'
import { scannerOf, type Hit, type SearchedArticle } from '../../../core/search/scan.ts'
import { signatureTest } from '../../../core/search/signature.ts'
import { createSearchedSets } from './searched-sets.ts'
import { createSearchedTexts, type SearchedTextsOptions } from './searched-texts.ts'

/** One hit as it is shown. */
export interface FoundLine extends Line {
  /** The article's id. */
  readonly article: string
  /** UTF-16. */
  readonly start: number
  readonly end: number
  readonly annotation: { readonly id: string; readonly label: string; readonly annotator: string; readonly own: boolean } | null
  /** Labels of the own annotations that the words lie in. */
  readonly labels: readonly string[]
  /** Those of them that are exactly here: to give one of them again would only double it. */
  readonly exact: readonly string[]
}

export interface SearchQuestion {
  readonly query: Query
  readonly codebook: Codebook
  /** In the order in which they are searched. */
  readonly articles: readonly SearchedArticle[]
  /** Paths of the articles on which colleagues' sets may be shown; null: all. */
  readonly visible: ReadonlySet<string> | null
  /** Key of whoever asks; null: nobody's sets are their own. */
  readonly own: string | null
  /** So many lines are made; what is found beyond is only counted. */
  readonly most: number
  /** False: every text is read, whatever its signature says. For proof and measurement. */
  readonly index?: boolean
  readonly onLines: (lines: FoundLine[]) => void
  readonly onProgress?: (done: number, total: number) => void
  readonly isCancelled: () => boolean
}

export interface SearchOutcome {
  readonly hits: number
  /** With a hit. */
  readonly articles: number
  /** Articles and sets that could not be read. */
  readonly unread: number
}

/** Searches one project as its files are. Holds what it has read, for the next question. */
export interface SearchEngine {
  /** Files of these articles have come or changed, or their sets; null: all. */
  doubt(paths: readonly string[] | null): void
  search(question: SearchQuestion): Promise<Result<SearchOutcome>>
  /** Makes the signatures that are missing, so that the next question need not. */
  prepare(paths: readonly string[], onProgress: (done: number, total: number) => void): Promise<void>
}

/** Articles that are read together. */
const AT_ONCE = 16
/** Lines that are told together; the first ones at once. */
const PAGE = 1000
const FIRST_PAGE = 100

export function createSearchEngine(options: SearchedTextsOptions): SearchEngine {
  const texts = createSearchedTexts(options)
  const sets = createSearchedSets(options.disk, options.folder)

  const search = async (question: SearchQuestion): Promise<Result<SearchOutcome>> => {
    const { query, codebook, articles, visible, own, most, onLines, onProgress, isCancelled } = question
    const scanner = scannerOf(query, codebook)
    const mayHold = question.index === false ? null : signatureTest(needOf(query))
    const wanted = articles.filter(scanner.mayHold)
    const told = pagesOf(onLines)
    let hits = 0
    let found = 0
    let unread = 0
    let lines = 0

    const look = async (article: SearchedArticle): Promise<{ article: SearchedArticle; text: string; there: readonly AnnotationSet[] } | null> => {
      if (mayHold) {
        const signature = await texts.signature(article.path)
        if (signature && !mayHold(signature)) return null
      }
      const text = await texts.text(article.path)
      if (text === null) {
        unread += 1
        return null
      }
      if (!scanner.aboutAnnotations) return { article, text, there: [] }
      const { sets: all, unusable } = await sets.of(article.path, text)
      const isVisible = visible === null || visible.has(article.path)
      if (isVisible) unread += unusable
      return { article, text, there: isVisible ? all : all.filter((set) => set.annotator.key === own) }
    }

    for (let at = 0; at < wanted.length; at += AT_ONCE) {
      const some = await Promise.all(wanted.slice(at, at + AT_ONCE).map(look))
      // Whoever wants to cancel must be heard.
      if (at % 128 === 0) await pause()
      if (isCancelled()) return fail('work.cancelled', 'The search was cancelled.', 'Search again when you want to.')
      for (const one of some) {
        const here = one ? scanner.scan(one.article, one.text, one.there) : []
        if (!one || here.length === 0) continue
        found += 1
        hits += here.length
        const shown = here.slice(0, Math.max(0, most - lines))
        lines += shown.length
        if (shown.length === 0) continue
        const mine = own === null ? [] : (await sets.of(one.article.path, one.text)).sets.filter((set) => set.annotator.key === own)
        for (const hit of shown) told.add(lineFor(one.article.id, one.text, hit, mine, own))
      }
      told.flush(false)
      if (at > 0 && at % 1024 === 0) onProgress?.(at, wanted.length)
    }
    told.flush(true)
    return ok({ hits, articles: found, unread })
  }

  return {
    doubt: (paths) => {
      texts.doubt(paths)
      sets.doubt(paths)
    },
    search,
    prepare: async (paths, onProgress) => {
      for (let at = 0; at < paths.length; at += AT_ONCE) {
        await Promise.all(
          paths.slice(at, at + AT_ONCE).map(async (path) => {
            if (!(await texts.signature(path))) await texts.text(path)
          }),
        )
        await pause()
        if (at > 0 && at % 1024 === 0) onProgress(at, paths.length)
      }
      await texts.save(paths)
      onProgress(paths.length, paths.length)
    },
  }
}

function lineFor(article: string, text: string, { start, end, annotation }: Hit, mine: readonly AnnotationSet[], own: string | null): FoundLine {
  const around = mine.flatMap((set) => set.annotations).filter((each) => each.fragments.some((piece) => piece.start <= start && piece.end >= end))
  const exact = around.filter((each) => each.fragments.length === 1 && hullStart(each) === start && hullEnd(each) === end)
  const labelsOf = (some: typeof around) => [...new Set(some.map(({ label }) => label))]
  return {
    article,
    start,
    end,
    ...lineOf(text, { start, end }),
    annotation: annotation && { id: annotation.id, label: annotation.label, annotator: annotation.annotator.name, own: annotation.annotator.key === own },
    labels: labelsOf(around),
    exact: labelsOf(exact),
  }
}

function pagesOf(tell: (lines: FoundLine[]) => void) {
  let waiting: FoundLine[] = []
  let first = true
  return {
    add: (line: FoundLine) => void waiting.push(line),
    flush: (all: boolean) => {
      if (waiting.length === 0 || (!all && waiting.length < (first ? FIRST_PAGE : PAGE))) return
      tell(waiting)
      waiting = []
      first = false
    },
  }
}
