import { applyDiff, isEmptyDiff } from '../../../../core/annotating/diff.ts'
import type { PlannedSet } from '../../../../core/formats/project/plan-import.ts'
import { FORMAT_VERSION, type AnnotationSet } from '../../../../core/model/annotation-set.ts'
import { serialiseLine } from '../../../../core/model/canonical.ts'
import { timestamp } from '../../../../core/model/environment.ts'
import { historyLineSchema, type HistoryLine } from '../../../../core/model/gesture.ts'
import { ok, type Result } from '../../../../core/result.ts'
import type { BundleContext } from '../../bundle/context.ts'
import { sha256 } from '../../hash.ts'
import { createSetPaths } from '../../sets/paths.ts'
import { readVerifiedSet, verifiedText, type ArticleText } from '../../sets/set-file.ts'
import { cancelled, type OnProgress } from './intake-service.ts'
import type { IntakePlan, PlannedIntake } from './plan-intake.ts'
import type { FileWrite } from './write-all.ts'

interface Others {
  readonly sets: readonly PlannedIntake[]
  readonly newArticles: IntakePlan['newArticles']
  /** The codebook's version that the sets are written under. */
  readonly version: string
  readonly gesture: HistoryLine['gesture']
  readonly planOf: (intake: PlannedIntake, set: AnnotationSet, text: string) => PlannedSet
  readonly signal: AbortSignal
  readonly onProgress: OnProgress
}

/** Their history with what the import did, so that its revisions stay whole. */
async function historyWith({ disk, opened }: BundleContext, key: string, article: string, line: HistoryLine): Promise<Result<FileWrite>> {
  const paths = createSetPaths(opened.folder, key)
  const target = paths.historyName(article)
  const there = await disk.exists(paths.historyFile(article))
  if (!there.ok) return there
  const before = there.value ? await disk.readText(paths.historyFile(article)) : ok(null)
  if (!before.ok) return before
  const whole = before.value === null || before.value === '' || before.value.endsWith('\n') ? (before.value ?? '') : `${before.value}\n`
  return ok({ target, content: `${whole}${serialiseLine(historyLineSchema, line)}`, before: before.value === null ? null : sha256(before.value) })
}

/** The sets of others, as they are to stand in their files. Nothing is written yet. */
export async function planOthers(context: BundleContext, { sets, newArticles, version, gesture, planOf, signal, onProgress }: Others): Promise<Result<FileWrite[]>> {
  const { disk, environment, opened, articles } = context
  const fresh = new Map(newArticles.map(({ article, text }) => [article, text]))
  const writes: FileWrite[] = []
  for (const [index, intake] of sets.entries()) {
    if (signal.aborted) return cancelled()
    onProgress(index, sets.length)
    const { annotator, article } = intake
    const text = fresh.get(article)
    const found: Result<ArticleText> = text === undefined ? await articles.text(article) : ok({ text, textSha256: sha256(text) })
    if (!found.ok) return found
    const place = createSetPaths(opened.folder, annotator.key).set(article)
    const read = await readVerifiedSet(disk, place, found.value)
    if (!read.ok) return read
    const set: AnnotationSet = read.value?.set ?? {
      format: 'concord/annotation-set',
      version: FORMAT_VERSION,
      article: { path: article, text_sha256: found.value.textSha256 },
      annotator,
      codebook: version,
      revision: 0,
      state: { status: 'in_progress', changed: timestamp(environment.now()) },
      annotations: [],
      relations: [],
    }
    const { diff } = planOf(intake, set, found.value.text)
    if (isEmptyDiff(diff)) continue
    const next = applyDiff(set, diff)
    if (!next.ok) return next
    const content = verifiedText({ ...next.value, codebook: version }, found.value, place)
    if (!content.ok) return content
    writes.push({ target: place.name, content: content.value, before: read.value?.sha256 ?? null })
    const history = await historyWith(context, annotator.key, article, { gesture, revision: next.value.revision, diff })
    if (!history.ok) return history
    writes.push(history.value)
  }
  return ok(writes)
}
