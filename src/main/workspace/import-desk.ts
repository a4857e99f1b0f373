import { timestamp } from '../../core/model/environment.ts'
import type { ImportRecord } from '../../core/model/bundle.ts'
import { type Result } from '../../core/result.ts'
import type { Desk } from '../desk.ts'
import { readImport } from '../services/bundle/import-record.ts'
import { takeBack, type TakenBack } from '../services/bundle/take-back.ts'
import { applyIntake, type ApplyIntake, type IntakeReceipt } from '../services/interchange/intake/apply-intake.ts'
import type { UndoState } from '../services/sets/undo-log.ts'
import { bundleContext, undoOwn } from './bundle-desk.ts'
import type { Workspace } from './workspace.ts'

type Machinery = Pick<Desk, 'disk' | 'environment'>

/** Takes foreign annotations into the open project. It is to be opened anew afterwards: articles, sets and the codebook may be others. */
export async function importInto(workspace: Workspace, desk: Machinery, request: Pick<ApplyIntake, 'plan' | 'source' | 'refused' | 'signal' | 'onProgress'>): Promise<Result<IntakeReceipt>> {
  const context = await bundleContext(desk, workspace)
  if (!context.ok) return context
  const { annotations } = workspace
  return applyIntake({
    ...request,
    context: context.value,
    changeOwn: async (gesture, plans) => {
      const changed = await annotations.perform({ id: gesture, at: timestamp(desk.environment.now()), kind: 'import' }, plans)
      return changed.ok ? annotations.flush() : changed
    },
    useCodebook: (opened) => {
      workspace.opened = opened
    },
  })
}

/**
 * The import that one undo takes back now: the last thing that was done. Its own part is the last gesture; where it has none, it is later
 * than the last one.
 */
export async function importToUndo({ lastImport, annotations }: Workspace): Promise<ImportRecord | null> {
  if (!lastImport) return null
  const next = await annotations.nextStep('undo')
  return !next || next.id === lastImport.own?.gesture || next.at < lastImport.at ? lastImport : null
}

/** Takes that import back as a whole: annotations, articles, the sets of others, the codebook. The project is to be opened anew. */
export async function undoImport(workspace: Workspace, desk: Machinery, { id }: ImportRecord): Promise<Result<TakenBack>> {
  const context = await bundleContext(desk, workspace)
  return context.ok ? takeBack(context.value, id, undoOwn(workspace, context.value)) : context
}

/** Whether what would be done again is an import of other formats: its articles and its codebook went with it. */
export async function isImportToRedo({ annotations, opened, annotator }: Workspace, { disk }: Machinery): Promise<boolean> {
  const next = await annotations.nextStep('redo')
  if (next?.kind !== 'import') return false
  const record = await readImport({ disk, opened, by: annotator }, next.id)
  return record.ok && record.value.source !== undefined
}

/** What undo would take back, where that can be an import of which no gesture is left, or that is of others’ sets only. */
export async function undoStateOf(workspace: Workspace | null, state: UndoState): Promise<UndoState> {
  return workspace?.lastImport && (await importToUndo(workspace)) ? { ...state, undo: 'import' } : state
}
