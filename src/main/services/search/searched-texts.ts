import { join } from 'node:path'
import type { Environment } from '../../../core/model/environment.ts'
import { foldForSearch } from '../../../core/search/fold.ts'
import { signatureOf, type Signature } from '../../../core/search/signature.ts'
import { TOO_FRESH } from '../articles/article-cache.ts'
import { decodeArticle } from '../articles/decode.ts'
import { LARGEST_BYTES } from '../articles/facts.ts'
import { resolveInside } from '../disk/contained.ts'
import type { Disk } from '../disk/disk.ts'
import { readSignatures, writeSignatures, type SignedArticle } from './signature-file.ts'

/** Texts that are kept in memory, UTF-16 units: 10,000 articles of 5 KB fit. */
const MOST_KEPT = 64 * 1024 * 1024

/**
 * The texts of a project, each read when it is asked for and kept while there is room, and the signature of each, which lies in
 * `.concord/search/` and says without reading what a text cannot hold.
 */
export interface SearchedTexts {
  /** Looks at the file again before it is next used: of these, or of all. */
  doubt(paths: readonly string[] | null): void
  /** As the file is; null: it has to be read first. Looks at the file where that is in doubt. */
  signature(path: string): Promise<Signature | null>
  /** Null: it cannot be read. */
  text(path: string): Promise<string | null>
  /** Keeps only these, and writes the signatures where some are new. */
  save(paths: readonly string[]): Promise<void>
}

export interface SearchedTextsOptions {
  readonly disk: Disk
  readonly folder: string
  readonly environment: Environment
  /** False: nothing is written. */
  readonly keep: boolean
}

export function createSearchedTexts({ disk, folder, environment, keep }: SearchedTextsOptions): SearchedTexts {
  const file = join(folder, '.concord', 'search', 'signatures.bin')
  let loading: Promise<Map<string, SignedArticle>> | null = null
  const signatures = () => (loading ??= readSignatures(disk, file))
  /** Those whose file was looked at since it was last in doubt. */
  const sure = new Set<string>()
  const texts = new Map<string, string>()
  let kept = 0
  let changed = false

  const forget = (path: string): void => {
    kept -= texts.get(path)?.length ?? 0
    texts.delete(path)
  }
  const keepText = (path: string, text: string): void => {
    forget(path)
    texts.set(path, text)
    kept += text.length
    for (const oldest of texts.keys()) {
      if (kept <= MOST_KEPT) break
      if (oldest !== path) forget(oldest)
    }
  }

  /** Lets go of what is known of a file that is another now. */
  const look = async (path: string): Promise<void> => {
    if (sure.has(path)) return
    const stamp = await disk.stat(join(folder, 'articles', ...path.split('/')))
    const signed = (await signatures()).get(path)
    const isSame = stamp.ok && stamp.value !== null && signed !== undefined && signed.size === stamp.value.size && signed.modified === stamp.value.modified && signed.read - signed.modified > TOO_FRESH
    if (!isSame) {
      forget(path)
      if (signed) changed = (await signatures()).delete(path) || changed
    }
    sure.add(path)
  }

  const read = async (path: string): Promise<string | null> => {
    const absolute = await resolveInside(disk, folder, `articles/${path}`)
    if (!absolute.ok) return null
    const stamp = await disk.stat(absolute.value)
    if (!stamp.ok || !stamp.value || stamp.value.size > LARGEST_BYTES) return null
    const now = environment.now()
    const bytes = await disk.readBytes(absolute.value)
    const decoded = bytes.ok ? decodeArticle(bytes.value) : null
    if (!decoded?.ok) return null
    const { size, modified } = stamp.value
    const known = await signatures()
    if (!known.has(path)) {
      known.set(path, { size, modified, read: now, signature: signatureOf(foldForSearch(decoded.text)) })
      changed = true
    }
    keepText(path, decoded.text)
    return decoded.text
  }

  return {
    doubt: (paths) => {
      if (paths) for (const path of paths) sure.delete(path)
      else sure.clear()
    },
    signature: async (path) => {
      await look(path)
      return (await signatures()).get(path)?.signature ?? null
    },
    text: async (path) => {
      await look(path)
      return texts.get(path) ?? read(path)
    },
    save: async (paths) => {
      const known = await signatures()
      const wanted = new Set(paths)
      for (const path of known.keys()) if (!wanted.has(path)) changed = known.delete(path) || changed
      if (!changed || !keep) return
      changed = !(await writeSignatures(disk, file, known))
    },
  }
}
