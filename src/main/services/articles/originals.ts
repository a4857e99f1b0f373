import { join } from 'node:path'
import type { Extracted } from '../../../core/extract/extracted.ts'
import { serialise } from '../../../core/model/canonical.ts'
import type { Environment } from '../../../core/model/environment.ts'
import { timestamp } from '../../../core/model/environment.ts'
import { articlePathOf, originalPath, originalRecordPath, originalSchema, type Original } from '../../../core/model/original.ts'
import type { AppError, Result } from '../../../core/result.ts'
import { ok } from '../../../core/result.ts'
import { resolveInside } from '../disk/contained.ts'
import type { Disk } from '../disk/disk.ts'
import { parseFile } from '../disk/parse-file.ts'
import { sha256 } from '../hash.ts'
import { inParallel } from './in-parallel.ts'

/** The documents that articles' texts were taken from. Added with the article; nothing in them is ever changed. */
export interface Originals {
  /** Reads every record; those that cannot be read are answered as problems and left untouched. */
  load(): Promise<Result<{ problems: AppError[] }>>
  /** Looks at those of these articles again. */
  refresh(articlePaths: readonly string[]): Promise<void>
  /** By path inside `articles/`. */
  of(articlePath: string): Original | null
}

export function createOriginals(disk: Disk, root: string): Originals {
  const known = new Map<string, Original>()
  const load = async (): Promise<Result<{ problems: AppError[] }>> => {
    const walked = await disk.walk(join(root, 'originals'))
    if (!walked.ok) return walked
    const problems: AppError[] = []
    known.clear()
    await inParallel(walked.value.filter((file) => file.kind === 'file' && file.path.endsWith('.json')), 16, async ({ path }) => {
      const record = await readOriginal(disk, root, `originals/${path}`)
      if (record.ok) known.set(articlePathOf(path.slice(0, -'.json'.length)), record.value)
      else problems.push(record.error)
    })
    return ok({ problems: problems.toSorted((a, b) => (a.message < b.message ? -1 : 1)) })
  }
  const refresh = async (articlePaths: readonly string[]): Promise<void> => {
    await inParallel(articlePaths, 16, async (articlePath) => {
      const record = await readOriginal(disk, root, originalRecordPath(articlePath))
      if (record.ok) known.set(articlePath, record.value)
      else known.delete(articlePath)
    })
  }

  return { load, refresh, of: (articlePath) => known.get(articlePath) ?? null }
}

async function readOriginal(disk: Disk, root: string, path: string): Promise<Result<Original>> {
  const absolute = await resolveInside(disk, root, path)
  if (!absolute.ok) return absolute
  const text = await disk.readText(absolute.value)
  return text.ok ? parseFile(originalSchema, text.value, path) : text
}

export interface KeptDocument {
  /** As it was called. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly extracted: Extracted
  /** Of the text as the article has it. */
  readonly textSha256: string
}

/** Puts a document and what is known about it beside the article. First of all, so that no article is without its own. */
export async function keepOriginal(disk: Disk, root: string, environment: Environment, articlePath: string, document: KeptDocument): Promise<Result<void>> {
  const { name, bytes, extracted, textSha256 } = document
  const record: Original = {
    format: 'concord/original',
    version: 1,
    kind: extracted.kind,
    file: { name, bytes: bytes.length, sha256: sha256(bytes) },
    text_sha256: textSha256,
    added: timestamp(environment.now()),
    ...Object.fromEntries(Object.entries(extracted.facts).filter(([, value]) => value !== null)),
    remarks: [...extracted.remarks],
  }
  for (const [path, content] of [[originalPath(articlePath), bytes], [originalRecordPath(articlePath), serialise(originalSchema, record)]] as const) {
    const target = await resolveInside(disk, root, path)
    if (!target.ok) return target
    const written = await disk.writeAtomic(target.value, content, { expected: null })
    if (!written.ok) return written
  }
  return ok(undefined)
}
