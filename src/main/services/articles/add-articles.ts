import type { Extracted, Remark } from '../../../core/extract/extracted.ts'
import { originalKind, type OriginalKind } from '../../../core/extract/kinds.ts'
import type { Environment } from '../../../core/model/environment.ts'
import { articlePathOf } from '../../../core/model/original.ts'
import { err, ok } from '../../../core/result.ts'
import type { Result } from '../../../core/result.ts'
import { resolveInside } from '../disk/contained.ts'
import type { Disk } from '../disk/disk.ts'
import type { Extractor } from '../extract/extractor.ts'
import { decodeArticle } from './decode.ts'
import type { ArticleFacts, ReadFacts } from './facts.ts'
import { LARGEST_BYTES, readFacts, TOO_LARGE } from './facts.ts'
import type { Candidate } from './gather.ts'
import { gather } from './gather.ts'
import { inParallel } from './in-parallel.ts'
import { keepOriginal } from './originals.ts'
import { freePath, placeKey, safePath } from './place-for.ts'

export interface AddOptions {
  readonly onProgress?: (done: number, total: number) => void
  /** What was added until then stays, each file whole. */
  readonly signal?: AbortSignal
  /** Takes the text out of documents; without one they are refused. */
  readonly extractor?: Extractor
}

export interface AddReport {
  /** `extracted`: of a document, what it is and what its text does not show. */
  readonly added: { readonly id: string; readonly path: string; readonly notice: string | null; readonly extracted: { readonly kind: OriginalKind; readonly remarks: readonly Remark[] } | null }[]
  /** Same text as an article that is there already; nothing was copied. */
  readonly duplicates: { readonly name: string; readonly sameAs: string }[]
  /** `reason` follows the name and a colon. */
  readonly refused: { readonly name: string; readonly reason: string }[]
  readonly cancelled: boolean
}

export interface AddTo {
  readonly disk: Disk
  readonly root: string
  readonly environment: Environment
  readonly known: readonly ArticleFacts[]
  readonly learn: (path: string, facts: ReadFacts) => ArticleFacts
}

interface Ready {
  readonly candidate: Candidate
  /** Of the article. */
  readonly bytes: Uint8Array
  readonly facts: ReadFacts
  /** What the article's text was taken from. */
  readonly document: { readonly bytes: Uint8Array; readonly extracted: Extracted } | null
}

/** So many are read, then copied, at once: flushing one by one would make a thousand articles a matter of minutes. */
const BATCH = 32

/**
 * Copies articles into the project, byte by byte, at places that no other article has. Of a document, the text becomes the article, and the
 * document is kept beside it.
 */
export async function addArticles(
  { disk, root, environment, known, learn }: AddTo,
  sources: readonly string[],
  options: AddOptions,
): Promise<AddReport> {
  const { candidates, refused: refusedKinds } = await gather(disk, sources)
  const report = {
    added: [] as AddReport['added'][number][],
    duplicates: [] as AddReport['duplicates'][number][],
    refused: [...refusedKinds],
  }
  const byText = new Map(known.filter((facts) => !facts.problem).map((facts) => [facts.textSha256, facts.path]))
  const taken = new Set(known.map((facts) => placeKey(facts.path)))
  let done = 0

  /**
   * Where it goes, or null with the reason in the report. In order, so that the same choice always gives the same
   * names.
   */
  const place = ({ candidate, facts, document }: Ready): string | null => {
    const sameAs = byText.get(facts.textSha256)
    const wanted = safePath(candidate.name)
    if (sameAs !== undefined) report.duplicates.push({ name: candidate.name, sameAs })
    else if (wanted === null)
      report.refused.push({ name: candidate.name, reason: 'its name is longer than 200 bytes. Give it a shorter one.' })
    if (sameAs !== undefined || wanted === null) return null
    const path = document ? articlePathOf(freePath(wanted, (key) => taken.has(placeKey(articlePathOf(key))))) : freePath(wanted, (key) => taken.has(key))
    taken.add(placeKey(path))
    byText.set(facts.textSha256, path)
    return path
  }

  const copy = async (ready: Ready, path: string): Promise<Result<void>> => {
    const target = await resolveInside(disk, root, `articles/${path}`)
    if (!target.ok) return target
    const { document, candidate, facts } = ready
    const kept = document ? await keepOriginal(disk, root, environment, path, { ...document, name: candidate.name.slice(candidate.name.lastIndexOf('/') + 1), textSha256: facts.textSha256 }) : ok(undefined)
    if (!kept.ok) return kept
    const written = await disk.writeAtomic(target.value, ready.bytes, { expected: null })
    return written.ok ? ok(undefined) : written
  }

  for (let start = 0; start < candidates.length && !options.signal?.aborted; start += BATCH) {
    const batch = candidates.slice(start, start + BATCH)
    const read = await inParallel(batch, BATCH, (candidate) => readCandidate(disk, candidate, options))
    // What was cut short is not refused: it was not wanted any more.
    if (options.signal?.aborted && read.some((result) => !result.ok)) break
    const placed: { ready: Ready; path: string }[] = []
    for (const [index, result] of read.entries()) {
      if (!result.ok) report.refused.push({ name: batch[index]?.name ?? '', reason: result.error })
      const path = result.ok ? place(result.value) : null
      if (result.ok && path !== null) placed.push({ ready: result.value, path })
    }
    const copied = await inParallel(placed, BATCH, ({ ready, path }) => copy(ready, path))
    for (const [index, { ready, path }] of placed.entries()) {
      const result = copied[index]
      if (result?.ok) {
        const extracted = ready.document && { kind: ready.document.extracted.kind, remarks: ready.document.extracted.remarks }
        report.added.push({ id: learn(path, ready.facts).id, path, notice: ready.facts.notice, extracted })
      } else {
        byText.delete(ready.facts.textSha256)
        report.refused.push({
          name: ready.candidate.name,
          reason: result ? result.error.message : 'it could not be copied.',
        })
      }
    }
    done += batch.length
    options.onProgress?.(done, candidates.length)
  }
  return { ...report, cancelled: done < candidates.length }
}

async function readCandidate(disk: Disk, candidate: Candidate, options: AddOptions): Promise<Result<Ready, string>> {
  const stat = await disk.stat(candidate.absolute)
  if (stat.ok && stat.value && stat.value.size > LARGEST_BYTES) return err(TOO_LARGE)
  const bytes = await disk.readBytes(candidate.absolute)
  if (!bytes.ok) return err(bytes.error.message)
  const kind = originalKind(candidate.name)
  if (kind !== null) return readDocument(candidate, kind, bytes.value, options)
  const decoded = decodeArticle(bytes.value)
  if (!decoded.ok) return err(decoded.reason)
  if (decoded.text.trim() === '') return err('it is empty.')
  return ok({ candidate, bytes: bytes.value, facts: readFacts(candidate.name, bytes.value, decoded), document: null })
}

async function readDocument(candidate: Candidate, kind: OriginalKind, bytes: Uint8Array, { extractor, signal }: AddOptions): Promise<Result<Ready, string>> {
  const extracted = extractor ? await extractor.extract(kind, candidate.name, bytes, signal) : err('no text can be taken out of it here.')
  if (!extracted.ok) return extracted
  const article = new TextEncoder().encode(extracted.value.text)
  return ok({ candidate, bytes: article, facts: readFacts(articlePathOf(candidate.name), article), document: { bytes, extracted: extracted.value } })
}
