import { basename } from 'node:path'
import { bundlePlace, type BundlePlace } from '../../../core/bundle/place.ts'
import { bundleSchema, type Bundle } from '../../../core/model/bundle.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import type { ZipEntry } from '../../../core/zip/directory.ts'
import { placeKey, safePath } from '../articles/place-for.ts'
import { pathProblem } from '../disk/contained.ts'
import type { Disk } from '../disk/disk.ts'
import { parseFile } from '../disk/parse-file.ts'
import { sha256 } from '../hash.ts'
import { unpack } from './unpack.ts'
import { LARGEST_ZIP, readBundleDirectory, ZIP_LIMITS, type ZipLimits } from './zip-directory.ts'

export interface BundleFile {
  /** As in the bundle, and as it would be in a project. */
  readonly path: string
  readonly place: BundlePlace
  readonly bytes: Uint8Array
}

/** A file of a bundle that is not taken, and why: follows its name and a colon. */
export interface LeftOut {
  readonly file: string
  readonly why: string
}

/** A bundle that is unpacked in memory: whatever happens to the file later, what was shown is what is taken. */
export interface OpenBundle {
  /** Name of the file. */
  readonly name: string
  readonly bundle: Bundle
  /** Listed, there, and with the hash that the list says. */
  readonly files: readonly BundleFile[]
  readonly leftOut: readonly LeftOut[]
}

const LONGEST_PATH = 1000
export const MANIFEST = 'bundle.json'

/** Opens a `.concord.zip`. Hostile or broken as a whole: refused as a whole. Writes nothing. */
export async function openBundle(disk: Disk, path: string, limits: ZipLimits = ZIP_LIMITS): Promise<Result<OpenBundle>> {
  const stat = await disk.stat(path)
  if (!stat.ok) return stat
  if (stat.value && stat.value.size > LARGEST_ZIP) {
    return fail('bundle.tooLarge', `The bundle was not opened: it is larger than ${LARGEST_ZIP / 1024 / 1024} MB.`, 'Ask for it in several bundles, or with the articles as hashes only.')
  }
  const zip = await disk.readBytes(path)
  return zip.ok ? readBundle(zip.value, basename(path), limits) : zip
}

export async function readBundle(zip: Uint8Array, name: string, limits: ZipLimits = ZIP_LIMITS): Promise<Result<OpenBundle>> {
  const entries = readBundleDirectory(zip, limits)
  if (!entries.ok) return entries
  const byName = new Map(entries.value.map((entry) => [entry.name, entry]))
  const unsafe = unsafeName(entries.value)
  if (unsafe !== null) return fail('bundle.unsafe', `The bundle was not opened: ${unsafe}.`, 'Nothing was changed. Ask whoever sent it to export the bundle again in Concord.')
  const manifest = byName.get(MANIFEST)
  if (!manifest) return fail('bundle.none', `${name} is a zip file, but not a bundle of Concord: it has no bundle.json.`, 'Choose a file that Concord exported, which ends in .concord.zip.')
  const described = await unpack(zip, manifest)
  if (!described.ok) return described
  const text = decode(described.value)
  const bundle = text === null ? fail('file.encoding', `${MANIFEST} is not UTF-8 text.`, 'Ask for the bundle again.') : parseFile(bundleSchema, text, MANIFEST)
  if (!bundle.ok) return bundle

  const files: BundleFile[] = []
  const leftOut: LeftOut[] = []
  const listed = new Set([MANIFEST])
  for (const { path, bytes: size, sha256: hash } of bundle.value.files) {
    const entry = byName.get(path)
    const place = bundlePlace(path)
    if (listed.has(path)) continue
    listed.add(path)
    if (!entry) leftOut.push({ file: path, why: 'it is on the bundle’s list, but not in the bundle.' })
    else if (!place) leftOut.push({ file: path, why: 'this version of Concord does not know this kind of file.' })
    else {
      const bytes = await unpack(zip, entry)
      if (!bytes.ok) leftOut.push({ file: path, why: 'it is damaged.' })
      else if (entry.size !== size || sha256(bytes.value) !== hash) leftOut.push({ file: path, why: 'it is not the file that the bundle’s list names; somebody changed it.' })
      else files.push({ path, place, bytes: bytes.value })
    }
  }
  for (const { name: entry } of entries.value) {
    if (!listed.has(entry)) leftOut.push({ file: entry, why: 'it is not on the bundle’s list.' })
  }
  return ok({ name, bundle: bundle.value, files, leftOut })
}

/** Why no project could hold the names as they are, in words, or null. */
function unsafeName(entries: readonly ZipEntry[]): string | null {
  const seen = new Set<string>()
  for (const { name } of entries) {
    // The longest name of an article leaves room for this ending.
    const stem = name.replace(/\.json$/, '')
    const problem = pathProblem(name) ?? (safePath(stem) === stem && name.length <= LONGEST_PATH ? null : 'not every system takes such a name')
    // Mac's own zip program adds files about files; they are not on any list, and nobody takes them.
    if (problem !== null && !name.startsWith('__MACOSX/')) return `“${name.slice(0, 200)}”: ${problem}`
    const key = placeKey(name)
    if (seen.has(key)) return `“${name}” is in it twice`
    seen.add(key)
  }
  return null
}

export function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
