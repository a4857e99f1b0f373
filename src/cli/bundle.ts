import { annotatorKey } from '../core/model/folder-name.ts'
import type { Annotator } from '../core/model/annotation-set.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { createArticleStore } from '../main/services/articles/article-store.ts'
import { applyImport } from '../main/services/bundle/apply-import.ts'
import type { BundleContext } from '../main/services/bundle/context.ts'
import { describePlan } from '../main/services/bundle/describe-plan.ts'
import { exportBundle } from '../main/services/bundle/export-bundle.ts'
import { everybody } from '../main/services/bundle/list-work.ts'
import { whatMaySee } from '../main/services/bundle/may-see.ts'
import { openBundle } from '../main/services/bundle/open-bundle.ts'
import { planImport, type PlannedFile, type SamePeople } from '../main/services/bundle/plan-import.ts'
import { takeBack } from '../main/services/bundle/take-back.ts'
import { readProject, type OpenedProject } from '../main/services/project/read-project.ts'
import { formatPreview, formatReceipt, formatReport } from './bundle-text.ts'
import type { Command, CommandInput, Outcome } from './command.ts'
import { failure } from './command.ts'

const ACTIONS = { export: exportTo, preview: previewOf, import: importFrom, 'take-back': takeImportBack } as const

export const bundleCommand: Command = {
  name: 'bundle',
  summary: 'Put annotation sets, the codebook and articles into one file for a colleague, or take such a file in.',
  arguments: 'export|preview|import|take-back DIR FILE',
  least: 3,
  most: 3,
  options: {
    by: { type: 'string', value: 'NAME', help: 'who does this; whoever the project was made for where it is left out' },
    annotator: { type: 'string', multiple: true, value: 'NAME', help: 'export: only the work of this annotator; may be repeated' },
    article: { type: 'string', multiple: true, value: 'PATH', help: 'export: only this article, by its path inside articles/; may be repeated' },
    'hashes-only': { type: 'boolean', help: 'export: the hashes of the articles instead of their texts' },
    unblind: { type: 'boolean', help: 'also what --by may not see yet in a project that is coded blind' },
    take: { type: 'string', multiple: true, value: 'NAME', help: 'import: where a set of this annotator differs, take the one from the bundle; “all”: of everybody; may be repeated' },
    same: { type: 'string', multiple: true, value: 'THEIRS=HERE', help: 'import: two spellings are one person; may be repeated' },
    'no-articles': { type: 'boolean', help: 'import: add no articles' },
    codebook: { type: 'string', value: 'leave|map|adopt', help: 'import: what is not known here is left, mapped as suggested, or the bundle’s later version becomes the current one' },
  },
  details: [
    'FILE ends in .concord.zip; export never replaces a file. preview says what import would do. import overwrites nothing unless --take says',
    'so, keeps what it replaces, and answers with a name by which “concord bundle take-back DIR ID” takes it back as a whole. Articles are',
    'matched by the hash of their text. What cannot be taken is named on stderr, and the exit code is then 1.',
  ].join('\n'),
  run: async (input) => {
    const [action = '', dir = '', file = ''] = input.positionals
    if (!isAction(action)) return failure(fail('cli.action', `there is no “bundle ${action}”.`, 'Say export, preview, import or take-back. See “concord bundle --help”.').error)
    const opened = await readProject(input.disk, input.resolve(dir))
    if (!opened.ok) return failure(opened.error)
    const context = await contextFor(input, opened.value)
    return context.ok ? ACTIONS[action](input, context.value, file) : failure(context.error)
  },
}

function isAction(name: string): name is keyof typeof ACTIONS {
  return Object.hasOwn(ACTIONS, name)
}

async function contextFor({ disk, environment, option, flag }: CommandInput, opened: OpenedProject): Promise<Result<BundleContext>> {
  const name = option('by')?.trim() || madeFor(opened)
  if (name === '') return fail('bundle.by', 'It is not known who does this.', 'Add --by NAME.')
  const by: Annotator = { key: annotatorKey(name), name }
  const articles = createArticleStore(disk, opened.folder, environment)
  const scanned = await articles.scan()
  if (!scanned.ok) return scanned
  const maySee = flag('unblind') ? () => true : await whatMaySee(disk, opened, articles, by)
  return ok({ disk, environment, opened, articles, by, maySee })
}

function madeFor({ project }: OpenedProject): string {
  const note = project.extra?.['concord']
  const name = typeof note === 'object' && note !== null && 'annotator' in note ? note.annotator : ''
  return typeof name === 'string' ? name.trim() : ''
}

async function exportTo({ options, flag, resolve }: CommandInput, context: BundleContext, file: string): Promise<Outcome> {
  if (!file.toLowerCase().endsWith('.concord.zip')) return failure(fail('bundle.name', `${file} does not end in .concord.zip.`, 'Give the file this ending.').error)
  const people = known(await everybody(context), options('annotator'))
  if (!people.ok) return failure(people.error)
  const articles = options('article')
  const missing = articles.find((path) => !context.articles.byPath(path))
  if (missing !== undefined) return failure(fail('bundle.article', `There is no article ${missing}.`, 'Name articles by their paths inside articles/.').error)
  const wanted = { annotators: people.value, articles: articles.length === 0 ? null : articles, texts: !flag('hashes-only'), replace: false }
  const receipt = await exportBundle(context, wanted, resolve(file))
  if (!receipt.ok) return failure(receipt.error)
  return { ok: receipt.value.problems.length === 0, text: formatReceipt(receipt.value, resolve(file)), json: { file: resolve(file), ...receipt.value }, errors: [...receipt.value.problems] }
}

async function previewOf(input: CommandInput, context: BundleContext, file: string): Promise<Outcome> {
  const open = await openBundle(input.disk, input.resolve(file))
  if (!open.ok) return failure(open.error)
  const same = samePeople(await everybody(context), input.options('same'))
  if (!same.ok) return failure(same.error)
  const preview = await describePlan(context, open.value, await planImport(context, open.value, same.value))
  return { ok: true, text: formatPreview(preview), json: { ...preview }, errors: [] }
}

async function importFrom(input: CommandInput, context: BundleContext, file: string): Promise<Outcome> {
  const how = input.option('codebook') ?? 'leave'
  if (how !== 'leave' && how !== 'map' && how !== 'adopt') return failure(fail('bundle.codebook', `“${how}” is nothing that can be done with a codebook.`, 'Say leave, map or adopt.').error)
  const open = await openBundle(input.disk, input.resolve(file))
  if (!open.ok) return failure(open.error)
  const same = samePeople(await everybody(context), input.options('same'))
  if (!same.ok) return failure(same.error)
  const plan = await planImport(context, open.value, same.value)
  const take = input.options('take')
  const names = new Set(take.map(annotatorKey))
  const isTaken = ({ annotator, standing }: PlannedFile) => standing === 'differs' && (take.includes('all') || (annotator !== null && names.has(annotator.key)))
  const report = await applyImport(
    context,
    open.value,
    {
      same: same.value,
      files: Object.fromEntries(plan.files.filter(isTaken).map((planned) => [planned.file, 'take'])),
      articles: !input.flag('no-articles'),
      codebook: how === 'map' ? { how, mapping: null } : { how },
    },
    null,
  )
  if (!report.ok) return failure(report.error)
  const left = report.value.files.filter(({ fate }) => fate === 'left_out')
  return {
    ok: left.length === 0,
    text: formatReport(report.value, input.positionals[1] ?? ''),
    json: { ...report.value },
    errors: left.map(({ file: name, why }) => ({ file: name, line: null, message: why ?? 'it was not taken.', remedy: 'The rest was taken; see the list.' })),
  }
}

async function takeImportBack(_input: CommandInput, context: BundleContext, id: string): Promise<Outcome> {
  const back = await takeBack(context, id, null)
  if (!back.ok) return failure(back.error)
  const { files, left } = back.value
  return {
    ok: left.length === 0,
    text: `Took back ${files} ${files === 1 ? 'file' : 'files'}.`,
    json: { files },
    errors: left.map(({ file, why }) => ({ file, line: null, message: why, remedy: 'It was left as it is.' })),
  }
}

/** Keys, or null for everybody; a name without work here is a mistake of the person's. */
function known(people: readonly Annotator[], names: readonly string[]): Result<string[] | null> {
  if (names.length === 0) return ok(null)
  const wrong = names.find((name) => !people.some(({ key }) => key === annotatorKey(name)))
  if (wrong === undefined) return ok(names.map(annotatorKey))
  return fail('bundle.annotator', `${wrong} has nothing here.`, `There is work of: ${people.map(({ name }) => name).join(', ')}.`)
}

function samePeople(people: readonly Annotator[], given: readonly string[]): Result<SamePeople> {
  const same: Record<string, Annotator> = {}
  for (const pair of given) {
    const [theirs = '', here = ''] = pair.split('=')
    const person = people.find(({ key }) => key === annotatorKey(here))
    if (!person || theirs === '') return fail('bundle.same', `“${pair}” does not say who is who.`, `Write --same "their spelling=spelling here". There are: ${people.map(({ name }) => name).join(', ')}.`)
    same[annotatorKey(theirs)] = person
  }
  return ok(same)
}
