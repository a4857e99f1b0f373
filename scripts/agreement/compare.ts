import type { Answer, Case, Fields, Tolerance } from './case.ts'

/** What does not fit, a line for each; none if the case is passed. */
export function compare(one: Case, answer: Answer): string[] {
  if (one.expected_kind === 'undefined') {
    if (answer.status === 'undefined') return []
    const names = namesOf(one.expected).filter((name) => name !== 'undefined')
    const open = names.length > 0 && names.every((name) => fieldOf(answer.fields, name) === null)
    return open ? [] : [`expected: not defined; got: ${text(answer.fields)}`]
  }
  if (answer.status === 'undefined' && answer.fields === undefined) return [`expected: ${text(one.expected)}; got: not defined (${answer.reason})`]
  const problems = compareTree(one, one.expected, answer.fields ?? null, [])
  return one.expected_kind === 'property' && fieldOf(answer.fields ?? null, 'holds') === true && !hasNumber(one.expected) ? [] : problems
}

/** A property in words is one that the measure has looked at itself. */
function hasNumber(expected: unknown): boolean {
  if (typeof expected === 'object' && expected !== null) return Object.values(expected).some(hasNumber)
  return typeof expected === 'number'
}

function compareTree(one: Case, expected: unknown, got: Fields | undefined, path: readonly string[]): string[] {
  const at = path.length > 0 ? `${path.join('.')}: ` : ''
  if (got === undefined) return [`${at}expected: ${text(expected)}; got: no such field`]
  if (typeof expected === 'number') return matches(expected, got, toleranceOf(one, path)) ? [] : [`${at}expected: ${expected} (${told(toleranceOf(one, path))}); got: ${text(got)}`]
  if (Array.isArray(expected)) {
    if (!Array.isArray(got)) return [`${at}expected: a list; got: ${text(got)}`]
    if (got.length !== expected.length) return [`${at}expected: ${expected.length} values; got: ${got.length}`]
    return expected.flatMap((value: unknown, index) => compareTree(one, value, got[index], [...path, String(index)]))
  }
  if (typeof expected === 'object' && expected !== null) {
    const bounds = boundsOf(one, expected)
    if (bounds) {
      const inside = typeof got === 'number' && got >= bounds.min - 1e-9 && got <= bounds.max + 1e-9
      return inside ? [] : [`${at}expected: from ${bounds.min} to ${bounds.max}; got: ${text(got)}`]
    }
    return Object.entries(expected).flatMap(([name, value]) => compareTree(one, value, fieldOf(got, name), [...path, name]))
  }
  return expected === got ? [] : [`${at}expected: ${text(expected)}; got: ${text(got)}`]
}

interface Allowed {
  readonly absolute: number
  readonly relative: number
}

/** By the field's own name, by its first name, or for the whole case. */
function toleranceOf(one: Case, path: readonly string[]): Allowed {
  const byField = one.tolerance_by_field ?? {}
  const special = path.toReversed().map((name) => byField[name]).find((found) => found !== undefined)
  if (special !== undefined) return allowed(special, 'absolute')
  return allowed(one.tolerance ?? 1e-9, one.tolerance_kind ?? 'absolute')
}

function allowed(tolerance: Tolerance, kind: string): Allowed {
  if (typeof tolerance !== 'number') return { relative: tolerance.relative ?? 0, absolute: tolerance.absolute ?? 1e-7 }
  return kind === 'relative' ? { relative: tolerance, absolute: 1e-7 } : { relative: 0, absolute: tolerance }
}

function matches(expected: number, got: Fields, { absolute, relative }: Allowed): boolean {
  return typeof got === 'number' && Math.abs(got - expected) <= absolute + relative * Math.abs(expected) + 1e-12
}

/** `{min, max}` of a range, or `{value, tolerance}`; wider by the case's slack. */
function boundsOf(one: Case, expected: object): { readonly min: number; readonly max: number } | undefined {
  const { min, max, value, tolerance } = expected as { min?: unknown; max?: unknown; value?: unknown; tolerance?: unknown }
  const slack = one.suggested_slack ?? 0
  if (typeof min === 'number' || typeof max === 'number') {
    return { min: typeof min === 'number' ? min - slack : -Infinity, max: typeof max === 'number' ? max + slack : Infinity }
  }
  if (typeof value !== 'number') return undefined
  const around = (typeof tolerance === 'number' ? tolerance : toleranceOf(one, []).absolute) + slack
  return { min: value - around, max: value + around }
}

function namesOf(expected: unknown): string[] {
  return typeof expected === 'object' && expected !== null ? Object.keys(expected) : []
}

function fieldOf(fields: Fields, name: string): Fields | undefined {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return undefined
  return (fields as Readonly<Record<string, Fields>>)[name]
}

function told({ absolute, relative }: Allowed): string {
  return relative > 0 ? `±${relative * 100} %` : `±${absolute}`
}

function text(value: unknown): string {
  const written = JSON.stringify(value) ?? 'nothing'
  return written.length > 160 ? `${written.slice(0, 160)}…` : written
}
