/** What the annotator has made so far, by article: `label: words` with the note behind, sorted. */
export type Work = ReadonlyMap<string, readonly string[]>

interface Step {
  readonly work: Work
  /** Milliseconds since the epoch; null while it is being done. */
  done: number | null
}

/** Every state that the annotator's work went through, and up to which of them the app has said Saved. */
export interface Record {
  readonly now: () => Work
  /** Before the gesture is made: a kill may come in the middle of it. */
  readonly begin: (work: Work) => void
  readonly finish: (at: number) => void
  /** The window says Saved and shows these words marked in this article. */
  readonly saw: (article: string, words: readonly string[]) => void
  /** The window says Saved, and everything was done before. */
  readonly allSaved: () => void
  /** What a restart found is held against what was done; the record begins anew from there. */
  readonly judge: (found: Work, killed: number) => Judgement
}

export interface Judgement {
  /** Gestures that the app had shown as Saved, and those of them that are there. */
  readonly acknowledged: number
  readonly found: number
  /** Gestures that are there although the app had not yet said so. */
  readonly ahead: number
  /** Age in milliseconds of the oldest gesture that is not there; null: every one is. */
  readonly oldestGone: number | null
  /** How many finished gestures are not there. */
  readonly gone: number
}

export function createRecord(start: Work): Record {
  let steps: Step[] = [{ work: start, done: 0 }]
  let acknowledged = 0

  const last = (): Step => steps.at(-1) ?? { work: new Map(), done: 0 }

  return {
    now: () => last().work,
    begin: (work) => void steps.push({ work, done: null }),
    finish: (at) => void (last().done = at),
    saw: (article, words) => {
      // The earliest state that looks like it: no more is claimed than was shown.
      const at = steps.findIndex(({ work }, index) => index >= acknowledged && sameWords(work.get(article) ?? [], words))
      if (at >= 0) acknowledged = at
    },
    allSaved: () => void (acknowledged = steps.length - 1),
    judge: (found, killed) => {
      const at = steps.findLastIndex(({ work }, index) => index >= acknowledged && sameWork(work, found))
      const goneSteps = at < 0 ? [] : steps.slice(at + 1).filter(({ done }) => done !== null)
      const oldest = goneSteps[0]?.done ?? null
      const judgement = {
        acknowledged,
        found: at >= 0 ? acknowledged : Math.max(0, acknowledged - missing(steps[acknowledged]?.work ?? new Map(), found)),
        ahead: at < 0 ? 0 : at - acknowledged,
        oldestGone: oldest === null ? null : killed - oldest,
        gone: goneSteps.length,
      }
      steps = [{ work: found, done: 0 }]
      acknowledged = 0
      return judgement
    },
  }
}

export function sameWork(a: Work, b: Work): boolean {
  return [...new Set([...a.keys(), ...b.keys()])].every((article) => JSON.stringify(a.get(article) ?? []) === JSON.stringify(b.get(article) ?? []))
}

/** Records of what was acknowledged that are not there as they were; at least one where the two differ at all. */
function missing(acknowledged: Work, found: Work): number {
  let count = 0
  for (const [article, records] of acknowledged) count += records.filter((record) => !(found.get(article) ?? []).includes(record)).length
  return Math.max(1, count)
}

function sameWords(records: readonly string[], words: readonly string[]): boolean {
  return JSON.stringify(records.map(wordsOf).toSorted()) === JSON.stringify(words.toSorted())
}

/** `pledge: 3w017 (a note)` is about `3w017`. */
export function wordsOf(record: string): string {
  return record.replace(/^\S+: /, '').replace(/ \(.*\)$/, '')
}
