import { join } from 'node:path'
import type { ImportRecord } from '../../../core/model/bundle.ts'
import { timestamp } from '../../../core/model/environment.ts'
import { setPath } from '../../../core/model/folder-name.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { resolveInside } from '../disk/contained.ts'
import { sha256 } from '../hash.ts'
import { adoptCodebookVersion } from '../project/read-project.ts'
import { createHistory } from '../sets/history.ts'
import { createSetPaths } from '../sets/paths.ts'
import { readSet } from '../sets/set-file.ts'
import type { BundleContext } from './context.ts'
import { asidePath, readImport, saveImport } from './import-record.ts'

export interface TakenBack {
  readonly files: number
  /** Left as they are, and why: follows the name and a colon. */
  readonly left: readonly { readonly file: string; readonly why: string }[]
}

/** How own sets are changed back: what the gesture that the import was did to them, by its id. */
export type UndoOwnSets = ((gesture: string, articles: readonly string[]) => Promise<Result<unknown>>) | null

/**
 * Takes an import back as one: files that came go, files that were replaced are what they were, the codebook is the one before. What has
 * been changed since is somebody's work and stays; so does an article that has been coded meanwhile.
 */
export async function takeBack(context: BundleContext, id: string, undoOwn: UndoOwnSets): Promise<Result<TakenBack>> {
  const { disk, environment, opened, by } = context
  if (opened.readOnly !== null) return fail('project.readOnly', `Nothing was taken back: ${opened.readOnly}`, 'Open a copy of the project.')
  const record = await readImport(context, id)
  if (!record.ok) return record
  if (record.value.taken_back !== undefined) return fail('import.gone', 'This import was taken back already.', 'Import it again if you need it.')
  const left: { file: string; why: string }[] = []
  const { own } = record.value
  let files = 0
  if (own) {
    const undone = undoOwn ? await undoOwn(own.gesture, own.articles) : fail('import.own', 'Only the app can take this back.', '')
    if (!undone.ok) left.push(...own.articles.map((article) => ({ file: setPath(by.key, article), why: undone.error.message })))
    else files += own.articles.length
    const came = new Set(record.value.files.flatMap(({ path, before }) => (before === null ? [path] : [])))
    for (const article of undone.ok ? own.articles : []) if (came.has(`articles/${article}`)) await dropUntouched(context, article)
  }
  // Sets go before the articles that they are on.
  const inOrder = record.value.files.toSorted((a, b) => Number(a.path.startsWith('articles/')) - Number(b.path.startsWith('articles/')))
  for (const file of inOrder) {
    const why = await takeBackFile(context, record.value, file)
    if (why === null) files += 1
    else left.push({ file: file.path, why })
  }
  const { codebook } = record.value
  if (codebook && opened.project.codebook === codebook.after) {
    const adopted = await adoptCodebookVersion(disk, opened, codebook.before)
    if (!adopted.ok) left.push({ file: 'codebook.json', why: adopted.error.message })
  } else if (codebook && opened.project.codebook !== codebook.before) left.push({ file: 'codebook.json', why: 'the codebook has been changed since.' })
  const noted = await saveImport(context, { ...record.value, taken_back: timestamp(environment.now()) })
  return noted.ok ? ok({ files, left }) : noted
}

/** Why it was left, or null. */
async function takeBackFile(context: BundleContext, record: ImportRecord, { path, before, after }: ImportRecord['files'][number]): Promise<string | null> {
  const { disk, opened } = context
  const target = await resolveInside(disk, opened.folder, path)
  if (!target.ok) return target.error.message
  const there = await disk.exists(target.value)
  if (!there.ok) return there.error.message
  const now = there.value ? await disk.readBytes(target.value) : null
  if (now && !now.ok) return now.error.message
  const hash = now ? sha256(now.value) : null
  if (hash === before) return null
  if (hash !== after) return 'it has been changed since.'
  if (path.startsWith('articles/') && (await isCoded(context, path.slice('articles/'.length)))) return 'it has been coded since.'
  if (before === null) {
    const removed = await disk.remove(target.value)
    return removed.ok ? null : removed.error.message
  }
  const kept = await disk.readBytes(join(opened.folder, ...asidePath(record.by.key, record.id, path).split('/')))
  if (!kept.ok) return kept.error.message
  if (sha256(kept.value) !== before) return 'what it was before is no longer there.'
  const written = await disk.writeAtomic(target.value, kept.value, { expected: after })
  return written.ok ? null : written.error.message
}

/**
 * The own set on an article that came with the import, with its history, where nothing was done to it but the import and its taking back:
 * else it would be the set of an article that is gone.
 */
async function dropUntouched({ disk, opened, by }: BundleContext, article: string): Promise<void> {
  const paths = createSetPaths(opened.folder, by.key)
  const set = await readSet(disk, paths.set(article))
  const history = await createHistory(disk, paths.historyFile, paths.historyName).read(article)
  if (!set.ok || !set.value || !history.ok) return
  const { annotations, relations } = set.value.set
  if (annotations.length + relations.length > 0 || history.value.lines.some(({ gesture }) => gesture.kind !== 'import')) return
  await disk.remove(paths.set(article).path)
  await disk.remove(paths.historyFile(article))
}

async function isCoded({ disk, opened }: BundleContext, article: string): Promise<boolean> {
  const folders = await disk.list(join(opened.folder, 'annotations'))
  for (const { name, kind } of folders.ok ? folders.value : []) {
    const set = kind === 'folder' ? await disk.exists(join(opened.folder, 'annotations', name, ...`${article}.json`.split('/'))) : ok(false)
    if (!set.ok || set.value) return true
  }
  return false
}
