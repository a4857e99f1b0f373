import { folderName } from '../../../core/model/folder-name.ts'
import type { Candidates } from '../../../core/agreement/project/select.ts'
import { isUnseen } from '../../../core/review/visibility.ts'
import type { Result } from '../../../core/result.ts'
import { inParallel } from '../articles/in-parallel.ts'
import { resolveInside } from '../disk/contained.ts'
import type { Disk } from '../disk/disk.ts'
import { peopleFolders, placesOf } from '../review/people-folders.ts'
import { readReview, reviewPlace } from '../review/review-file.ts'
import { problemOf, type Problem } from '../sets/problem.ts'
import { readVerifiedSet, type ArticleText, type SetOnDisk, type SetPlace } from '../sets/set-file.ts'

export interface GatherOptions {
  readonly disk: Disk
  /** The project's folder. */
  readonly folder: string
  readonly text: (article: string) => Promise<Result<ArticleText>>
  /** Paths inside `articles/`. */
  readonly articles: readonly string[]
  /** Articles on which whoever asks may see colleagues' work; null: all. */
  readonly visible: ReadonlySet<string> | null
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

/** A file that a number stands on. */
export interface UsedFile {
  readonly file: string
  readonly sha256: string
}

export interface Gathered {
  readonly candidates: readonly Candidates[]
  readonly problems: readonly Problem[]
  /** By `<root>/<annotator key>/<article>`. */
  readonly files: ReadonlyMap<string, UsedFile>
}

const AT_ONCE = 8

/** Everybody's sets and frozen copies on the articles. Where there is a copy, the set itself is not read: it may have been changed since. */
export async function gatherCandidates({ disk, folder, text, articles, visible, onProgress }: GatherOptions): Promise<Gathered> {
  const people = await peopleFolders(disk, folder, 'annotations')
  const frozen = await peopleFolders(disk, folder, 'independent')
  const problems: Problem[] = []
  const files = new Map<string, UsedFile>()
  let done = 0
  const candidates = await inParallel(articles, AT_ONCE, async (article): Promise<Candidates> => {
    const found = await one(article)
    done += 1
    if (done % 25 === 0 || done === articles.length) onProgress?.(done, articles.length)
    return found
  })

  async function one(article: string): Promise<Candidates> {
    const own = await existing(disk, placesOf(folder, 'annotations', people, article))
    const copies = await existing(disk, placesOf(folder, 'independent', frozen, article))
    const nothing = { article, sets: [], independent: [], seen: new Set<string>(), visible: true, unusable: [] }
    if (own.length + copies.length === 0) return nothing
    if (visible && !visible.has(article)) return { ...nothing, visible: false, unusable: own.map(({ annotatorFolder }) => annotatorFolder) }
    const words = await text(article)
    if (!words.ok) {
      problems.push(problemOf(words.error, `articles/${article}`))
      return { ...nothing, unusable: own.map(({ annotatorFolder }) => annotatorFolder) }
    }
    const unusable: string[] = []
    const read = async (place: SetPlace): Promise<SetOnDisk[]> => {
      const inside = await resolveInside(disk, folder, place.name)
      const set = inside.ok ? await readVerifiedSet(disk, place, words.value) : inside
      if (set.ok) {
        if (set.value) files.set(place.name, { file: place.name, sha256: set.value.sha256 })
        return set.value ? [set.value] : []
      }
      problems.push({ ...problemOf(set.error, place.name), file: place.name })
      if (place.name.startsWith('annotations/')) unusable.push(place.annotatorFolder)
      return []
    }
    const independent = (await Promise.all(copies.map(read))).flat()
    const kept = new Set(independent.map(({ set }) => folderName(set.annotator.key)))
    const sets = (await Promise.all(own.filter(({ annotatorFolder }) => !kept.has(annotatorFolder.normalize('NFC'))).map(read))).flat()
    const seen = new Set<string>()
    for (const { set } of sets) {
      const { key } = set.annotator
      if (set.state.status !== 'done') continue
      const review = await readReview(disk, folder, reviewPlace(folder, key, article))
      // What cannot be read might say that they had seen others: then the set does not count.
      if (!review.ok || !isUnseen(review.value?.review ?? null)) seen.add(key)
    }
    return { article, sets: sets.map(({ set }) => set), independent: independent.map(({ set }) => set), seen, visible: true, unusable }
  }

  return { candidates, problems, files }
}

async function existing(disk: Disk, places: readonly SetPlace[]): Promise<SetPlace[]> {
  const there = await Promise.all(places.map(({ path }) => disk.exists(path)))
  return places.filter((_, index) => {
    const found = there[index]
    return found?.ok === true && found.value
  })
}
