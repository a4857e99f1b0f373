import type { Result } from '../../../core/result.ts'
import { ok } from '../../../core/result.ts'
import { serialiseLine } from '../../../core/model/canonical.ts'
import type { Disk } from '../disk/disk.ts'
import {
  journalLineSchema,
  standingEntries,
  type JournalEntry,
  type JournalLine,
  type JournalWrite,
} from './journal-lines.ts'
import { parseLine, splitLines } from './line-file.ts'
import { createQueue } from './queue.ts'

export interface JournalContent {
  /** Gestures in the order they were acknowledged. */
  readonly entries: readonly JournalEntry[]
  /** Set files that were written or about to be. */
  readonly writes: readonly JournalWrite[]
  /** A copy of the journal as found, where lines in it were damaged. */
  readonly damaged: { readonly copy: string; readonly lines: readonly number[] } | null
}

/** What a crash replays: gestures, flushed before they are acknowledged, until the sets that hold them are on disk. */
export interface Journal {
  readonly path: string
  /** Reads it and mends its end; to be called once, first. */
  open(): Promise<Result<JournalContent>>
  /** Answers when the entry is on the medium. */
  append(entry: JournalEntry): Promise<Result<void>>
  announce(files: readonly JournalWrite[]): Promise<Result<void>>
  /** Drops what is saved: every change of an article that `keep` does not name. */
  compact(keep: (article: string) => boolean): Promise<Result<void>>
}

export interface JournalOptions {
  readonly disk: Disk
  readonly path: string
  /** For a person who finds the file, and to tell a moved project from a copied one. */
  readonly folder: string
  readonly annotator: string
}

export function createJournal({ disk, path, folder, annotator }: JournalOptions): Journal {
  const inTurn = createQueue()
  let lines: JournalLine[] = []
  let present = false
  /** After a failed append half a line may be left: the next one must not continue it. */
  let torn = false

  const header = (): JournalLine => ({ kind: 'project', folder, annotator })
  const text = (content: readonly JournalLine[]) =>
    content.map((line) => serialiseLine(journalLineSchema, line)).join('')

  const add = async (line: JournalLine): Promise<Result<void>> => {
    const addition = text(present ? [line] : [header(), line])
    const added = await disk.append(path, torn ? `\n${addition}` : addition)
    torn = !added.ok
    if (!added.ok) return added
    present = true
    lines.push(line)
    return ok(undefined)
  }

  const rewrite = async (content: readonly JournalLine[]): Promise<Result<void>> => {
    if (content.length === 0) {
      const removed = await disk.remove(path)
      if (!removed.ok) return removed
    } else {
      const written = await disk.writeAtomic(path, text([header(), ...content]), { expected: undefined })
      if (!written.ok) return written
    }
    lines = [...content]
    present = content.length > 0
    torn = false
    return ok(undefined)
  }

  const open = async (): Promise<Result<JournalContent>> => {
    const exists = await disk.exists(path)
    if (!exists.ok) return exists
    if (!exists.value) return ok({ entries: [], writes: [], damaged: null })
    const bytes = await disk.readBytes(path)
    if (!bytes.ok) return bytes
    const found = splitLines(bytes.value)
    const bad: number[] = []
    const good: JournalLine[] = []
    for (const line of found.lines) {
      const parsed = journalLineSchema.safeParse(parseLine(line.text))
      if (!parsed.success) bad.push(line.number)
      else if (parsed.data.kind !== 'project') good.push(parsed.data)
    }
    const copy = `${path}.damaged`
    if (bad.length > 0) {
      const kept = await disk.writeAtomic(copy, bytes.value, { expected: undefined })
      if (!kept.ok) return kept
    }
    present = true
    lines = good
    if (bad.length > 0 || found.tail !== '') {
      const mended = await rewrite(good)
      if (!mended.ok) return mended
    }
    return ok({
      entries: standingEntries(entriesOf(good)),
      writes: good.flatMap((line) => (line.kind === 'write' ? line.files : [])),
      damaged: bad.length > 0 ? { copy, lines: bad } : null,
    })
  }

  const compact = (keep: (article: string) => boolean): Promise<Result<void>> => {
    const kept = lines.flatMap((line): JournalLine[] => {
      if (line.kind === 'project') return []
      if (line.kind === 'write') {
        const files = line.files.filter(({ article }) => keep(article))
        return files.length > 0 ? [{ ...line, files }] : []
      }
      const changes = line.changes.filter(({ article }) => keep(article))
      return changes.length > 0 ? [{ ...line, changes }] : []
    })
    if (!present && !torn) return Promise.resolve(ok(undefined))
    return rewrite(entriesOf(kept).length > 0 ? kept : [])
  }

  return {
    path,
    open: () => inTurn(open),
    append: (entry) => inTurn(() => add(entry)),
    announce: (files) => inTurn(() => add({ kind: 'write', files: [...files] })),
    compact: (keep) => inTurn(() => compact(keep)),
  }
}

function entriesOf(lines: readonly JournalLine[]): JournalEntry[] {
  return lines.filter((line): line is JournalEntry => line.kind === 'gesture')
}
