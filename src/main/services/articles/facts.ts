import { z } from 'zod'
import { articleId } from '../../../core/model/folder-name.ts'
import { encodingSchema } from '../../../core/model/project.ts'
import { countWords } from '../../../core/text/count.ts'
import { readHeader } from '../../../core/text/header.ts'
import { titleOf } from '../../../core/text/title.ts'
import { sha256 } from '../hash.ts'
import type { Decoded } from './decode.ts'
import { decodeArticle } from './decode.ts'

/** What is read from an article's bytes, and kept in the cache. */
export const readFactsSchema = z.object({
  encoding: encodingSchema,
  bytesSha256: z.string(),
  /** Of the normalised text in UTF-8. */
  textSha256: z.string(),
  header: z
    .object({
      date: z.string().nullable(),
      dateline: z.string().nullable(),
      /** UTF-16 offsets over the normalised text, end exclusive. */
      start: z.int(),
      end: z.int(),
    })
    .nullable(),
  title: z.string(),
  words: z.int(),
  notice: z.string().nullable(),
  /** Why the file cannot be used, or null. */
  problem: z.string().nullable(),
})
export type ReadFacts = z.infer<typeof readFactsSchema>

export interface ArticleFacts extends ReadFacts {
  readonly id: string
  /** Inside `articles/`, with `/`, as on disk. */
  readonly path: string
}

/** Files above this many bytes are not opened: nothing that a person reads is that long. */
export const LARGEST_BYTES = 64 * 1024 * 1024
export const TOO_LARGE = 'it is larger than 64 MB. Split it into smaller files.'

/** Reads everything the list shows from an article's bytes. */
export function readFacts(path: string, bytes: Uint8Array, decoded: Decoded = decodeArticle(bytes)): ReadFacts {
  const bytesSha256 = sha256(bytes)
  if (!decoded.ok) return unusable(path, decoded.reason, bytesSha256)
  const { text, encoding, notice } = decoded
  return {
    encoding,
    bytesSha256,
    textSha256: sha256(text),
    header: readHeader(text),
    title: titleOf(text, path),
    words: countWords(text),
    notice,
    problem: null,
  }
}

export function unusable(path: string, problem: string, bytesSha256 = ''): ReadFacts {
  const title = path.slice(path.lastIndexOf('/') + 1)
  return { encoding: 'utf-8', bytesSha256, textSha256: '', header: null, title, words: 0, notice: null, problem }
}

export function factsAt(path: string, facts: ReadFacts): ArticleFacts {
  return { id: articleId(path, sha256), path, ...facts }
}

/** Whether it is an article as it is, by its name. */
export function isArticleName(name: string): boolean {
  return /\.(txt|md)$/i.test(name)
}
