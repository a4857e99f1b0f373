import { join } from 'node:path'
import type { FormatFile } from '../../../core/formats/adapter.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import type { Disk } from '../disk/disk.ts'
import { cancelled } from '../export/collect-sets.ts'

export interface WrittenFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/**
 * Writes the files of an export into a folder, one after the other: all of them or none. Nothing that is there is overwritten: the first
 * name that is taken ends it.
 */
export async function writeFormatFiles(disk: Disk, folder: string, files: Iterable<FormatFile>, signal?: AbortSignal): Promise<Result<WrittenFile[]>> {
  const written: WrittenFile[] = []
  const done = await writeEach(disk, folder, files, written, signal)
  if (done.ok) return ok(written)
  await removeFiles(disk, folder, written)
  return done
}

/** What was written before it went wrong. */
export async function removeFiles(disk: Disk, folder: string, written: readonly WrittenFile[]): Promise<void> {
  for (const { name } of written) await disk.remove(join(folder, ...name.split('/')))
}

async function writeEach(disk: Disk, folder: string, files: Iterable<FormatFile>, written: WrittenFile[], signal: AbortSignal | undefined): Promise<Result<null>> {
  for (const file of files) {
    if (signal?.aborted) return cancelled()
    const parts = file.path.split('/')
    if (parts.some((part) => part === '' || part === '..' || part === '.')) return fail('export.name', `${JSON.stringify(file.path)} is no name for a file.`, 'Rename the article.')
    const bytes = piecesOf(file.content)
    const result = await disk.writeAtomic(join(folder, ...parts), bytes, { expected: null })
    if (!result.ok) {
      if (result.error.code !== 'file.changed') return result
      return fail('export.exists', `${file.path} is there already in ${folder}.`, 'Choose an empty folder: nothing is overwritten.', { where: { file: file.path } })
    }
    written.push({ name: file.path, bytes: bytes.length, sha256: result.value.sha256 })
  }
  return ok(null)
}

const CHUNK = 1 << 20

/** In pieces: one string of a whole project may be longer than a string can be. */
function piecesOf(content: FormatFile['content']): Uint8Array {
  const encoder = new TextEncoder()
  const pieces: Uint8Array[] = []
  let pending = ''
  for (const piece of content) {
    if (typeof piece === 'string') pending += piece
    if (pending.length > CHUNK || typeof piece !== 'string') {
      pieces.push(encoder.encode(pending))
      pending = ''
    }
    if (typeof piece !== 'string') pieces.push(piece)
  }
  pieces.push(encoder.encode(pending))
  return new Uint8Array(Buffer.concat(pieces))
}
