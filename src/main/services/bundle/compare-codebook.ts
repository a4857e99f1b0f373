import type { SetDiff } from '../../../core/model/gesture.ts'
import { unknownIn, type NamedOtherwise, type Unknown } from '../../../core/bundle/unknown.ts'
import { compareVersions, type VersionStanding } from '../../../core/bundle/versions.ts'
import { codebookSchema, type Codebook } from '../../../core/model/codebook.ts'
import { parseFile } from '../disk/parse-file.ts'
import { sha256 } from '../hash.ts'
import { codebookVersions } from '../project/codebook-versions.ts'
import type { BundleContext } from './context.ts'
import { decode, type OpenBundle } from './open-bundle.ts'
import type { ImportPlan } from './plan-import.ts'

export interface ComparedCodebook {
  readonly standing: VersionStanding
  readonly here: string
  readonly there: string
  /** The bundle's current codebook; null where it does not have it, or it cannot be read. */
  readonly codebook: Codebook | null
  readonly unknown: readonly Unknown[]
  readonly otherwise: readonly NamedOtherwise[]
}

/** The codebook here beside the bundle's, and what the sets that can be taken use of it that is not known here. */
export async function compareCodebook({ disk, opened }: BundleContext, open: OpenBundle, plan: ImportPlan): Promise<ComparedCodebook> {
  const theirs = bundleCodebooks(open)
  const known = await codebookVersions(disk, opened.folder, opened.project.codebook)
  const parents = new Map<string, string | null>([...known, ...[...theirs].map(([version, { codebook }]) => ({ version, parent: codebook.parent }))].map(({ version, parent }) => [version, parent]))
  const here = opened.project.codebook
  const there = open.bundle.codebook
  const codebook = theirs.get(there)?.codebook ?? (there === here ? opened.codebook : null)
  const sets = plan.files.flatMap((file) => (file.kind === 'set' && file.standing !== 'no_article' ? [file.set] : []))
  return { standing: compareVersions(here, there, parents), here, there, codebook, ...unknownIn(sets, opened.codebook, codebook) }
}

/** Versions in the bundle whose bytes have the hash that is their name. */
export function bundleCodebooks({ files }: OpenBundle): Map<string, { readonly codebook: Codebook; readonly bytes: Uint8Array }> {
  const found = new Map<string, { codebook: Codebook; bytes: Uint8Array }>()
  for (const { place, bytes, path } of files) {
    if (place.kind !== 'codebook' || sha256(bytes) !== place.version) continue
    const parsed = parseFile(codebookSchema, decode(bytes) ?? '', path)
    if (parsed.ok) found.set(place.version, { codebook: parsed.value, bytes })
  }
  return found
}

/** Records that a diff adds, changes and takes away; relations count like annotations. */
export function countDiff({ annotations, relations, state }: SetDiff): { added: number; changed: number; removed: number; status: boolean } {
  return {
    added: annotations.added.length + relations.added.length,
    changed: annotations.updated.length + relations.updated.length,
    removed: annotations.removed.length + relations.removed.length,
    status: state !== null,
  }
}
