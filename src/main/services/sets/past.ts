import { join } from 'node:path'
import type { Disk } from '../disk/disk.ts'
import type { History } from './history.ts'
import type { LoggedGesture } from './undo-log.ts'

/** A line of a history: of a set's, or of a review's. */
interface PastLine<K, D> {
  readonly gesture: LoggedGesture<K, D>['gesture']
  readonly revision: number
  readonly diff: D
}

export interface HistoryFolder {
  readonly historyFolder: string
  /** What the names end in. */
  readonly historyEnding: string
}

export interface HistoryFile {
  readonly article: string
  /** Milliseconds since the epoch. */
  readonly modified: number
}

const AT_ONCE = 16

/**
 * The last gestures of an annotator, oldest first, from the history files: the files changed last are read first, and
 * no more of them than needed. A file changed at some time holds nothing later, so that what is later than every
 * unread file is whole.
 */
export async function readPast<K, D>(
  disk: Disk,
  place: HistoryFolder,
  history: History<PastLine<K, D>>,
  limit: number,
): Promise<LoggedGesture<K, D>[]> {
  const files = await historyFiles(disk, place)
  const found = new Map<string, Ordered<K, D>>()
  let next = 0
  for (;;) {
    const chunk = files.slice(next, next + AT_ONCE)
    next += chunk.length
    const contents = await Promise.all(chunk.map(({ article }) => history.read(article)))
    for (const [index, content] of contents.entries()) {
      if (content.ok) collect(found, chunk[index]?.article ?? '', content.value.lines.slice(-limit))
    }
    const newestUnread = files[next]?.modified
    if (newestUnread === undefined) return newest([...found.values()], limit)
    const whole = [...found.values()].filter(({ at }) => at > newestUnread)
    if (whole.length >= limit) return newest(whole, limit)
  }
}

interface Ordered<K, D> {
  /** Milliseconds since the epoch, made to grow within each file, whatever the clock did. */
  at: number
  readonly gesture: LoggedGesture<K, D>['gesture']
  readonly changes: Map<string, D>
}

function collect<K, D>(found: Map<string, Ordered<K, D>>, article: string, lines: readonly PastLine<K, D>[]): void {
  let last = Number.NEGATIVE_INFINITY
  for (const { gesture, diff } of lines) {
    last = Math.max(Date.parse(gesture.at), last + 0.001)
    const entry = found.get(gesture.id) ?? { at: last, gesture, changes: new Map() }
    entry.at = Math.max(entry.at, last)
    entry.changes.set(article, diff)
    found.set(gesture.id, entry)
  }
}

function newest<K, D>(gestures: Ordered<K, D>[], limit: number): LoggedGesture<K, D>[] {
  return gestures
    .toSorted((a, b) => a.at - b.at || (a.gesture.id < b.gesture.id ? -1 : 1))
    .slice(-limit)
    .map(({ gesture, changes }) => ({
      gesture,
      changes: [...changes]
        .map(([article, diff]) => ({ article, diff }))
        .toSorted((a, b) => (a.article < b.article ? -1 : 1)),
    }))
}

/** The history files of one person, the one changed last first. */
export async function historyFiles(disk: Disk, { historyFolder, historyEnding }: HistoryFolder): Promise<HistoryFile[]> {
  const walked = await disk.walk(historyFolder)
  if (!walked.ok) return []
  const names = walked.value
    .filter(({ path, kind }) => kind === 'file' && path.endsWith(historyEnding))
    .map(({ path }) => path)
  const files: HistoryFile[] = []
  for (let from = 0; from < names.length; from += 64) {
    const chunk = names.slice(from, from + 64)
    const stats = await Promise.all(chunk.map((name) => disk.stat(join(historyFolder, ...name.split('/')))))
    for (const [index, stat] of stats.entries()) {
      const name = chunk[index] ?? ''
      if (stat.ok && stat.value) files.push({ article: name.slice(0, -historyEnding.length), modified: stat.value.modified })
    }
  }
  return files.sort((a, b) => b.modified - a.modified || (a.article < b.article ? -1 : 1))
}
