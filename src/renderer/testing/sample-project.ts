import { anchorOf, makeAnnotation } from '../../core/annotating/make-annotation.ts'
import { emptyCodebook } from '../../core/codebook/empty.ts'
import { pledgesAndAgreements } from '../../core/codebook/starter.ts'
import { compareAnnotations, type Annotation } from '../../core/model/annotation.ts'
import { progressOf, type AnnotationSet } from '../../core/model/annotation-set.ts'
import type { Codebook } from '../../core/model/codebook.ts'
import type { ArticleRow } from '../../core/model/project.ts'
import { countWords } from '../../core/text/count.ts'
import { readHeader } from '../../core/text/header.ts'
import { titleOf } from '../../core/text/title.ts'
import { incompleteIds } from '../session/incomplete.ts'
import type { ProjectView } from '../../ipc/shapes.ts'
import { sampleArticles, type SampleArticle } from './sample-articles.ts'

/** One article as the fake main holds it. */
export interface HeldArticle {
  readonly id: string
  readonly text: string
  readonly row: ArticleRow
  readonly set: AnnotationSet
}

export const NOW = Date.UTC(2031, 2, 12, 13, 3)
const ANNOTATOR = { key: 'mira jansen', name: 'Mira Jansen' }
export const HASH = 'a'.repeat(64)

let serial = 0
export const environment = {
  now: () => NOW,
  random: (count: number) => {
    serial += 1
    return new Uint8Array(count).map((_, index) => (index > 11 ? Math.floor(serial / 256 ** (15 - index)) % 256 : 7))
  },
}

export function heldArticle(sample: SampleArticle, codebook: Codebook = pledgesAndAgreements): HeldArticle {
  const { path, text, outlet } = sample
  const header = readHeader(text)
  const annotations = sample.marked.flatMap(([quote, label]): Annotation[] => {
    const start = text.indexOf(quote)
    const anchor = anchorOf(text, [{ start, end: start + quote.length }])
    return anchor ? [makeAnnotation({ text, codebook, articleDate: header?.date ?? null, environment }, label, anchor)] : []
  })
  const set: AnnotationSet = {
    format: 'concord/annotation-set',
    version: 1,
    article: { path, text_sha256: HASH },
    annotator: ANNOTATOR,
    codebook: HASH,
    revision: annotations.length,
    state: { status: 'in_progress', changed: new Date(NOW).toISOString() },
    annotations: annotations.toSorted(compareAnnotations),
    relations: [],
  }
  const row: ArticleRow = {
    id: path, path, title: titleOf(text, path), date: header?.date ?? null, dateline: header?.dateline ?? null, outlet, link: outlet === 'Estal Wire' ? 'https://estalwire.example/2031/03/memorandum' : null,
    note: null, words: countWords(text), encoding: 'utf-8', original: null, annotations: 0, incomplete: 0, unplaced: 0, progress: 'not_started', review: null, round: null, problem: null,
  }
  return { id: path, text, set, row: rowOf({ row, set }, codebook) }
}

export function rowOf({ row, set }: Pick<HeldArticle, 'row' | 'set'>, codebook: Codebook): ArticleRow {
  return {
    ...row,
    annotations: set.annotations.length,
    incomplete: incompleteIds(set, codebook).size,
    unplaced: set.unplaced?.filter(({ state }) => state === 'open').length ?? 0,
    progress: progressOf(set),
  }
}

export interface SampleProject {
  readonly view: Omit<ProjectView, 'rows'>
  readonly articles: readonly HeldArticle[]
}

/** `many` adds so many more articles to the list, all of them with the same short text. */
export function sampleProject(options: { readonly many?: number; readonly codebook?: 'starter' | 'empty'; readonly articles?: boolean } = {}): SampleProject {
  const codebook = options.codebook === 'empty' ? emptyCodebook('Empty', 'empty') : pledgesAndAgreements
  const articles = options.articles === false ? [] : sampleArticles.map((sample) => heldArticle(sample, codebook))
  const progresses = ['not_started', 'in_progress', 'done', 'nothing_to_mark'] as const
  for (let index = 0; index < (options.many ?? 0); index += 1) {
    const text = `Harbour report number ${index + 1}\n\nThe ferry ran as planned.`
    const held = heldArticle({ path: `reports/${String(index + 1).padStart(5, '0')}.txt`, text, outlet: 'Harbour Office', marked: [] }, codebook)
    articles.push({ ...held, row: { ...held.row, progress: progresses[index % 4] ?? 'not_started', date: `2030-0${(index % 9) + 1}-11`, words: 200 + (index % 700) } })
  }
  return {
    articles,
    view: {
      id: 'sample', name: 'Port talks 2031', location: '~/Documents/port-talks-2031', annotator: ANNOTATOR,
      annotators: [ANNOTATOR, { key: 'tomas reyl', name: 'Tomas Reyl' }], codebook, codebookVersion: HASH, blind: true, problems: [], readOnly: null,
      place: null, recovered: null,
    },
  }
}
