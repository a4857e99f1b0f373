import { join } from 'node:path'
import { annotatorKey } from '../core/model/folder-name.ts'
import { ADJUDICATED } from '../core/review/adjudicate.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { createArticleStore } from '../main/services/articles/article-store.ts'
import type { Disk } from '../main/services/disk/disk.ts'
import { exportSets, type ExportFormat } from '../main/services/export/export-service.ts'
import type { Receipt } from '../main/services/export/receipt.ts'
import { readProject } from '../main/services/project/read-project.ts'
import { annotatorsOf, articlesOf } from '../main/services/sets/summaries.ts'
import { failure, type CliError, type Command } from './command.ts'
import { formatTable } from './print.ts'

export const exportCommand: Command = {
  name: 'export',
  summary: 'Write annotation sets as JSON Lines or CSV, read the file back, and compare.',
  arguments: 'DIR --format jsonl|csv --out DIR [--annotator NAME] [--article PATH]',
  least: 1,
  most: 1,
  options: {
    format: { type: 'string', value: 'jsonl|csv', help: 'JSON Lines, or a table with a column for each attribute' },
    out: { type: 'string', value: 'DIR', help: 'the folder for the new file; nothing in it is overwritten' },
    annotator: {
      type: 'string',
      multiple: true,
      value: 'NAME',
      help: 'only the sets of this annotator; may be repeated. Adjudicated: what reviewers decided',
    },
    article: {
      type: 'string',
      multiple: true,
      value: 'PATH',
      help: 'only this article, by its path inside articles/; may be repeated',
    },
  },
  details: [
    'start and end count Unicode code points over the text without BOM and with LF line ends, end exclusive; start_utf16 and',
    'end_utf16 count UTF-16 code units. A set that cannot be used is left out and named on stderr; the others are exported all',
    'the same, and the exit code is then 1. In CSV, a cell that a spreadsheet would run as a formula starts with an apostrophe.',
  ].join('\n'),
  run: async ({ positionals, option, options, resolve, disk, environment, progress }) => {
    const format = readFormat(option('format'))
    if (!format.ok) return failure(format.error)
    const out = option('out')
    if (out === undefined || out === '')
      return failure(fail('export.out', 'The folder for the export is missing.', 'Add --out DIR.').error)
    const folder = resolve(positionals[0] ?? '')
    const opened = await readProject(disk, folder)
    if (!opened.ok) return failure(opened.error)
    const articles = createArticleStore(disk, folder, environment)
    const annotators = await chosenAnnotators(disk, folder, options('annotator'))
    if (!annotators.ok) return failure(annotators.error)
    const paths = await chosenArticles(articles.text, options('article'))
    if (!paths.ok) return failure(paths.error)
    const receipt = await exportSets({
      disk,
      folder,
      project: opened.value.project.name,
      codebook: opened.value.codebook,
      text: articles.text,
      articles: paths.value,
      annotators: annotators.value,
      format: format.value,
      outFolder: resolve(out),
      onProgress: (done, total) => progress(`${done} of ${total}`),
    })
    if (!receipt.ok) return failure(receipt.error)
    return {
      ok: receipt.value.verified && receipt.value.problems.length === 0,
      text: formatReceipt(receipt.value),
      json: { ...receipt.value },
      errors: receipt.value.problems.map(({ file, line, message, remedy }): CliError => ({
        file,
        line,
        message,
        remedy,
      })),
    }
  },
}

function readFormat(given: string | undefined): Result<ExportFormat> {
  if (given === 'jsonl' || given === 'csv') return ok(given)
  const what = given === undefined ? 'The format is missing.' : `There is no format ${JSON.stringify(given)}.`
  return fail('export.format', what, 'Add --format jsonl or --format csv.')
}

/** Keys, or null for all; a name without sets is a mistake of the person's rather than an empty export. */
async function chosenAnnotators(
  disk: Disk,
  folder: string,
  names: readonly string[],
): Promise<Result<string[] | null>> {
  if (names.length === 0) return ok(null)
  const outcomes = await articlesOf(disk, join(folder, 'adjudicated'))
  const there = [...(await annotatorsOf(disk, folder)), ...(outcomes.length > 0 ? [ADJUDICATED] : [])]
  const unknown = names.find((name) => !there.some(({ key }) => key === annotatorKey(name)))
  if (unknown === undefined) return ok(names.map(annotatorKey))
  const known = there.map(({ name }) => name).join(', ')
  return fail(
    'export.annotator',
    `${unknown} has no annotation set in ${folder}.`,
    known === '' ? 'Nobody has one yet.' : `There are sets of: ${known}.`,
  )
}

async function chosenArticles(
  text: (path: string) => Promise<Result<unknown>>,
  paths: readonly string[],
): Promise<Result<string[] | null>> {
  if (paths.length === 0) return ok(null)
  for (const path of paths) {
    const found = await text(path)
    if (!found.ok) return found
  }
  return ok([...new Set(paths)])
}

function formatReceipt({ files, location, articles, annotators, annotations, verified, omitted }: Receipt): string {
  const rows = [
    ...files.flatMap(({ name, bytes, sha256 }) => [
      ['file', name],
      ['folder', location],
      ['bytes', String(bytes)],
      ['SHA-256', sha256],
    ]),
    ['annotations', annotations === 0 ? '0 (there was nothing to export)' : String(annotations)],
    ['articles', String(articles)],
    ['annotators', String(annotators)],
    ['verified', verified ? 'yes: read back, compared, and every quote cut out of its article' : 'NO'],
    ...omitted.map(({ what, count }) => ['not in this format', `${count} × ${what}`]),
  ]
  return formatTable(rows)
}
