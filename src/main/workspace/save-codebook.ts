import { checkCodebook } from '../../core/codebook/check.ts'
import type { Codebook } from '../../core/model/codebook.ts'
import { timestamp, type Environment } from '../../core/model/environment.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { EventPayload } from '../../ipc/contract.ts'
import type { Disk } from '../services/disk/disk.ts'
import { saveCodebookVersion } from '../services/project/read-project.ts'
import { notedSchema } from '../services/project/codebook-versions.ts'
import { rowOf, type Workspace } from './workspace.ts'

/** Makes a new version of the codebook the current one; sets and their bytes stay as they are. It says who made it, and when. */
export async function saveCodebook(
  workspace: Workspace,
  disk: Disk,
  codebook: Codebook,
  send: (name: 'rows.changed', payload: EventPayload<'rows.changed'>) => void,
  environment: Environment,
): Promise<Result<{ codebook: Codebook; version: string }>> {
  const [wrong] = checkCodebook(codebook)
  if (wrong) return err(wrong)
  const noted = notedSchema.safeParse(codebook.extra?.['concord'])
  const back = noted.success && noted.data.back_to !== undefined ? { back_to: noted.data.back_to } : {}
  const made = { at: timestamp(environment.now()), by: workspace.annotator.name, ...back }
  const saved = await saveCodebookVersion(disk, workspace.opened, { ...codebook, extra: { ...codebook.extra, concord: made } })
  if (!saved.ok) return saved
  workspace.opened = saved.value
  // What is missing depends on the codebook.
  await workspace.annotations.flush()
  await workspace.summaries.scan()
  send('rows.changed', { rows: workspace.articles.all().map((facts) => rowOf(workspace, facts)), removed: [] })
  return ok({ codebook: saved.value.codebook, version: saved.value.project.codebook })
}
