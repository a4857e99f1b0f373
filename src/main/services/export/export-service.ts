import { join } from 'node:path'
import { firstDifference } from '../../../core/formats/compare.ts'
import { readCsv, writeCsv } from '../../../core/formats/csv.ts'
import { verifyRecord, type ExportRecord } from '../../../core/formats/export-record.ts'
import { readJsonl, writeJsonl } from '../../../core/formats/jsonl.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import type { Disk } from '../disk/disk.ts'
import { fileStem } from '../interchange/outgoing/file-stem.ts'
import { cancelled, collectSets, type CollectOptions } from './collect-sets.ts'
import type { Receipt } from './receipt.ts'

export type ExportFormat = 'jsonl' | 'csv'

export interface ExportOptions extends CollectOptions {
  /** The project's name, which the file is named after. */
  readonly project: string
  readonly format: ExportFormat
  /** An absolute path; made where it is missing. */
  readonly outFolder: string
}

/**
 * Writes the annotation sets as they are on disk to one new file, reads that file back, compares it with the sets,
 * and cuts every quote out of its article by the offsets that were read. Nothing that is there is overwritten.
 */
export async function exportSets(options: ExportOptions): Promise<Result<Receipt>> {
  const { disk, format, outFolder, project, codebook, signal } = options
  const collected = await collectSets(options)
  if (!collected.ok) return collected
  if (signal?.aborted) return cancelled()
  const { records, articles, annotators, omitted, problems, hidden } = collected.value
  const bytes = encode(format === 'csv' ? writeCsv(records, codebook) : writeJsonl(records))
  const written = await writeNew(disk, outFolder, fileStem(project), format, bytes)
  if (!written.ok) return written
  const { name, sha256 } = written.value
  const wrong = await whatIsWrong(options, join(outFolder, name), name, records)
  if (wrong !== null) {
    problems.push({
      file: name,
      line: null,
      message: `${name} was read back and is not right: ${wrong}.`,
      remedy: 'Do not use this file. Export again, to another disk if it happens again.',
    })
  }
  return ok({
    files: [{ name, bytes: bytes.length, sha256 }],
    location: outFolder,
    articles,
    annotators,
    annotations: records.length,
    verified: wrong === null,
    omitted,
    problems,
    hidden,
  })
}

/** What is wrong with the file as it is on disk now, in words, or null. */
async function whatIsWrong(
  { disk, format, text, codebook }: ExportOptions,
  path: string,
  name: string,
  expected: readonly ExportRecord[],
): Promise<string | null> {
  const content = await disk.readText(path)
  if (!content.ok) return content.error.message
  const read = format === 'csv' ? readCsv(content.value, name, codebook) : readJsonl(content.value.split('\n'), name)
  if (!read.ok) return read.error.message
  const difference = firstDifference(expected, read.value)
  if (difference !== null) return difference
  let points: string[] = []
  let last: string | null = null
  for (const record of read.value) {
    if (record.article !== last) {
      const article = await text(record.article)
      if (!article.ok) return article.error.message
      points = [...article.value.text]
      last = record.article
    }
    const problem = verifyRecord(points, record)
    if (problem !== null) return `${record.article}: ${problem}`
  }
  return null
}

/** Under the first name that is free. */
async function writeNew(
  disk: Disk,
  folder: string,
  stem: string,
  format: ExportFormat,
  bytes: Uint8Array,
): Promise<Result<{ name: string; sha256: string }>> {
  for (let count = 1; count < 10_000; count += 1) {
    const name = count === 1 ? `${stem}.${format}` : `${stem} (${count}).${format}`
    const taken = await disk.exists(join(folder, name))
    if (!taken.ok) return taken
    if (taken.value) continue
    const written = await disk.writeAtomic(join(folder, name), bytes, { expected: null })
    if (written.ok) return ok({ name, sha256: written.value.sha256 })
    if (written.error.code !== 'file.changed') return written
  }
  return fail('export.name', `${folder} holds too many exports of this project.`, 'Choose another folder.')
}

const CHUNK = 1 << 20

/** In pieces: one string of a whole project may be longer than a string can be. */
function encode(lines: Iterable<string>): Uint8Array {
  const encoder = new TextEncoder()
  const pieces: Uint8Array[] = []
  let pending = ''
  for (const line of lines) {
    pending += line
    if (pending.length < CHUNK) continue
    pieces.push(encoder.encode(pending))
    pending = ''
  }
  pieces.push(encoder.encode(pending))
  return new Uint8Array(Buffer.concat(pieces))
}
