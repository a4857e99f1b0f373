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
import type { Adapter } from '../core/formats/adapter.ts'
import { ADAPTERS } from '../core/formats/adapters.ts'
import { exportProject, type ProjectReceipt } from '../main/services/interchange/export-project.ts'
import { failure, type CliError, type Command, type Outcome } from './command.ts'
import { formatOptions, ownOptions, receiptErrors, receiptRows } from './formats.ts'
import { formatTable } from './print.ts'

/** jsonl and csv are Concord's own; the others are those of other tools. */
const OTHERS = ADAPTERS.filter(({ name, serialize }) => serialize && name !== 'jsonl' && name !== 'csv')

export const exportCommand: Command = {
  name: 'export',
  summary: 'Write annotation sets in a format, read the files back, and compare.',
  arguments: 'DIR --format F --out DIR [--annotator NAME] [--article PATH]',
  least: 1,
  most: 1,
  options: {
    format: { type: 'string', value: 'F', help: `jsonl: JSON Lines; csv: a table with a column for each attribute; or for other tools: ${OTHERS.map(({ name }) => name).join(', ')}` },
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
    ...formatOptions('write'),
  },
  details: [
    'start and end count Unicode code points over the text without BOM and with LF line ends, end exclusive; start_utf16 and',
    'end_utf16 count UTF-16 code units. A set that cannot be used is left out and named on stderr; the others are exported all',
    'the same, and the exit code is then 1. In CSV, a cell that a spreadsheet would run as a formula starts with an apostrophe.',
    'The other formats use the names of the codebook; the receipt counts what each cannot hold.',
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
    if (format.value !== 'jsonl' && format.value !== 'csv') {
      const own = ownOptions(format.value, option, 'write')
      if (!own.ok) return failure(own.error)
      const scanned = await articles.scan()
      if (!scanned.ok) return failure(scanned.error)
      const written = await exportProject({
        disk,
        folder,
        codebook: opened.value.codebook,
        text: articles.text,
        articles: paths.value,
        annotators: annotators.value,
        adapter: format.value,
        options: { own: own.value },
        outFolder: resolve(out),
        facts: articles.byPath,
        onProgress: (done, total) => progress(`${done} of ${total}`),
      })
      return written.ok ? formatOutcome(written.value) : failure(written.error)
    }
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

function readFormat(given: string | undefined): Result<ExportFormat | Adapter> {
  if (given === 'jsonl' || given === 'csv') return ok(given)
  const adapter = OTHERS.find(({ name }) => name === given)
  if (adapter) return ok(adapter)
  const what = given === undefined ? 'The format is missing.' : `There is no format ${JSON.stringify(given)}.`
  return fail('export.format', what, `Add --format with one of: jsonl, csv, ${OTHERS.map(({ name }) => name).join(', ')}.`)
}

function formatOutcome(receipt: ProjectReceipt): Outcome {
  const { leftOut, annotators, problems, placed: _, hidden: __, ...said } = receipt
  return {
    ok: receipt.verified !== false && leftOut.length === 0,
    text: formatTable([...receiptRows(receipt), ['annotators', String(annotators)]]),
    json: { ...said, annotators, problems: leftOut, differences: problems },
    errors: [...leftOut.map(({ file, line, message, remedy }): CliError => ({ file, line, message, remedy })), ...receiptErrors(receipt)],
  }
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
