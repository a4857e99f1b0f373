import { ADAPTERS } from '../core/formats/adapters.ts'
import { importMapSchema, type ImportMap } from '../core/formats/project/import-map.ts'
import { parseJson } from '../core/formats/source-text.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { importDocuments, type ImportReceipt } from '../main/services/interchange/import-documents.ts'
import { readSourceFiles } from '../main/services/interchange/source-files.ts'
import { failure, type Command, type CommandInput } from './command.ts'
import { chosenFormat, chosenRepair, formatOptions, ownOptions, readLines, refusedErrors, REPAIR_OPTION } from './formats.ts'
import { formatTable } from './print.ts'

export const importCommand: Command = {
  name: 'import',
  summary: 'Bring annotations of other tools into one annotator’s sets.',
  arguments: 'DIR FILE… [--format F] --annotator NAME [--map FILE]',
  least: 2,
  most: 10_000,
  options: {
    format: { type: 'string', value: 'F', help: `if left out it is recognised: ${ADAPTERS.filter(({ parse }) => parse).map(({ name }) => name).join(', ')}` },
    annotator: { type: 'string', value: 'NAME', help: 'whose annotations they become' },
    'from-annotator': { type: 'string', value: 'NAME', help: 'which annotator of several in the files; if left out, the one of the same name' },
    map: { type: 'string', value: 'FILE', help: 'JSON: {"labels": {"Foreign": "id or name" | {"create": "Name"} | null}, "attributes": …, "relations": …, "values": {"Attribute": {"foreign": "id"}}}' },
    unknown: { type: 'string', value: 'create|skip', help: 'what becomes of names that the codebook does not have (if left out: create)' },
    'add-articles': { type: 'boolean', help: 'texts that the project does not have become articles' },
    'dry-run': { type: 'boolean', help: 'only say what would be done' },
    repair: REPAIR_OPTION,
    ...formatOptions('read'),
  },
  details: [
    'FILE is a file or a folder. Articles are found by their text, not by name. What could not be taken is named on stderr with file',
    'and line, the others are imported all the same, and the exit code is then 1. What is there already is not added twice. The whole',
    'import is one step: Undo in Concord takes it back. --json answers with the map that was used, to be given again with --map.',
    'Close the project in Concord first, or open it again afterwards.',
  ].join('\n'),
  run: async (input) => {
    const { positionals, option, flag, resolve, disk, environment } = input
    const [dir = '', ...sources] = positionals
    const annotator = option('annotator')?.trim()
    if (!annotator) return failure(fail('cli.missing', '--annotator is missing.', 'Add --annotator NAME.').error)
    const adapter = option('format') === undefined ? null : chosenFormat(option('format'), 'format', 'parse')
    if (adapter && !adapter.ok) return failure(adapter.error)
    const repair = chosenRepair(option('repair'))
    if (!repair.ok) return failure(repair.error)
    const own = ownOptions(adapter?.value ?? null, option, 'read')
    if (!own.ok) return failure(own.error)
    const unknown = option('unknown') ?? 'create'
    if (unknown !== 'create' && unknown !== 'skip') return failure(fail('cli.option', `--unknown is not ${JSON.stringify(unknown)}.`, 'Say create or skip.').error)
    const map = await readMap(input)
    if (!map.ok) return failure(map.error)
    const files = await readSourceFiles(disk, sources.map(resolve))
    if (!files.ok) return failure(files.error)
    const receipt = await importDocuments({
      disk,
      folder: resolve(dir),
      environment,
      files: files.value,
      adapter: adapter?.value ?? null,
      parse: { own: own.value, ...(repair.value && { repair: repair.value }) },
      annotator,
      fromAnnotator: option('from-annotator'),
      map: map.value,
      unknown,
      addArticles: flag('add-articles'),
      dryRun: flag('dry-run'),
    })
    if (!receipt.ok) return failure(receipt.error)
    const { read, refused, remarks, ...said } = receipt.value
    return {
      ok: refused.length === 0,
      text: [...readLines({ ...read, remarks }), formatTable(rowsOf(receipt.value, flag('dry-run')))].join('\n'),
      json: { format: read.formats, annotator, ...said, refused, remarks, judgements: read.judgements, left: read.left, written: !flag('dry-run') },
      errors: refusedErrors(refused),
    }
  },
}

function rowsOf({ articles, addedArticles, annotations, relations, there, created, refused }: ImportReceipt, dry: boolean): string[][] {
  const would = dry ? 'would be ' : ''
  return [
    [`annotations ${would}added`, `${annotations} in ${articles} articles`],
    [`relations ${would}added`, String(relations)],
    ...(there > 0 ? [['there already', String(there)]] : []),
    ...(addedArticles.length > 0 ? [[`articles ${would}added`, String(addedArticles.length)]] : []),
    ...Object.entries(created).flatMap(([kind, names]) => (names.length > 0 ? [[`${kind} ${would}created`, names.join(', ')]] : [])),
    ['not taken', String(refused.length)],
  ]
}

async function readMap({ option, resolve, disk }: CommandInput): Promise<Result<ImportMap>> {
  const file = option('map')
  if (file === undefined) return ok({})
  const text = await disk.readText(resolve(file))
  if (!text.ok) return text
  const map = importMapSchema.safeParse(parseJson(text.value))
  if (map.success) return ok(map.data)
  const issue = map.error.issues[0]
  return fail('import.map', `${file}: this is no map (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}).`, 'See “concord import --help”.', { where: { file } })
}
