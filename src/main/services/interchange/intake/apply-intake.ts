import { isEmptyDiff } from '../../../../core/annotating/diff.ts'
import { codebookVersion } from '../../../../core/codebook/version.ts'
import type { Refused } from '../../../../core/formats/adapter.ts'
import { placeIn } from '../../../../core/formats/origins.ts'
import { planSet, type PlannedSet } from '../../../../core/formats/project/plan-import.ts'
import type { ImportRecord, ImportSource, ReceiptRow } from '../../../../core/model/bundle.ts'
import type { Codebook } from '../../../../core/model/codebook.ts'
import { newId, timestamp } from '../../../../core/model/environment.ts'
import { FORMAT_VERSION } from '../../../../core/model/annotation-set.ts'
import { ok, type Result } from '../../../../core/result.ts'
import type { BundleContext } from '../../bundle/context.ts'
import { asidePath, saveImport } from '../../bundle/import-record.ts'
import { resolveInside } from '../../disk/contained.ts'
import { sha256 } from '../../hash.ts'
import { saveCodebookVersion, type OpenedProject } from '../../project/read-project.ts'
import type { GesturePlan } from '../../sets/annotation-service.ts'
import { cancelled, type OnProgress } from './intake-service.ts'
import type { IntakePlan, PlannedIntake } from './plan-intake.ts'
import { planOthers } from './plan-others.ts'
import { MOST_ROWS, receiptCsv, refusedRow, takenRows } from './receipt-rows.ts'
import { putAll, takeAllBack, type FileWrite } from './write-all.ts'

export interface ApplyIntake {
  /** Everything on disk, and the project as it is. */
  readonly context: BundleContext
  readonly plan: IntakePlan
  readonly source: Pick<ImportSource, 'formats' | 'files' | 'file_count' | 'people' | 'map' | 'remarks'>
  /** What reading already refused. */
  readonly refused: readonly Refused[]
  /** How own sets are changed: as one gesture of this id, all of it or nothing, and then written. */
  readonly changeOwn: (gesture: string, plans: readonly GesturePlan[]) => Promise<Result<unknown>>
  /** Told when a new version of the codebook is in force, before own sets are changed under it. */
  readonly useCodebook: (opened: OpenedProject) => void
  /** Until the codebook is changed; then it is too late. */
  readonly signal: AbortSignal
  readonly onProgress: OnProgress
}

export interface IntakeReceipt {
  /** To take it back by; null where nothing was new. */
  readonly id: string | null
  readonly source: ImportSource
}

/**
 * Takes foreign annotations into the project as one step: everything, or nothing at all. Articles and the sets of others come first, then
 * the codebook, then the own sets as one gesture; whatever fails or is cancelled on the way is taken back, and leaves no trace. What is
 * about to happen is on record before it happens, so that it can be taken back also when the power is cut.
 */
export async function applyIntake(request: ApplyIntake): Promise<Result<IntakeReceipt>> {
  const { context, plan, signal, onProgress, changeOwn } = request
  const { environment, opened, by } = context
  const { mapping } = plan
  const id = newId(environment)
  const next = nextCodebook(context, mapping.codebook)
  const [format = 'import', ...more] = request.source.formats
  const planned: { readonly intake: PlannedIntake; readonly result: PlannedSet }[] = []
  const planOf = (intake: PlannedIntake, own: Parameters<typeof planSet>[0], text: string): PlannedSet => {
    const result = planSet(own, intake.document, intake.set, { article: intake.article, text, format: more.length > 0 ? 'import' : format, mapping, environment, where: (id) => placeIn(intake.origin, intake.set.annotator, id) })
    planned.push({ intake, result })
    return result
  }

  const others = await planOthers(context, { sets: plan.sets.filter(({ annotator }) => annotator.key !== by.key), newArticles: plan.newArticles, version: next?.version ?? opened.project.codebook, gesture: { id, at: timestamp(environment.now()), kind: 'import' }, planOf, signal, onProgress })
  if (!others.ok) return others
  const own = plan.sets.filter(({ annotator }) => annotator.key === by.key)
  const writes: FileWrite[] = [...plan.newArticles.map(({ article, text }) => ({ target: `articles/${article}`, content: text, before: null })), ...others.value]
  const base: ImportRecord = {
    format: 'concord/import',
    version: FORMAT_VERSION,
    id,
    at: timestamp(environment.now()),
    by,
    source: { ...request.source, ...NOTHING_YET },
    files: writes.map(({ target, content, before }) => ({ path: target, before, after: sha256(content) })),
    ...(own.length > 0 ? { own: { gesture: id, articles: own.map(({ article }) => article) } } : {}),
    ...(next ? { codebook: { before: opened.project.codebook, after: next.version } } : {}),
  }
  const noted = await saveImport(context, base)
  if (!noted.ok) return noted
  let current = opened
  const giveUp = async <T>(why: Result<T>) => {
    const back = await takeAllBack({ ...context, opened: current }, base, next?.version ?? null)
    if (back !== opened) request.useCodebook(back)
    return why
  }

  const written = await putAll(context, id, writes, signal, onProgress)
  if (!written.ok) return giveUp(written)
  if (signal.aborted) return giveUp(cancelled())
  if (next) {
    const saved = await saveCodebookVersion(context.disk, opened, next.codebook)
    if (!saved.ok) return giveUp(saved)
    current = saved.value
    request.useCodebook(current)
  }
  const changed = own.length === 0 ? ok(null) : await changeOwn(id, own.map((intake) => ({ article: intake.article, decide: (set, { text }) => ok(planOf(intake, set, text).diff) })))
  if (!changed.ok) return giveUp(changed)

  const rows = rowsOf(context, planned, [...request.refused, ...plan.refused])
  const source: ImportSource = { ...request.source, ...countsOf(planned, rows), added_articles: plan.newArticles.length, taken_rows: rows.taken.slice(0, MOST_ROWS), not_taken_rows: rows.left.slice(0, MOST_ROWS) }
  if (writes.length === 0 && !next && planned.every(({ result }) => isEmptyDiff(result.diff))) {
    await takeAllBack(context, base, null)
    return ok({ id: null, source })
  }
  const here = { ...context, opened: current }
  const table = await saveTable(here, id, receiptCsv(rows.taken, rows.left))
  const saved = table.ok ? await saveImport(here, { ...base, source }) : table
  return saved.ok ? ok({ id, source }) : saved
}

const NOTHING_YET = { annotations: 0, relations: 0, there: 0, articles: 0, added_articles: 0, not_taken: 0, taken_rows: [], not_taken_rows: [] }

function nextCodebook({ opened, environment, by }: BundleContext, codebook: Codebook): { readonly codebook: Codebook; readonly version: string } | null {
  if (codebook === opened.codebook) return null
  const made = { at: timestamp(environment.now()), by: by.name }
  const version = { ...codebook, parent: opened.project.codebook, change: 'Import', extra: { ...codebook.extra, concord: made } }
  return { codebook: version, version: codebookVersion(version, sha256) }
}

type Planned = readonly { readonly intake: PlannedIntake; readonly result: PlannedSet }[]

function rowsOf({ by, maySee }: BundleContext, planned: Planned, refused: readonly Refused[]): { readonly taken: ReceiptRow[]; readonly left: ReceiptRow[] } {
  const hidden = ({ annotator, article }: PlannedIntake) => annotator.key !== by.key && !maySee(article)
  return {
    taken: planned.flatMap(({ intake, result }) => takenRows(intake, result, hidden(intake))),
    left: [...refused, ...planned.flatMap(({ result }) => result.refused)].map(refusedRow),
  }
}

/** What was there already counts as such only where whoever imports may know it. */
function countsOf(planned: Planned, { taken, left }: { readonly taken: readonly ReceiptRow[]; readonly left: readonly ReceiptRow[] }): Pick<ImportSource, 'annotations' | 'relations' | 'there' | 'articles' | 'not_taken'> {
  const there = taken.filter(({ why }) => why !== null).length
  return {
    annotations: taken.length - there,
    relations: planned.reduce((sum, { result }) => sum + result.relations, 0),
    there,
    articles: new Set(taken.map(({ article }) => article)).size,
    not_taken: left.length,
  }
}

export function tablePath(key: string, id: string): string {
  return asidePath(key, id, 'receipt.csv')
}

async function saveTable({ disk, opened, by }: BundleContext, id: string, csv: string): Promise<Result<unknown>> {
  const path = await resolveInside(disk, opened.folder, tablePath(by.key, id))
  return path.ok ? disk.writeAtomic(path.value, csv, { expected: undefined }) : path
}

