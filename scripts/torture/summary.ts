import type { Outcome } from './kill-cycle.ts'

/** What the whole run comes to. Counts are of gestures; `damaged` of files, `recovered` and `untold` of starts. */
export interface Summary {
  readonly kills: number
  readonly killed_main: number
  readonly killed_browser: number
  readonly killed_renderer: number
  readonly acknowledged: number
  readonly found: number
  readonly lost: number
  readonly damaged: number
  /** Starts after which gestures were there that had not been in the files. */
  readonly recovered: number
  /** Of those, the ones that the window did not mention. */
  readonly untold: number
  /** Windows that did not come back by themselves after their page was killed. */
  readonly stuck: number
  /** Finished gestures that were neither Saved nor found: on their way when the app was killed. */
  readonly unsaved: number
  /** The age of the oldest of them. */
  readonly unsaved_bound_ms: number
}

export function summarise(outcomes: readonly Outcome[]): Summary {
  const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + of(outcome), 0)
  const acknowledged = sum((outcome) => outcome.acknowledged)
  const found = sum((outcome) => outcome.found)
  return {
    kills: outcomes.length,
    killed_main: sum(({ victim }) => Number(victim === 'main')),
    killed_browser: sum(({ victim }) => Number(victim === 'browser')),
    killed_renderer: sum(({ victim }) => Number(victim === 'renderer')),
    acknowledged,
    found,
    lost: acknowledged - found,
    damaged: sum(({ damaged }) => damaged.length),
    recovered: sum(({ recovered }) => Number(recovered)),
    untold: sum(({ recovered, told }) => Number(recovered && !told)),
    stuck: sum(({ stuck }) => Number(stuck)),
    unsaved: sum(({ gone }) => gone),
    unsaved_bound_ms: Math.max(0, ...outcomes.map(({ oldestGone }) => oldestGone ?? 0)),
  }
}
