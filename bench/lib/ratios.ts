import { rounded } from './stats.ts'

/** One design at one size: milliseconds, medians over the rounds; `null` where it was not or could not be measured. */
export interface Row {
  readonly design: string
  readonly size: string
  readonly spans: number
  readonly runs: number
  readonly painted: number | null
  /** Time of the main thread until the frame that shows the span; `add_cpu`: its processor time, which stands a busy machine; `add_all`: that with everything that follows. */
  readonly add: number | null
  readonly add_cpu: number | null
  readonly add_all: number | null
  readonly scroll_p95: number | null
  readonly memory_mb: number | null
  readonly note: string
}

export const FRAME = 16.7

/** Not to be exceeded; the keys are those of the JSON. */
export const targets = {
  '1mb_painted_over_plain': 0.5,
  '1mb_painted_over_limit': 2.5,
  '1mb_painted_over_recogito': 0.05,
  '1mb_painted_over_codemirror': 2,
  '5mb_painted_over_1mb_painted': 2.5,
  '5mb_add_over_1mb_add': 1.3,
  '1mb_add_over_marknode': 0.2,
  '1mb_scroll_p95_over_frame': 1.1,
} as const
export type RatioKey = keyof typeof targets

type Measure = 'painted' | 'add' | 'scroll_p95'

/** The ratios that the rows allow; `null` where a side is missing. */
export function ratiosOf(rows: readonly Row[]): Record<RatioKey, number | null> {
  const value = (design: string, size: string, measure: Measure): number | null =>
    rows.find((row) => row.design === design && row.size === size)?.[measure] ?? null
  const best = (prefix: string, size: string): number | null => {
    const known = rows.flatMap((row) => (row.design.startsWith(prefix) && row.size === size && row.painted !== null ? [row.painted] : []))
    return known.length > 0 ? Math.min(...known) : null
  }
  const over = (a: number | null, b: number | null): number | null => (a === null || b === null || b === 0 ? null : rounded(a / b))
  const ours = (size: string, measure: Measure): number | null => value('concord', size, measure)
  return {
    '1mb_painted_over_plain': over(ours('1mb', 'painted'), value('plain', '1mb', 'painted')),
    '1mb_painted_over_limit': over(ours('1mb', 'painted'), value('plain-groups', '1mb', 'painted')),
    '1mb_painted_over_recogito': over(ours('1mb', 'painted'), best('recogito-', '1mb')),
    '1mb_painted_over_codemirror': over(ours('1mb', 'painted'), value('codemirror', '1mb', 'painted')),
    '5mb_painted_over_1mb_painted': over(ours('5mb', 'painted'), ours('1mb', 'painted')),
    '5mb_add_over_1mb_add': over(ours('5mb', 'add'), ours('1mb', 'add')),
    '1mb_add_over_marknode': over(ours('1mb', 'add'), value('lexical-marks', '1mb', 'add')),
    '1mb_scroll_p95_over_frame': over(ours('1mb', 'scroll_p95'), FRAME),
  }
}
