import { err, ok } from '../../../core/result.ts'
import type { Result } from '../../../core/result.ts'
import { resolveInside } from '../disk/contained.ts'
import type { Disk } from '../disk/disk.ts'
import { decodeArticle } from './decode.ts'
import type { ArticleFacts, ReadFacts } from './facts.ts'
import { LARGEST_BYTES, readFacts, TOO_LARGE } from './facts.ts'
import type { Candidate } from './gather.ts'
import { gather } from './gather.ts'
import { inParallel } from './in-parallel.ts'
import { freePath, placeKey, safePath } from './place-for.ts'

export interface AddOptions {
  readonly onProgress?: (done: number, total: number) => void
  /** What was added until then stays, each file whole. */
  readonly signal?: AbortSignal
}

export interface AddReport {
  readonly added: { readonly id: string; readonly path: string; readonly notice: string | null }[]
  /** Same text as an article that is there already; nothing was copied. */
  readonly duplicates: { readonly name: string; readonly sameAs: string }[]
  /** `reason` follows the name and a colon. */
  readonly refused: { readonly name: string; readonly reason: string }[]
  readonly cancelled: boolean
}

export interface AddTo {
  readonly disk: Disk
  readonly root: string
  readonly known: readonly ArticleFacts[]
  readonly learn: (path: string, facts: ReadFacts) => ArticleFacts
}

interface Ready {
  readonly candidate: Candidate
  readonly bytes: Uint8Array
  readonly facts: ReadFacts
}

/** So many are read, then copied, at once: flushing one by one would make a thousand articles a matter of minutes. */
const BATCH = 32

/** Copies articles into the project, byte by byte, at places that no other article has. */
export async function addArticles(
  { disk, root, known, learn }: AddTo,
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
  const place = ({ candidate, facts }: Ready): string | null => {
    const sameAs = byText.get(facts.textSha256)
    const wanted = safePath(candidate.name)
    if (sameAs !== undefined) report.duplicates.push({ name: candidate.name, sameAs })
    else if (wanted === null)
      report.refused.push({ name: candidate.name, reason: 'its name is longer than 200 bytes. Give it a shorter one.' })
    if (sameAs !== undefined || wanted === null) return null
    const path = freePath(wanted, (key) => taken.has(key))
    taken.add(placeKey(path))
    byText.set(facts.textSha256, path)
    return path
  }

  const copy = async (ready: Ready, path: string): Promise<Result<void>> => {
    const target = await resolveInside(disk, root, `articles/${path}`)
    if (!target.ok) return target
    const written = await disk.writeAtomic(target.value, ready.bytes, { expected: null })
    return written.ok ? ok(undefined) : written
  }

  for (let start = 0; start < candidates.length && !options.signal?.aborted; start += BATCH) {
    const batch = candidates.slice(start, start + BATCH)
    const read = await inParallel(batch, BATCH, (candidate) => readCandidate(disk, candidate))
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
        report.added.push({ id: learn(path, ready.facts).id, path, notice: ready.facts.notice })
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

async function readCandidate(disk: Disk, candidate: Candidate): Promise<Result<Ready, string>> {
  const stat = await disk.stat(candidate.absolute)
  if (stat.ok && stat.value && stat.value.size > LARGEST_BYTES) return err(TOO_LARGE)
  const bytes = await disk.readBytes(candidate.absolute)
  if (!bytes.ok) return err(bytes.error.message)
  const decoded = decodeArticle(bytes.value)
  if (!decoded.ok) return err(decoded.reason)
  if (decoded.text.trim() === '') return err('it is empty.')
  return ok({ candidate, bytes: bytes.value, facts: readFacts(candidate.name, bytes.value, decoded) })
}
