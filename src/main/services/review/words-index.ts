import { z } from 'zod'
import { quoteOf } from '../../../core/model/annotation.ts'
import { foldedQuote } from '../../../core/review/same-words.ts'
import { inParallel } from '../articles/in-parallel.ts'
import type { Disk } from '../disk/disk.ts'
import { parseLine } from '../sets/line-file.ts'
import { peopleFolders, placesOf } from './people-folders.ts'

/** Finds articles by words that somebody marked, or decided on, there. It says nothing of what it finds: that is read and checked anew. */
export interface WordsIndex {
  /** Those of the articles where one of these folded quotes is somebody's, in the order given. */
  find(articles: readonly string[], words: readonly string[]): Promise<string[]>
}

const AT_ONCE = 16

const marked = z.object({ fragments: z.array(z.object({ quote: z.string() })) })
const setSchema = z.object({ annotations: z.array(marked) }).transform(({ annotations }) => annotations)
const reviewSchema = z
  .object({ decisions: z.array(z.object({ outcome: z.object({ annotation: marked.optional() }) })) })
  .transform(({ decisions }) => decisions.flatMap(({ outcome }) => outcome.annotation ?? []))

/** Kept in memory; a file is read again only when its size or time is another. */
export function createWordsIndex(disk: Disk, folder: string): WordsIndex {
  const known = new Map<string, { readonly stamp: string; readonly words: ReadonlySet<string> }>()
  const wordsIn = async (path: string, schema: typeof setSchema | typeof reviewSchema): Promise<ReadonlySet<string>> => {
    const stat = await disk.stat(path)
    if (!stat.ok || !stat.value) return new Set()
    const stamp = `${stat.value.size} ${stat.value.modified}`
    const before = known.get(path)
    if (before?.stamp === stamp) return before.words
    const text = await disk.readText(path)
    const parsed = schema.safeParse(text.ok ? parseLine(text.value) : undefined)
    const words = new Set(parsed.success ? parsed.data.map((record) => foldedQuote(quoteOf(record))) : [])
    known.set(path, { stamp, words })
    return words
  }
  return {
    find: async (articles, words) => {
      const [annotators, reviewers] = [await peopleFolders(disk, folder, 'annotations'), await peopleFolders(disk, folder, 'reviews')]
      const has = await inParallel(articles, AT_ONCE, async (article) => {
        for (const { path } of placesOf(folder, 'annotations', annotators, article)) {
          const there = await wordsIn(path, setSchema)
          if (words.some((quote) => there.has(quote))) return true
        }
        for (const { path } of placesOf(folder, 'reviews', reviewers, article)) {
          const there = await wordsIn(path, reviewSchema)
          if (words.some((quote) => there.has(quote))) return true
        }
        return false
      })
      return articles.filter((_, index) => has[index])
    },
  }
}
