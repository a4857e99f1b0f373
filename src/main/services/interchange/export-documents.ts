import { join } from 'node:path'
import type { Adapter, ParseOptions, SerializeOptions, SourceFile } from '../../../core/formats/adapter.ts'
import { differencesOf, unreported } from '../../../core/formats/compare-interchange.ts'
import type { InterchangeDocument, Scheme } from '../../../core/formats/interchange.ts'
import type { Loss } from '../../../core/formats/losses.ts'
import { readBack } from '../../../core/formats/round-trip.ts'
import { ok, type Result } from '../../../core/result.ts'
import type { Disk } from '../disk/disk.ts'
import { cancelled } from '../export/collect-sets.ts'
import { removeFiles, writeFormatFiles, type WrittenFile } from './write-files.ts'

/** What was written in a format, and what became of it when it was read again. */
export interface FormatReceipt {
  readonly files: readonly WrittenFile[]
  readonly location: string
  readonly documents: number
  readonly annotations: number
  readonly relations: number
  /** What the format could not hold, by kind. */
  readonly losses: readonly Loss[]
  /** The files were read from the disk again, and whatever differs is among the losses. Null: the format is not read, only written. */
  readonly verified: boolean | null
  /** What was wrong when they were read again. */
  readonly problems: readonly string[]
  /** What to do in the other tool. */
  readonly advice: readonly string[]
}

const MOST_PROBLEMS = 20

/** A long piece of work: what it says of its progress, and what ends it. */
export interface Work {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

/** Writes documents as files of one format, reads the files from the disk again, and compares. Cancelled, it leaves none of its files. */
export async function exportDocuments(
  disk: Disk,
  adapter: Adapter,
  { scheme, documents }: { readonly scheme: Scheme; readonly documents: readonly InterchangeDocument[] },
  folder: string,
  options: SerializeOptions,
  { signal, onProgress }: Work = {},
): Promise<Result<FormatReceipt>> {
  const tell = (done: number, total: number) => onProgress?.(done, total)
  const serialized = adapter.serialize?.({ scheme, documents: walked(documents, (done) => tell(done, documents.length * 2)) }, options)
  if (!serialized) return ok({ files: [], location: folder, documents: 0, annotations: 0, relations: 0, losses: [], verified: null, problems: [`${adapter.title} is only read.`], advice: [] })
  const written = await writeFormatFiles(disk, folder, serialized.files, signal)
  if (!written.ok) return written
  const losses = serialized.losses()
  const problems = adapter.parse ? await problemsIn(disk, adapter, folder, written.value, documents, losses, serialized.readBack?.() ?? {}, options, { signal, onProgress: (done, total) => tell(total + done, total * 2) }) : null
  if (signal?.aborted) {
    await removeFiles(disk, folder, written.value)
    return cancelled()
  }
  const sets = documents.flatMap((document) => document.sets)
  return ok({
    files: written.value,
    location: folder,
    documents: documents.length,
    annotations: sets.reduce((sum, { annotations }) => sum + annotations.length, 0),
    relations: sets.reduce((sum, { relations }) => sum + relations.length, 0),
    losses,
    verified: problems === null ? null : problems.length === 0,
    problems: problems ?? [],
    advice: serialized.advice?.() ?? [],
  })
}

function* walked(documents: readonly InterchangeDocument[], tell: (done: number) => void): Iterable<InterchangeDocument> {
  for (const [index, document] of documents.entries()) {
    yield document
    tell(index + 1)
  }
}

async function problemsIn(
  disk: Disk,
  adapter: Adapter,
  folder: string,
  written: readonly WrittenFile[],
  documents: readonly InterchangeDocument[],
  losses: readonly Loss[],
  told: ParseOptions,
  { own }: SerializeOptions,
  { signal, onProgress }: Work,
): Promise<string[]> {
  const files: SourceFile[] = []
  for (const [index, { name }] of written.entries()) {
    if (signal?.aborted) return []
    onProgress?.(index, written.length)
    const bytes = await disk.readBytes(join(folder, ...name.split('/')))
    if (!bytes.ok) return [bytes.error.message]
    files.push({ path: name, bytes: bytes.value })
  }
  const back = readBack(adapter, files, { ...told, ...(own && { own }) })
  if (!back.ok) return [back.error.message]
  const refused = back.value.flatMap((parsed) => parsed.refused).map(({ file, what, why }) => `${file}: ${what}: ${why}`)
  const differences = unreported(differencesOf({ documents }, back.value.flatMap((parsed) => parsed.documents)), losses)
  return [...refused, ...differences.map(({ what }) => what)].slice(0, MOST_PROBLEMS)
}
