import { basename, extname } from 'node:path'
import { checkCodebook } from '../../../core/codebook/check.ts'
import { readCodebookCsv } from '../../../core/codebook/csv/read.ts'
import { codebookCsv } from '../../../core/codebook/csv/write.ts'
import { serialise } from '../../../core/model/canonical.ts'
import { codebookSchema, type Codebook } from '../../../core/model/codebook.ts'
import type { Environment } from '../../../core/model/environment.ts'
import { err, fail, ok, type Result } from '../../../core/result.ts'
import { decodeArticle } from '../articles/decode.ts'
import type { Disk } from '../disk/disk.ts'
import { parseFile } from '../disk/parse-file.ts'

export type CodebookFormat = 'json' | 'csv'

/** What stands in a codebook's own file. The CSV says at its beginning that it is UTF-8: spreadsheets guess wrong otherwise. */
export function codebookText(codebook: Codebook, format: CodebookFormat): string {
  return format === 'csv' ? codebookCsv(codebook) : serialise(codebookSchema, codebook)
}

/** By the file's ending; CSV in whatever encoding a spreadsheet program wrote it. Checked: what is answered can be used. */
export async function importCodebook(disk: Disk, path: string, environment: Environment): Promise<Result<Codebook>> {
  const file = basename(path)
  if (extname(path).toLowerCase() === '.csv') {
    const bytes = await disk.readBytes(path)
    if (!bytes.ok) return bytes
    const decoded = decodeArticle(bytes.value)
    if (decoded.ok) return readCodebookCsv(decoded.text, file, environment)
    return fail('codebook.csv', `${file} cannot be read: ${decoded.reason}`, 'Save the table as CSV (UTF-8).', { where: { file } })
  }
  const text = await disk.readText(path)
  if (!text.ok) return text
  const parsed = parseFile(codebookSchema, text.value, file)
  if (!parsed.ok) return parsed
  const [wrong] = checkCodebook(parsed.value)
  return wrong ? err({ ...wrong, message: `${file}: ${wrong.message}`, where: { file } }) : ok(parsed.value)
}
