import { join } from 'node:path'
import { importSchema, type ImportRecord } from '../../../core/model/bundle.ts'
import { serialise } from '../../../core/model/canonical.ts'
import { folderName, importPath } from '../../../core/model/folder-name.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { resolveInside } from '../disk/contained.ts'
import { parseFile } from '../disk/parse-file.ts'
import type { BundleContext } from './context.ts'

/** What is replaced, as it was, at `imports/<folder>/<id>/<its path>`; nothing has been changed yet when this fails. */
export async function setAside({ disk, opened, by }: BundleContext, id: string, writes: readonly { readonly target: string; readonly before: string | null }[]): Promise<Result<null>> {
  for (const { target, before } of writes) {
    if (before === null) continue
    const from = await resolveInside(disk, opened.folder, target)
    if (!from.ok) return from
    const to = await resolveInside(disk, opened.folder, asidePath(by.key, id, target))
    if (!to.ok) return to
    const copied = await disk.copyIn(from.value, to.value)
    if (!copied.ok) return copied
    if (copied.value.sha256 !== before) return fail('file.changed', `${target} changed while the import was being made.`, 'Look at the bundle again, and import it then.', { retry: true })
  }
  return ok(null)
}

export function asidePath(key: string, id: string, target: string): string {
  return `${importPath(key, id).slice(0, -'.json'.length)}/${target}`
}

export async function saveImport({ disk, opened, by }: BundleContext, record: ImportRecord): Promise<Result<unknown>> {
  const path = await resolveInside(disk, opened.folder, importPath(by.key, record.id))
  return path.ok ? disk.writeAtomic(path.value, serialise(importSchema, record), { expected: undefined }) : path
}

/** Whoever looks at their imports. */
type Reader = Pick<BundleContext, 'disk' | 'opened' | 'by'>

export async function readImport({ disk, opened, by }: Reader, id: string): Promise<Result<ImportRecord>> {
  const name = importPath(by.key, id)
  const path = await resolveInside(disk, opened.folder, name)
  if (!path.ok) return path
  const text = await disk.readText(path.value)
  return text.ok ? parseFile(importSchema, text.value, name) : text
}

/** The imports of whoever works here, the last one first. */
export async function everyImport(context: Reader): Promise<ImportRecord[]> {
  const { disk, opened, by } = context
  const entries = await disk.list(join(opened.folder, 'imports', folderName(by.key)))
  const records: ImportRecord[] = []
  for (const { name, kind } of entries.ok ? entries.value : []) {
    if (kind !== 'file' || !name.endsWith('.json')) continue
    const read = await readImport(context, name.slice(0, -'.json'.length))
    if (read.ok) records.push(read.value)
  }
  return records.sort((a, b) => (a.at < b.at ? 1 : -1))
}

/** Those that were not taken back. */
export async function listImports(context: Reader): Promise<ImportRecord[]> {
  return (await everyImport(context)).filter((record) => record.taken_back === undefined)
}
