import { verifyAnnotation } from '../../../core/anchoring/verify.ts'
import { applyDiff } from '../../../core/annotating/diff.ts'
import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import type { Gesture, HistoryLine, SetDiff } from '../../../core/model/gesture.ts'
import { fail, ok, type AppError, type Result } from '../../../core/result.ts'
import type { JournalChange, JournalEntry } from './journal-lines.ts'
import type { JournalContent } from './journal.ts'
import type { ArticleText } from './set-file.ts'
import type { LoadedSet, SetStore } from './set-store.ts'

export interface Recovery {
  /** Gestures that were put back, in order, with the parts that were. */
  readonly gestures: readonly {
    readonly gesture: Gesture
    readonly changes: readonly { readonly article: string; readonly diff: SetDiff }[]
  }[]
  readonly articles: readonly string[]
  /** Articles whose set or text cannot be used, or is another text now: their entries stay, to be tried again. */
  readonly kept: ReadonlyMap<string, AppError>
  /** Articles whose set is another one now, on which the entries do not fit. */
  readonly aside: ReadonlyMap<string, AppError>
}

interface Step {
  readonly gesture: Gesture
  readonly change: JournalChange
}

/**
 * Puts back what was acknowledged and is not in the set files. Changes sets in memory only; the next flush writes
 * them.
 */
export async function recover(
  content: JournalContent,
  store: SetStore,
  text: (article: string) => Promise<Result<ArticleText>>,
): Promise<Recovery> {
  const restored = new Map<string, Map<string, SetDiff>>()
  const articles: string[] = []
  const kept = new Map<string, AppError>()
  const aside = new Map<string, AppError>()
  for (const [article, steps] of stepsByArticle(content.entries)) {
    const loaded = await store.load(article)
    const found = await text(article)
    if (!loaded.ok || !found.ok) {
      if (!loaded.ok) kept.set(article, loaded.error)
      else if (!found.ok) kept.set(article, found.error)
      continue
    }
    const missing = missingSteps(loaded.value, steps, content)
    const started = onTextOf(loaded.value, missing)
    if (started === null) {
      kept.set(article, otherText(article))
      continue
    }
    const lines = putBack(loaded.value, started, missing, found.value)
    if (!lines.ok) aside.set(article, lines.error)
    else if (lines.value.length > 0) articles.push(article)
    for (const { gesture, diff } of lines.ok ? lines.value : []) {
      const changes = restored.get(gesture.id) ?? new Map<string, SetDiff>()
      restored.set(gesture.id, changes.set(article, diff))
    }
  }
  const gestures = content.entries.flatMap(({ gesture }) => {
    const changes = restored.get(gesture.id)
    return changes ? [{ gesture, changes: [...changes].map(([article, diff]) => ({ article, diff })) }] : []
  })
  return { gestures, articles, kept, aside }
}

function stepsByArticle(entries: readonly JournalEntry[]): Map<string, Step[]> {
  const steps = new Map<string, Step[]>()
  for (const { gesture, changes } of entries) {
    for (const change of changes) steps.set(change.article, [...(steps.get(change.article) ?? []), { gesture, change }])
  }
  return steps
}

/** The set on the text that the missing steps begin on; null: it is on another. A set that has no file is on whichever it was begun on. */
function onTextOf({ set, saved }: LoadedSet, missing: readonly Step[]): AnnotationSet | null {
  const textSha256 = missing[0]?.change.text_sha256 ?? set.article.text_sha256
  if (textSha256 === set.article.text_sha256) return set
  const begun = saved.sha256 === null && set.revision === 0
  return begun ? { ...set, article: { ...set.article, text_sha256: textSha256 } } : null
}

/** The lines that were put back, all of them or none. */
function putBack(loaded: LoadedSet, started: AnnotationSet, missing: readonly Step[], article: ArticleText): Result<HistoryLine[]> {
  let set = started
  const lines: HistoryLine[] = []
  for (const { gesture, change } of missing) {
    if (change.text_sha256 !== set.article.text_sha256) return cannot(loaded.article, 'it was done on another text')
    // Done on an earlier text, it was checked then; the set is taken to the present one afterwards.
    const present = (change.diff.text?.to ?? set.article.text_sha256) === article.textSha256
    const problem = present ? firstWrongQuote(change.diff, article.text) : null
    if (problem !== null) return cannot(loaded.article, problem)
    const start =
      set.revision === 0 && loaded.saved.sha256 === null && change.on.state ? { ...set, state: change.on.state } : set
    const next = applyDiff(start, change.diff)
    if (!next.ok) return cannot(loaded.article, next.error.message)
    set = { ...next.value, codebook: change.codebook }
    lines.push({ gesture, revision: set.revision, diff: change.diff })
  }
  loaded.set = set
  loaded.pending = lines
  return ok(lines)
}

/**
 * A file that the journal knows holds everything up to its revision. Any other was written by somebody else; then
 * what was done after our last write that is known to have succeeded is put on top of it, as far as it fits record by
 * record.
 */
function missingSteps(loaded: LoadedSet, steps: readonly Step[], content: JournalContent): readonly Step[] {
  const { sha256 } = loaded.saved
  const bases = steps.map(({ change }) => change.on)
  const written = content.writes.find((write) => write.article === loaded.article && write.sha256 === sha256)
  const known = written ?? bases.find((base) => base.sha256 === sha256)
  const upTo = known?.revision ?? Math.max(...bases.map((base) => base.revision))
  return steps.filter(({ change }) => change.revision > upTo)
}

function firstWrongQuote(diff: SetDiff, text: string): string | null {
  for (const annotation of [...diff.annotations.added, ...diff.annotations.updated.map(({ to }) => to)]) {
    const problem = verifyAnnotation(text, annotation)
    if (problem !== null) return problem
  }
  return null
}

/** Restoring the article is all it takes, so the work waits for that. */
function otherText(article: string): AppError {
  return fail(
    'article.changed',
    `Work on ${article} that was not saved waits in the app's journal: the text of the article has changed since.`,
    'Restore the article as it was, and open the project again. To code the new text, add it under another name.',
    { where: { file: `articles/${article}` } },
  ).error
}

function cannot(article: string, why: string) {
  return fail(
    'journal.conflict',
    `Work on ${article} that was not saved could not be put back: ${why}`,
    'Look at the annotation set as it is now, and make the changes that are still wanted by hand.',
    { where: { file: article } },
  )
}
