import { nameOfLabel } from '../../codebook/lookup.ts'
import type { Codebook } from '../../model/codebook.ts'
import { figureIn, written } from '../project/look-up.ts'
import type { AgreementReport, MeasureId, Scope } from '../project/report.ts'
import type { AgreementWords } from '../words/words.ts'
import { barList, histogram, type Bar } from './bars.ts'
import { course } from './course.ts'
import { matrix, type MatrixCell } from './matrix.ts'
import type { Picture } from './picture.ts'

/** What is needed to draw the pictures of a report. */
export interface Drawn {
  readonly report: AgreementReport
  readonly codebook: Codebook
  readonly words: AgreementWords
  /** An article's title. */
  readonly titleOf: (article: string) => string
}

function cellOf({ report, words }: Drawn, measure: MeasureId, scope: Scope): MatrixCell {
  const result = figureIn(report, measure, scope)?.result
  const text = written(result, words.language)
  return text === null || result?.status !== 'ok' ? { text: '–', share: null } : { text, share: result.value }
}

/** Everybody with everybody. */
export function pairPicture(drawn: Drawn, measure: MeasureId = 'f1_strict'): Picture {
  const { annotators } = drawn.report
  const cells = annotators.map(({ key }, row) =>
    annotators.map(({ key: other }, column): MatrixCell => {
      if (row === column) return { text: '', share: null }
      return cellOf(drawn, measure, row < column ? { kind: 'pair', a: key, b: other } : { kind: 'pair', a: other, b: key })
    }),
  )
  const names = annotators.map(({ name }) => name)
  return matrix({ title: `${drawn.words.report.pairs}: ${drawn.words.measures[measure].name}`, rows: names, columns: names, cells, corner: drawn.words.report.annotator })
}

/** Shades by the share of the row. */
export function confusionPicture({ report, codebook, words }: Drawn): Picture {
  const names = report.labels.map((label) => nameOfLabel(codebook, label))
  const cells = report.confusion.cells.map((row, index) => {
    const all = [...row, report.confusion.alone[index] ?? 0]
    const sum = all.reduce((left, right) => left + right, 0)
    return all.map((many): MatrixCell => ({ text: many === 0 ? '·' : String(many), share: many === 0 ? null : many / sum }))
  })
  return matrix({ title: words.report.confusion, rows: names, columns: [...names, words.report.alone], cells, corner: words.report.label })
}

export function boundaryPicture({ report, words }: Drawn): Picture {
  return histogram(words.report.boundaries, words.steps, [
    { name: words.report.starts, counts: report.boundaries.starts },
    { name: words.report.ends, counts: report.boundaries.ends },
  ])
}

export function timePicture(drawn: Drawn, measure: MeasureId = 'f1_strict'): Picture {
  const { report, words } = drawn
  const points = report.periods.map((period) => barOf(drawn, period, measure, { kind: 'period', period }))
  return course(`${words.report.time}: ${words.measures[measure].name}`, points, [words.report.period, words.measures[measure].name])
}

/** The articles with the least agreement first; those where it is not defined last. */
export function articleOrder({ report }: Pick<Drawn, 'report'>, measure: MeasureId = 'f1_strict'): string[] {
  const valueOf = (article: string): number => {
    const result = figureIn(report, measure, { kind: 'article', article })?.result
    return result?.status === 'ok' ? result.value : Infinity
  }
  const values = new Map(report.perArticle.map(({ article }) => [article, valueOf(article)]))
  return report.perArticle.map(({ article }) => article).toSorted((a, b) => {
    const [left, right] = [values.get(a) ?? 0, values.get(b) ?? 0]
    return left === right ? (a < b ? -1 : 1) : left - right
  })
}

export function articlePicture(drawn: Drawn, most = 20, measure: MeasureId = 'f1_strict'): Picture {
  const { words } = drawn
  const bars = articleOrder(drawn, measure).slice(0, most).map((article) => barOf(drawn, drawn.titleOf(article), measure, { kind: 'article', article }))
  return barList(`${words.report.articles}: ${words.measures[measure].name}`, bars, [words.report.article, words.measures[measure].name])
}

function barOf({ report, words }: Drawn, name: string, measure: MeasureId, scope: Scope): Bar {
  const result = figureIn(report, measure, scope)?.result
  return { name, value: result?.status === 'ok' ? result.value : null, text: written(result, words.language) ?? words.report.notDefined }
}
