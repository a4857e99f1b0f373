import { fail, ok, type Result } from '../result.ts'
import { exportRecordSchema, type ExportRecord } from './export-record.ts'

/** Line ends that JSON leaves as they are and that some readers split at all the same. */
const FOREIGN_LINE_ENDS = /[\u0085\u2028\u2029]/g

/** JSON Lines: one record each, LF after every line, keys in the fixed order. */
export function* writeJsonl(records: Iterable<ExportRecord>): Generator<string> {
  for (const record of records) {
    yield `${JSON.stringify(record).replace(FOREIGN_LINE_ENDS, escaped)}\n`
  }
}

/** Reads lines without their line ends; a problem names `file` and the line. */
export function readJsonl(lines: Iterable<string>, file: string): Result<ExportRecord[]> {
  const records: ExportRecord[] = []
  let number = 0
  for (const line of lines) {
    number += 1
    if (line === '') continue
    const parsed = exportRecordSchema.safeParse(parse(line))
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      return fail(
        'export.unreadable',
        `${file}, line ${number}: this is not a record of a Concord export (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}).`,
        'Export again, and leave the file as it was written.',
        { where: { file, line: number } },
      )
    }
    records.push(parsed.data)
  }
  return ok(records)
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
}
