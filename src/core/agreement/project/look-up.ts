import type { AgreementResult } from '../result.ts'
import type { AgreementReport, Figure, MeasureId, Scope } from './report.ts'

export function scopeKey(scope: Scope): string {
  switch (scope.kind) {
    case 'project':
      return 'project'
    case 'pair':
      return `pair\n${scope.a}\n${scope.b}`
    case 'label':
      return `label\n${scope.label}`
    case 'attribute':
      return `attribute\n${scope.attribute}`
    case 'article':
      return `article\n${scope.article}`
    case 'period':
      return `period\n${scope.period}`
  }
}

const known = new WeakMap<AgreementReport, ReadonlyMap<string, Figure>>()

/** A number of a report; undefined where it has none of that kind. Remembered, as a screen asks for hundreds. */
export function figureIn(report: AgreementReport, measure: MeasureId, scope: Scope): Figure | undefined {
  const made = known.get(report) ?? new Map(report.figures.map((figure) => [`${figure.measure}\n${scopeKey(figure.scope)}`, figure]))
  known.set(report, made)
  return made.get(`${measure}\n${scopeKey(scope)}`)
}

/** The figures of one scope, in the order of the measures. */
export function figuresOf(report: AgreementReport, scope: Scope): Figure[] {
  const key = scopeKey(scope)
  return report.figures.filter((figure) => scopeKey(figure.scope) === key)
}

/** As it is written: two decimals, a real minus; null where it is not defined. */
export function written(result: AgreementResult | undefined, language: string): string | null {
  return result?.status === 'ok' ? writeNumber(result.value, language) : null
}

export function writeNumber(value: number, language: string): string {
  const rounded = Math.abs(value).toFixed(2)
  const digits = language === 'de' ? rounded.replace('.', ',') : rounded
  return value < 0 && Number(rounded) !== 0 ? `−${digits}` : digits
}

/** Every pair of annotators of the report, as its scopes have them. */
export function pairScopes(report: AgreementReport): Extract<Scope, { kind: 'pair' }>[] {
  return report.annotators.flatMap(({ key: a }, index) => report.annotators.slice(index + 1).map(({ key: b }) => ({ kind: 'pair' as const, a, b })))
}
