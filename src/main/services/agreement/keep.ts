import { join } from 'node:path'
import { keptAgreementSchema } from '../../../core/agreement/project/kept.ts'
import type { AgreementReport } from '../../../core/agreement/project/report.ts'
import { writeZip } from '../../../core/formats/zip.ts'
import { FORMAT_VERSION } from '../../../core/model/annotation-set.ts'
import { serialise } from '../../../core/model/canonical.ts'
import { newId, timestamp, type Environment } from '../../../core/model/environment.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { resolveInside } from '../disk/contained.ts'
import type { Disk } from '../disk/disk.ts'
import { sha256 } from '../hash.ts'
import type { UsedFile } from './gather.ts'

export interface KeepOptions {
  readonly disk: Disk
  /** The project's folder. */
  readonly folder: string
  readonly environment: Environment
  readonly report: AgreementReport
  /** What it was computed on. */
  readonly files: readonly UsedFile[]
}

/** Keeps numbers with what they were computed on. Answers the folder inside the project. Refused when a file is another by now. */
export async function keepAgreement({ disk, folder, environment, report, files }: KeepOptions): Promise<Result<string>> {
  const copies: { path: string; bytes: Uint8Array<ArrayBuffer> }[] = []
  for (const { file, sha256: then } of files) {
    const bytes = await disk.readBytes(join(folder, ...file.split('/')))
    if (!bytes.ok) return bytes
    if (sha256(bytes.value) !== then) return fail('agreement.changed', `${file} has changed since the numbers were computed; nothing was kept.`, 'Compute agreement again.')
    copies.push({ path: file, bytes: new Uint8Array(bytes.value) })
  }
  const id = newId(environment)
  const name = `agreement/${id}`
  // The copies first: where the result is, they are too.
  for (const [file, content] of [
    ['sets.zip', writeZip(copies)],
    ['result.json', serialise(keptAgreementSchema, { format: 'concord/agreement', version: FORMAT_VERSION, id, made: timestamp(environment.now()), files: [...files], report })],
  ] as const) {
    const place = await resolveInside(disk, folder, `${name}/${file}`)
    if (!place.ok) return place
    const written = await disk.writeAtomic(place.value, content, { expected: null })
    if (!written.ok) return written
  }
  return ok(name)
}
