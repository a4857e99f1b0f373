import type { Annotator } from '../../../core/model/annotation-set.ts'
import { serialise } from '../../../core/model/canonical.ts'
import { timestamp, type Environment } from '../../../core/model/environment.ts'
import { queriesPath } from '../../../core/model/folder-name.ts'
import { savedQueriesSchema, type SavedQuery } from '../../../core/model/saved-queries.ts'
import { ok, type Result } from '../../../core/result.ts'
import { resolveInside } from '../disk/contained.ts'
import type { Disk } from '../disk/disk.ts'
import { parseFile } from '../disk/parse-file.ts'
import { sha256 } from '../hash.ts'

interface Place {
  readonly disk: Disk
  readonly folder: string
  readonly annotator: Annotator
}

interface Kept {
  readonly queries: SavedQuery[]
  /** Of the file; null: there is none. */
  readonly sha256: string | null
}

/** What this person keeps; nothing when they have kept nothing yet. */
export async function readSavedQueries({ disk, folder, annotator }: Place): Promise<Result<Kept>> {
  const name = queriesPath(annotator.key)
  const absolute = await resolveInside(disk, folder, name)
  if (!absolute.ok) return absolute
  const text = await disk.readText(absolute.value)
  if (!text.ok) return text.error.code === 'file.missing' ? ok({ queries: [], sha256: null }) : text
  const parsed = parseFile(savedQueriesSchema, text.value, name)
  return parsed.ok ? ok({ queries: parsed.value.queries, sha256: sha256(text.value) }) : parsed
}

/** A file that cannot be read is not overwritten. */
export async function writeSavedQueries(place: Place, environment: Environment, queries: SavedQuery[]): Promise<Result<null>> {
  const before = await readSavedQueries(place)
  if (!before.ok) return before
  const { disk, folder, annotator } = place
  const absolute = await resolveInside(disk, folder, queriesPath(annotator.key))
  if (!absolute.ok) return absolute
  const text = serialise(savedQueriesSchema, { format: 'concord/queries', version: 1, author: annotator, modified: timestamp(environment.now()), queries })
  const written = await disk.writeAtomic(absolute.value, text, { expected: before.value.sha256 })
  return written.ok ? ok(null) : written
}
