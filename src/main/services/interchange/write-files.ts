import { join } from 'node:path'
import type { FormatFile } from '../../../core/formats/adapter.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import type { Disk } from '../disk/disk.ts'

export interface WrittenFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** Writes the files of an export into a folder, one after the other. Nothing that is there is overwritten: the first name that is taken ends it. */
export async function writeFormatFiles(disk: Disk, folder: string, files: Iterable<FormatFile>): Promise<Result<WrittenFile[]>> {
  const written: WrittenFile[] = []
  for (const file of files) {
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
  return ok(written)
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
