import type { Codebook } from '../../model/codebook.ts'
import { bootstrapIntervals, summed, type Sparse } from '../bootstrap.ts'
import { groupBy } from '../group.ts'
import { agreementResult, type Interval } from '../result.ts'
import type { CodedArticle } from './coded.ts'
import { lastDone } from './evidence.ts'
import { countArticle } from './count-article.ts'
import { makePlan, STEPS, type Plan } from './plan.ts'
import { plannedForAttributes, plannedForLabel, plannedForPair, plannedOverall, type Planned } from './planned.ts'
import type { AgreementReport, Figure, MeasureId, Scope } from './report.ts'
import type { AgreementRequest } from './request.ts'
import { countDropped, type Dropped, type Selection } from './select.ts'

/** Of the definitions here: numbers of the same version can be compared. */
const VERSION = 1

export interface ComputeInput {
  readonly selection: Pick<Selection, 'people' | 'dropped'>
  readonly articles: readonly CodedArticle[]
  readonly codebook: Codebook
  readonly codebookVersion: string
  readonly request: AgreementRequest
  /** Articles counted, of all. */
  readonly onProgress?: (done: number, total: number) => void
}

/** The agreement of a project, with everything that the first screen and those behind it show. */
export function computeAgreement({ selection, articles, codebook, codebookVersion, request, onProgress }: ComputeInput): AgreementReport {
  const { people, dropped } = selection
  const plan = makePlan(articles, people, codebook)
  const gamma = isSmall(articles)
  const rows = articles.map((article, index) => {
    const row = countArticle(article, plan, { seed: request.seed, gamma })
    if ((index + 1) % 25 === 0 || index + 1 === articles.length) onProgress?.(index + 1, articles.length)
    return row
  })
  const counts = summed(rows, plan.width)
  const planned = [
    ...plannedOverall(plan, { kind: 'project' }, gamma),
    ...plan.pairs.flatMap((pair) => plannedForPair(plan, pair)),
    ...plan.labels.flatMap((_, index) => plannedForLabel(plan, index)),
    ...plannedForAttributes(plan),
  ]
  const resampled = planned.filter(({ interval }) => interval)
  const drawn = bootstrapIntervals(rows, resampled.map(({ value }) => value), { seed: request.seed, width: plan.width })
  const intervals = new Map(resampled.map((each, index) => [each, drawn[index] ?? null]))
  const periods = periodsOf(articles)
  const figures = [
    ...planned.map((each) => figureOf(each, counts, dropped, intervals.get(each) ?? null)),
    ...articles.flatMap(({ path }, index) => partOf(plan, { kind: 'article', article: path }, rows.slice(index, index + 1), dropped, gamma)),
    ...[...periods].flatMap(([period, indices]) => partOf(plan, { kind: 'period', period }, indices.flatMap((index) => rows[index] ?? []), [], gamma)),
  ]
  const q = plan.labels.length
  const sets = articles.flatMap((article) => article.sets)
  return {
    request,
    codebook: codebookVersion,
    annotators: people.map(({ key, name }) => {
      const own = sets.filter(({ annotator }) => annotator === key)
      return { key, name, articles: own.length, spans: own.reduce((sum, { spans }) => sum + spans.length, 0) }
    }),
    articles: articles.length,
    spans: counts[plan.spans] ?? 0,
    sets: { frozen: sets.filter(({ frozen }) => frozen).length, done: sets.filter(({ frozen }) => !frozen).length },
    dropped: countDropped(dropped),
    figures,
    labels: [...plan.labels],
    attributes: plan.attributes.map(({ attribute, metric }) => ({ attribute, metric })),
    periods: [...periods.keys()],
    perArticle: articles.map((article) => ({ article: article.path, annotators: article.sets.length, spans: article.sets.reduce((sum, { spans }) => sum + spans.length, 0) })),
    confusion: {
      cells: plan.labels.map((_, row) => [...counts.subarray(plan.confusion + row * q, plan.confusion + (row + 1) * q)]),
      alone: [...counts.subarray(plan.alone, plan.alone + q)],
    },
    boundaries: { starts: [...counts.subarray(plan.starts, plan.starts + STEPS.length + 1)], ends: [...counts.subarray(plan.ends, plan.ends + STEPS.length + 1)] },
  }
}

/** γ is worked out where a person would wait for it: its time grows with the square of the spans of an article. */
function isSmall(articles: readonly CodedArticle[]): boolean {
  let work = 0
  for (const { sets } of articles) work += sets.reduce((sum, { spans }) => sum + spans.length, 0) ** 2 * sets.length
  return work <= 60_000
}

const PARTS: ReadonlySet<MeasureId> = new Set<MeasureId>(['f1_strict', 'label_alpha', 'unitizing_alpha', 'gamma'])

/** The few numbers that are given of an article and of a period, without intervals: there is too little to draw from. */
function partOf(plan: Plan, scope: Scope, rows: readonly Sparse[], dropped: readonly Dropped[], gamma: boolean): Figure[] {
  const counts = summed(rows, plan.width)
  return plannedOverall(plan, scope, gamma)
    .filter(({ measure }) => PARTS.has(measure))
    .map((each) => figureOf(each, counts, dropped, null))
}

function figureOf({ measure, scope, value, used, documents, dropped }: Planned, counts: Float64Array, sets: readonly Dropped[], interval: Interval | null): Figure {
  const basis = {
    documents: documents(counts),
    used: Math.round(used(counts)),
    dropped: { ...countDropped(sets.filter((one) => concerns(one, scope))), ...dropped?.(counts) },
    method: scope.kind === 'pair' || !measure.startsWith('f1_') ? measure : `mean_pairwise_${measure}`,
    version: VERSION,
  }
  return { measure, scope, result: agreementResult(value(counts), basis, interval) }
}

function concerns({ article, annotator }: Dropped, scope: Scope): boolean {
  if (scope.kind === 'pair') return annotator === scope.a || annotator === scope.b
  return scope.kind !== 'article' || article === scope.article
}

/** More days than these are taken together by month. */
const MOST_DAYS = 21

/** Indices of the articles by when the last of their sets was marked done, in order. */
function periodsOf(articles: readonly CodedArticle[]): Map<string, number[]> {
  const done = articles.map(lastDone)
  const days = new Set(done.map((at) => at.slice(0, 10)))
  const length = days.size > MOST_DAYS ? 7 : 10
  const groups = groupBy(articles.keys(), (index) => (done[index] ?? '').slice(0, length))
  return new Map([...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
