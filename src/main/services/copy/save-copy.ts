import { join } from 'node:path'
import { annotationSetSchema } from '../../../core/model/annotation-set.ts'
import { serialise, serialiseLine } from '../../../core/model/canonical.ts'
import { codebookSchema, type Codebook } from '../../../core/model/codebook.ts'
import { newId, type Environment } from '../../../core/model/environment.ts'
import { historyPath, setPath } from '../../../core/model/folder-name.ts'
import { historyLineSchema } from '../../../core/model/gesture.ts'
import { projectSchema, type Project } from '../../../core/model/project.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { safePath } from '../articles/place-for.ts'
import { pathProblem } from '../disk/contained.ts'
import type { Disk } from '../disk/disk.ts'
import { writeCodebookVersion } from '../project/codebook-files.ts'
import type { UnsavedSet } from '../sets/unsaved.ts'

export interface CopyOptions {
  readonly disk: Disk
  readonly environment: Environment
  /** The project's folder, which may be gone. */
  readonly folder: string
  readonly project: Project
  readonly codebook: Codebook
  /** Where the copy's own folder is made. */
  readonly into: string
  readonly unsaved: readonly UnsavedSet[]
  /** Texts that are in memory, by path inside `articles/`: for those that cannot be read any more. */
  readonly texts: ReadonlyMap<string, string>
}

export interface SavedCopy {
  readonly folder: string
  readonly files: number
  /** What could not be read, and why. */
  readonly left: readonly { readonly file: string; readonly why: string }[]
}

/** Written from memory, last. */
const OWN = ['concord.json', 'codebook.json']

/** Where the copy itself puts something. */
const FOLDERS = ['annotations', 'history', 'articles', 'codebook']

/**
 * A copy of the project in another place, with the work that could not be saved in it: everything that can still be read, and what is
 * only in memory on top. It is a project of its own, with another id; `concord.json` comes last, so that half a copy is none.
 */
export async function saveCopy(options: CopyOptions): Promise<Result<SavedCopy>> {
  const { disk, environment, folder, project, codebook, into, unsaved, texts } = options
  const target = await freeFolder(disk, into, project.name)
  if (!target.ok) return target
  const at = (path: string) => join(target.value, ...path.split('/'))
  const left: { file: string; why: string }[] = []
  const copied = new Map<string, Uint8Array | null>()
  const put = async (path: string, content: Uint8Array | string): Promise<Result<unknown>> => {
    const written = await disk.writeAtomic(at(path), content, { expected: undefined })
    copied.set(path, null)
    return written
  }

  const made = await disk.makeFolder(at('articles'))
  if (!made.ok) return made
  const walked = await disk.walk(folder)
  if (!walked.ok) left.push({ file: folder, why: walked.error.message })
  for (const { path, kind } of walked.ok ? walked.value : []) {
    if (OWN.includes(path) || kind !== 'file' || pathProblem(path) !== null) continue
    // In the way of a folder that the copy needs: it may be the very reason why nothing could be saved.
    if (FOLDERS.includes(path)) {
      left.push({ file: path, why: 'a file is where a folder should be.' })
      continue
    }
    const bytes = await disk.readBytes(join(folder, ...path.split('/')))
    if (!bytes.ok) left.push({ file: path, why: bytes.error.message })
    else {
      const written = await put(path, bytes.value)
      if (!written.ok) return written
    }
  }
  for (const { set, lines } of unsaved) {
    const history = historyPath(set.annotator.key, set.article.path)
    const before = copied.has(history) ? await disk.readText(at(history)) : ok('')
    if (!before.ok) return before
    const writes = [
      [setPath(set.annotator.key, set.article.path), serialise(annotationSetSchema, set)],
      [history, before.value.slice(0, before.value.lastIndexOf('\n') + 1) + lines.map((line) => serialiseLine(historyLineSchema, line)).join('')],
    ] as const
    for (const [path, content] of writes) {
      const written = await put(path, content)
      if (!written.ok) return written
    }
    const article = `articles/${set.article.path}`
    const text = texts.get(set.article.path)
    if (copied.has(article)) continue
    if (text === undefined) left.push({ file: article, why: 'its text could not be read; the annotations on it are in the copy.' })
    else {
      const written = await put(article, text)
      if (!written.ok) return written
    }
  }
  const version = await writeCodebookVersion(disk, target.value, codebook)
  if (!version.ok) return version
  const current = await put('codebook.json', serialise(codebookSchema, codebook))
  if (!current.ok) return current
  const finished = await put('concord.json', serialise(projectSchema, { ...project, id: newId(environment), codebook: version.value }))
  return finished.ok ? ok({ folder: target.value, files: copied.size, left }) : finished
}

/** `Talks (copy)`, or `Talks (copy 2)` where that is taken. */
async function freeFolder(disk: Disk, into: string, name: string): Promise<Result<string>> {
  const stem = (safePath(name.replaceAll(/[/\\.]/g, ' ').trim()) ?? 'project').slice(0, 60)
  for (let count = 1; count < 1000; count += 1) {
    const folder = join(into, count === 1 ? `${stem} (copy)` : `${stem} (copy ${count})`)
    const there = await disk.exists(folder)
    if (!there.ok) return there
    if (!there.value) return ok(folder)
  }
  return fail('copy.place', `There are too many copies in ${into}.`, 'Choose another folder.')
}
