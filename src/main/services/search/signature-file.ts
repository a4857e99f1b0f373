import { z } from 'zod'
import type { Signature } from '../../../core/search/signature.ts'
import type { Disk } from '../disk/disk.ts'
import { sha256 } from '../hash.ts'

/** Bump when a signature is made in another way: an older file is then thrown away. */
const VERSION = 1

const headSchema = z.object({
  format: z.literal('concord/search-index'),
  version: z.literal(VERSION),
  /** Of everything after the first line. */
  sha256: z.string(),
  /** Path, size and time of the file, when it was read (milliseconds since the epoch), bytes of its signature. */
  articles: z.array(z.tuple([z.string(), z.number(), z.number(), z.number(), z.int().positive()])),
})

export interface SignedArticle {
  readonly size: number
  readonly modified: number
  readonly read: number
  readonly signature: Signature
}

const FEED = 0x0a

/** By path; empty when there is no such file, or one that is damaged or of another version: it is made again. */
export async function readSignatures(disk: Disk, file: string): Promise<Map<string, SignedArticle>> {
  const signed = new Map<string, SignedArticle>()
  const bytes = await disk.readBytes(file)
  if (!bytes.ok) return signed
  const feed = bytes.value.indexOf(FEED)
  const head = headSchema.safeParse(parsed(new TextDecoder().decode(bytes.value.subarray(0, Math.max(0, feed)))))
  const body = bytes.value.subarray(feed + 1)
  if (!head.success || sha256(body) !== head.data.sha256) return signed
  let at = 0
  for (const [path, size, modified, read, length] of head.data.articles) {
    // A copy: a view would keep the whole file in memory.
    signed.set(path, { size, modified, read, signature: body.slice(at, at + length) })
    at += length
  }
  return at === body.length ? signed : new Map()
}

/** A failure costs time at the next start, nothing else. */
export async function writeSignatures(disk: Disk, file: string, signed: ReadonlyMap<string, SignedArticle>): Promise<boolean> {
  const body = new Uint8Array([...signed.values()].reduce((sum, { signature }) => sum + signature.length, 0))
  const articles: z.infer<typeof headSchema>['articles'] = []
  let at = 0
  for (const [path, { size, modified, read, signature }] of signed) {
    articles.push([path, size, modified, read, signature.length])
    body.set(signature, at)
    at += signature.length
  }
  const head = new TextEncoder().encode(`${JSON.stringify({ format: 'concord/search-index', version: VERSION, sha256: sha256(body), articles })}\n`)
  const whole = new Uint8Array(head.length + body.length)
  whole.set(head)
  whole.set(body, head.length)
  const written = await disk.writeAtomic(file, whole, { expected: undefined })
  return written.ok
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
