import type { ImportRecord } from '../../../../core/model/bundle.ts'
import { codebookPath, importPath } from '../../../../core/model/folder-name.ts'
import { ok, type Result } from '../../../../core/result.ts'
import { inParallel } from '../../articles/in-parallel.ts'
import type { BundleContext } from '../../bundle/context.ts'
import { asidePath, setAside } from '../../bundle/import-record.ts'
import { resolveInside } from '../../disk/contained.ts'
import { sha256 } from '../../hash.ts'
import { adoptCodebookVersion, type OpenedProject } from '../../project/read-project.ts'
import { cancelled, type OnProgress } from './intake-service.ts'

export interface FileWrite {
  /** Path inside the project. */
  readonly target: string
  readonly content: string
  /** Hash of what is there; null: nothing is. */
  readonly before: string | null
}

/** At once, and then it is asked whether to go on. Each is flushed; one after the other, ten thousand would take minutes. */
const AT_ONCE = 32

/** Keeps aside what is replaced, then writes all of them; stops at the first that cannot be written, or when it is told to. */
export async function putAll(context: BundleContext, id: string, writes: readonly FileWrite[], signal: AbortSignal, onProgress: OnProgress): Promise<Result<null>> {
  const { disk, opened } = context
  const aside = await setAside(context, id, writes)
  if (!aside.ok) return aside
  for (let from = 0; from < writes.length; from += AT_ONCE) {
    if (signal.aborted) return cancelled()
    onProgress(from, writes.length)
    const results = await inParallel(writes.slice(from, from + AT_ONCE), AT_ONCE, async ({ target, content, before }): Promise<Result<unknown>> => {
      const path = await resolveInside(disk, opened.folder, target)
      return path.ok ? disk.writeAtomic(path.value, content, { expected: before }) : path
    })
    const wrong = results.find((result) => !result.ok)
    if (wrong && !wrong.ok) return wrong
  }
  onProgress(writes.length, writes.length)
  return ok(null)
}

/** As if the import had never begun: its files, what it kept aside, its version of the codebook and its record. What cannot be put back stays on record. Answers the project as it is then. */
export async function takeAllBack(context: BundleContext, record: ImportRecord, version: string | null): Promise<OpenedProject> {
  const { disk, opened, by } = context
  let whole = true
  let current = opened
  const at = async (name: string) => {
    const path = await resolveInside(disk, opened.folder, name)
    return path.ok ? path.value : null
  }
  const attempt = (result: Result<unknown> | null) => void (whole = whole && result?.ok === true)
  for (const { path, before, after } of record.files) {
    const target = await at(path)
    const now = target === null ? null : await disk.readBytes(target)
    // Not written yet, or by somebody else.
    if (target === null || !now?.ok || sha256(now.value) !== after) continue
    if (before === null) {
      attempt(await disk.remove(target))
      continue
    }
    const aside = await at(asidePath(by.key, record.id, path))
    const kept = aside === null ? null : await disk.readBytes(aside)
    attempt(kept?.ok ? await disk.writeAtomic(target, kept.value, { expected: after }) : kept)
  }
  if (version !== null) {
    if (opened.project.codebook === version && record.codebook) {
      const adopted = await adoptCodebookVersion(disk, opened, record.codebook.before)
      if (adopted.ok) current = adopted.value
      attempt(adopted)
    }
    const unused = await at(codebookPath(version))
    if (whole && unused !== null) await disk.remove(unused)
  }
  if (!whole) return current
  for (const name of [...record.files.map(({ path }) => asidePath(by.key, record.id, path)), importPath(by.key, record.id)]) {
    const path = await at(name)
    if (path !== null) await disk.remove(path)
  }
  return current
}
