import type { z } from 'zod'
import { FORMAT_VERSION } from '../../../core/model/annotation-set.ts'
import type { AppError, Result } from '../../../core/result.ts'
import { err, fail, ok } from '../../../core/result.ts'
import { lineOfPath, lineOfSyntaxError } from '../../../core/formats/json-position.ts'

/**
 * Reads JSON text against its schema; the error (`file.json`, `file.newer`, `file.schema`) names `file` and the line.
 */
export function parseFile<T>(schema: z.ZodType<T>, text: string, file: string): Result<T> {
  const parsed = parseAll(schema, text, file)
  if ('value' in parsed) return ok(parsed.value)
  return err(
    parsed.errors[0] ?? {
      code: 'file.schema',
      message: `${file} is not as it should be.`,
      remedy: RESTORE,
      retry: false,
      where: { file },
    },
  )
}

const RESTORE = 'Restore the file from a copy or from version control, or correct the line by hand.'
const AT_MOST = 20

/**
 * The same with everything that is wrong, up to 20 findings. `firstLine` is the line where `text` starts in the file.
 */
export function parseAll<T>(
  schema: z.ZodType<T>,
  text: string,
  file: string,
  firstLine = 1,
): { value: T } | { errors: AppError[] } {
  const at = (line: number) => ({ where: { file, line: line + firstLine - 1 } })
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    const line = lineOfSyntaxError(text) ?? 1
    return {
      errors: [fail('file.json', `${file}: line ${line + firstLine - 1} is not valid JSON.`, RESTORE, at(line)).error],
    }
  }
  const newer = newerVersion(json)
  if (newer !== null) {
    const message = `${file} was written by a newer Concord (format version ${newer}); this one reads up to version ${FORMAT_VERSION}.`
    return { errors: [fail('file.newer', message, 'Open it with a newer Concord.', at(1)).error] }
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return { value: parsed.data }
  return {
    errors: parsed.error.issues.slice(0, AT_MOST).map((issue) => {
      const line = lineOfPath(text, issue.path)
      const place = issue.path.length > 0 ? ` ${issue.path.map(String).join('.')}:` : ''
      return fail('file.schema', `${file}:${place} ${issue.message} (line ${line + firstLine - 1}).`, RESTORE, at(line))
        .error
    }),
  }
}

function newerVersion(json: unknown): number | null {
  if (typeof json !== 'object' || json === null || !('version' in json) || !('format' in json)) return null
  return typeof json.version === 'number' && json.version > FORMAT_VERSION ? json.version : null
}
