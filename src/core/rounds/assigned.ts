import type { Round } from '../model/round.ts'

/** Asked for every row of the article list; the rounds are replaced, never written to. */
const known = new WeakMap<readonly Round[], Map<string, Map<string, string>>>()

/** Name of the first open round that gives the article to this annotator, or null. */
export function assignedRound(rounds: readonly Round[], annotator: string, article: string): string | null {
  const byAnnotator = known.get(rounds) ?? new Map<string, Map<string, string>>()
  known.set(rounds, byAnnotator)
  const own = byAnnotator.get(annotator) ?? namesFor(rounds, annotator)
  byAnnotator.set(annotator, own)
  return own.get(article) ?? null
}

function namesFor(rounds: readonly Round[], annotator: string): Map<string, string> {
  const names = new Map<string, string>()
  for (const { closed, name, assignments } of rounds) {
    if (closed !== undefined) continue
    for (const { article, annotators } of assignments) if (!names.has(article) && annotators.includes(annotator)) names.set(article, name)
  }
  return names
}
