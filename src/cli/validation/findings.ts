import { join } from 'node:path'
import type { z } from 'zod'
import type { AppError } from '../../core/result.ts'
import type { Disk, WalkedFile } from '../../main/services/disk/disk.ts'
import { parseAll } from '../../main/services/disk/parse-file.ts'
import type { CliError } from '../command.ts'
import { toCliError } from '../command.ts'

export type FileKind =
  | 'project'
  | 'codebooks'
  | 'articles'
  | 'annotation sets'
  | 'article info'
  | 'histories'
  | 'independent copies'
  | 'reviews'
  | 'review histories'
  | 'adjudicated sets'
  | 'rounds'
  | 'originals'
  | 'imports'

/** What has been looked at and what was wrong, as it is found. */
export interface Findings {
  readonly files: Map<FileKind, number>
  readonly errors: CliError[]
  annotations: number
  relations: number
  quotes: number
  /** Counts a file that is looked at. */
  saw(kind: FileKind): void
  add(error: AppError): void
  /** `line`: 1-based. */
  report(file: string, line: number | null, message: string, remedy?: string): void
}

export const RESTORE = 'Restore the file from a copy or from version control, or set it aside.'

export function createFindings(): Findings {
  const files = new Map<FileKind, number>()
  const errors: CliError[] = []
  return {
    files,
    errors,
    annotations: 0,
    relations: 0,
    quotes: 0,
    saw: (kind) => void files.set(kind, (files.get(kind) ?? 0) + 1),
    add: (error) => void errors.push(toCliError(error)),
    report: (file, line, message, remedy = RESTORE) => void errors.push({ file, line, message, remedy }),
  }
}

/** A project on disk that is being checked. */
export interface Checked {
  readonly disk: Disk
  readonly folder: string
  readonly findings: Findings
}

/** The text of a file of the project, or null with the reason among the findings. `path` with `/`. */
export async function readChecked({ disk, folder, findings }: Checked, path: string): Promise<string | null> {
  const text = await disk.readText(join(folder, ...path.split('/')))
  if (text.ok) return text.value
  findings.add({
    ...text.error,
    message: text.error.message.replace(join(folder, ...path.split('/')), path),
    where: { file: path },
  })
  return null
}

/** What a file holds, or null with everything that is wrong among the findings. */
export function parseChecked<T>(
  { findings }: Checked,
  schema: z.ZodType<T>,
  text: string,
  path: string,
  firstLine = 1,
): T | null {
  const parsed = parseAll(schema, text, path, firstLine)
  if ('value' in parsed) return parsed.value
  for (const error of parsed.errors) findings.add(error)
  return null
}

/**
 * The files below a folder of the project with this ending, or one of these; what else lies there is reported. Paths are
 * inside the project.
 */
export async function filesIn({ disk, folder, findings }: Checked, name: string, ...endings: readonly string[]): Promise<string[]> {
  const walked = await disk.walk(join(folder, name))
  if (!walked.ok) findings.add(walked.error)
  const files: WalkedFile[] = walked.ok ? walked.value : []
  return files.flatMap(({ path, kind }) => {
    const full = `${name}/${path}`
    if (kind === 'file' && endings.some((ending) => path.endsWith(ending))) return [full]
    if (kind === 'file')
      findings.report(
        full,
        null,
        `this is not a file of Concord: files in ${name}/ end in ${endings.join(' or ')}.`,
        'Move it out of the project.',
      )
    else
      findings.report(
        full,
        null,
        'this is a link, and links are not followed.',
        'Replace it with the file it leads to.',
      )
    return []
  })
}

/** `annotations/<folder>/<article>.json` apart; null where there is no folder between. */
export function placeOf(path: string, ending: string): { readonly folder: string; readonly article: string } | null {
  const [, folder, ...rest] = path.slice(0, -ending.length).split('/')
  return folder === undefined || rest.length === 0 ? null : { folder: folder.normalize('NFC'), article: rest.join('/') }
}
