import { pledgesAndAgreements } from '../../../codebook/starter.ts'
import type { AnnotationSet } from '../../../model/annotation-set.ts'
import type { Round } from '../../../model/round.ts'
import type { Value } from '../../../model/value.ts'
import { anAnnotationOn, aSetOf } from '../../../review/testing/sets.ts'
import { codedArticle } from '../coded.ts'
import { computeAgreement } from '../compute.ts'
import type { AgreementReport, MeasureId, Scope } from '../report.ts'
import type { AgreementRequest } from '../request.ts'
import { selectSets, type Candidates } from '../select.ts'

export const codebook = pledgesAndAgreements

/** start, end, label and values. */
export type Mark = readonly [start: number, end: number, label?: string, attributes?: Record<string, Value>]

/** By annotator, what they marked on a text. */
export type Marks = Readonly<Record<string, readonly Mark[]>>

export function candidatesOf(article: string, text: string, marks: Marks, more: Partial<Candidates> = {}): Candidates {
  const sets = Object.entries(marks).map(([name, own]): AnnotationSet => {
    const records = own.map(([start, end, label, attributes], index) => anAnnotationOn(text, `${name}-${index}`, start, end, label, attributes))
    return { ...aSetOf(name, records), article: { path: article, text_sha256: '0'.repeat(64) } }
  })
  return { article, sets, independent: [], seen: new Set(), visible: true, unusable: [], ...more }
}

export function reportOf(texts: Readonly<Record<string, string>>, candidates: readonly Candidates[], request: Partial<AgreementRequest> = {}, rounds: readonly Round[] = []): AgreementReport {
  const asked = { seed: 7, ...request }
  const selection = selectSets(candidates, rounds, asked)
  const articles = selection.articles.map((one) => codedArticle(one, texts[one.article] ?? '', codebook, asked))
  return computeAgreement({ selection, articles, codebook, codebookVersion: '0'.repeat(64), request: asked })
}

/** The value of a number, or why there is none. */
export function numberIn(report: AgreementReport, measure: MeasureId, scope: Scope = { kind: 'project' }): number | string {
  const found = report.figures.find((figure) => figure.measure === measure && JSON.stringify(figure.scope) === JSON.stringify(scope))?.result
  if (!found) return 'not in the report'
  return found.status === 'ok' ? found.value : found.reason
}
