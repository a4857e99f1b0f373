import type { Result } from '../../core/result.ts'
import type { RequestInput } from '../../ipc/contract.ts'
import type { Desk } from '../desk.ts'
import { saveCopy, type SavedCopy } from '../services/copy/save-copy.ts'
import { sha256 } from '../services/hash.ts'
import type { Workspace } from './workspace.ts'

type Asked = RequestInput<'project.saveCopy'>

/** A copy of the open project in another place, with everything that is in memory only. What the window no longer means is left out. */
export function copyWorkspace(desk: Pick<Desk, 'disk' | 'environment'>, workspace: Workspace, into: string, held: Asked['held'], shown: Asked['shown']): Promise<Result<SavedCopy>> {
  const { articles, annotations, folder, opened } = workspace
  const pathOf = (id: string) => articles.byId(id)?.path
  const named = held.map(({ gesture, changes }) => ({
    gesture,
    changes: changes.flatMap((change) => {
      const article = pathOf(change.article)
      return article === undefined ? [] : [{ ...change, article }]
    }),
  }))
  const texts = new Map<string, string>()
  const open = shown && articles.byId(shown.article)
  // A text that is not the one that was coded would make every quote wrong.
  if (open && shown && sha256(shown.text) === open.textSha256) texts.set(open.path, shown.text)
  return saveCopy({ disk: desk.disk, environment: desk.environment, folder, project: opened.project, codebook: opened.codebook, into, unsaved: annotations.unsaved(named), texts })
}
