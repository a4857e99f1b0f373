import { checkCodebook } from '../../core/codebook/check.ts'
import type { Codebook } from '../../core/model/codebook.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { Disk } from '../services/disk/disk.ts'
import { saveCodebookVersion } from '../services/project/read-project.ts'
import { rowOf, type Workspace } from './workspace.ts'
import type { EventPayload } from '../../ipc/contract.ts'

/** Makes a new version of the codebook the current one; sets and their bytes stay as they are. */
export async function saveCodebook(
  workspace: Workspace,
  disk: Disk,
  codebook: Codebook,
  send: (name: 'rows.changed', payload: EventPayload<'rows.changed'>) => void,
): Promise<Result<{ codebook: Codebook; version: string }>> {
  const [wrong] = checkCodebook(codebook)
  if (wrong) return err(wrong)
  const saved = await saveCodebookVersion(disk, workspace.opened, codebook)
  if (!saved.ok) return saved
  workspace.opened = saved.value
  // What is missing depends on the codebook.
  await workspace.annotations.flush()
  await workspace.summaries.scan()
  send('rows.changed', { rows: workspace.articles.all().map((facts) => rowOf(workspace, facts)), removed: [] })
  return ok({ codebook: saved.value.codebook, version: saved.value.project.codebook })
}
