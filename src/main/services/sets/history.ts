import type { z } from 'zod'
import { serialiseLine } from '../../../core/model/canonical.ts'
import { historyLineSchema, type HistoryLine } from '../../../core/model/gesture.ts'
import { ok, type Result } from '../../../core/result.ts'
import type { Disk } from '../disk/disk.ts'
import { sha256 } from '../hash.ts'
import { parseLine, splitLines, type LineFile } from './line-file.ts'
import type { Problem } from './problem.ts'

/** What every history's lines have: the gesture, and the revision after it. */
interface AnyLine {
  readonly gesture: { readonly id: string }
  readonly revision: number
}

export interface HistoryContent<L extends AnyLine = HistoryLine> {
  /** In the order they were made. */
  readonly lines: readonly L[]
  readonly problems: readonly Problem[]
}

/** `history/<annotator>/<article>.jsonl`: what happened to a set, append-only. */
export interface History<L extends AnyLine = HistoryLine> {
  /** Adds the lines that are not there yet; answers when they are on the medium. */
  append(article: string, lines: readonly L[]): Promise<Result<{ problems: readonly Problem[] }>>
  read(article: string): Promise<Result<HistoryContent<L>>>
}

/** `pathOf`: where an article's history is; `nameOf`: the same as a person would say it, inside the project. */
export function createHistory(
  disk: Disk,
  pathOf: (article: string) => string,
  nameOf: (article: string) => string,
): History {
  return createHistoryOf(historyLineSchema, disk, pathOf, nameOf)
}

/** The same for lines of another kind, such as a review's. */
export function createHistoryOf<L extends AnyLine>(
  schema: z.ZodType<L>,
  disk: Disk,
  pathOf: (article: string) => string,
  nameOf: (article: string) => string,
): History<L> {
  /** Files whose end is known to be whole, and that hold nothing that is still to be appended. */
  const ready = new Set<string>()

  const load = async (article: string): Promise<Result<Uint8Array | null>> => {
    const exists = await disk.exists(pathOf(article))
    if (!exists.ok) return exists
    return exists.value ? disk.readBytes(pathOf(article)) : ok(null)
  }

  const parse = (article: string, file: LineFile): HistoryContent<L> => {
    const lines: L[] = []
    const problems: Problem[] = []
    for (const { number, text } of file.lines) {
      const parsed = schema.safeParse(parseLine(text))
      if (parsed.success) lines.push(parsed.data)
      else problems.push(damagedLine(nameOf(article), number))
    }
    return { lines, problems }
  }

  /** Takes off a torn last line: whatever it was to say is in the journal, and comes again. */
  const mend = async (article: string, bytes: Uint8Array, file: LineFile): Promise<Result<Problem[]>> => {
    if (file.tail === '') return ok([])
    const whole = bytes.subarray(0, file.complete)
    const written = await disk.writeAtomic(pathOf(article), whole, { expected: sha256(bytes) })
    return written.ok ? ok([tornLine(nameOf(article), file)]) : written
  }

  const append = async (
    article: string,
    lines: readonly L[],
  ): Promise<Result<{ problems: readonly Problem[] }>> => {
    let missing = lines
    const problems: Problem[] = []
    if (!ready.has(article)) {
      const bytes = await load(article)
      if (!bytes.ok) return bytes
      const file = splitLines(bytes.value ?? new Uint8Array())
      const mended = await mend(article, bytes.value ?? new Uint8Array(), file)
      if (!mended.ok) return mended
      const content = parse(article, file)
      problems.push(...mended.value, ...content.problems)
      const there = new Set(content.lines.map(keyOf))
      missing = lines.filter((line) => !there.has(keyOf(line)))
    }
    ready.delete(article)
    if (missing.length > 0) {
      const text = missing.map((line) => serialiseLine(schema, line)).join('')
      const added = await disk.append(pathOf(article), text)
      if (!added.ok) return added
    }
    ready.add(article)
    return ok({ problems })
  }

  return {
    append,
    read: async (article) => {
      const bytes = await load(article)
      return bytes.ok ? ok(parse(article, splitLines(bytes.value ?? new Uint8Array()))) : bytes
    },
  }
}

function keyOf(line: AnyLine): string {
  return `${line.gesture.id} ${line.revision}`
}

function damagedLine(file: string, line: number): Problem {
  return {
    file,
    line,
    message: `${file}, line ${line}: this line of the history is damaged. It was left as it is, and undo goes without it.`,
    remedy: 'Restore the file from a copy, or leave it: the annotation set itself is not affected.',
  }
}

function tornLine(file: string, { lines, tail }: LineFile): Problem {
  const line = (lines.at(-1)?.number ?? 0) + 1
  return {
    file,
    line,
    message: `${file}, line ${line}: the last line was cut off when the computer stopped (${tail.length} characters). It was taken off; what it said was in the journal.`,
    remedy: 'Nothing needs to be done.',
  }
}
