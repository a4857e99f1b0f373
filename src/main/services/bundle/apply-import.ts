import { suggestedChoices, mapCodebook, type MapChoice } from '../../../core/bundle/map-codebook.ts'
import { checkCodebook } from '../../../core/codebook/check.ts'
import { FORMAT_VERSION } from '../../../core/model/annotation-set.ts'
import type { ImportRecord } from '../../../core/model/bundle.ts'
import { codebookPath } from '../../../core/model/folder-name.ts'
import { newId, timestamp } from '../../../core/model/environment.ts'
import { err, fail, ok, type AppError, type Result } from '../../../core/result.ts'
import { resolveInside } from '../disk/contained.ts'
import { sha256 } from '../hash.ts'
import { adoptCodebookVersion, saveCodebookVersion, type OpenedProject } from '../project/read-project.ts'
import { bundleCodebooks, compareCodebook, type ComparedCodebook } from './compare-codebook.ts'
import type { BundleContext } from './context.ts'
import { saveImport, setAside } from './import-record.ts'
import type { OpenBundle } from './open-bundle.ts'
import { planImport, type PlannedFile, type PlannedSet, type SamePeople } from './plan-import.ts'

export interface ImportChoices {
  readonly same: SamePeople
  /** By path in the bundle; where nothing is said, what is new is taken and what differs is left as it is here. */
  readonly files: Readonly<Record<string, 'take' | 'keep'>>
  /** Whether articles that are not here are added. */
  readonly articles: boolean
  /** `adopt`: the bundle's codebook, a later version of the one here, becomes the current one. `map`: what is chosen in `mapping`; null: what is suggested. */
  readonly codebook: { readonly how: 'leave' } | { readonly how: 'adopt' } | { readonly how: 'map'; readonly mapping: readonly MapChoice[] | null }
}

export type Fate = 'added' | 'replaced' | 'same' | 'kept' | 'left_out'

export interface ImportReport {
  /** Names the import, to take it back; null where nothing was written. */
  readonly id: string | null
  /** File by file, in the bundle's order: the path in the project, and why where it was not taken. */
  readonly files: readonly { readonly file: string; readonly target: string | null; readonly fate: Fate; readonly why: string | null }[]
  /** The current codebook, where it has changed. */
  readonly codebook: string | null
}

/** How own sets are changed while the app holds them: as one gesture, that undo takes back. Null: they are files like any other. */
export type ChangeOwnSets = ((gesture: string, sets: readonly PlannedSet[]) => Promise<Result<unknown>>) | null

interface Write {
  readonly file: string
  readonly target: string
  readonly bytes: Uint8Array
  readonly before: string | null
}

/**
 * Takes from a bundle what was chosen. Nothing that is here is overwritten without a choice, and what is replaced is kept aside first; a
 * file that changed meanwhile, or cannot be written, is left and named, and the others go on.
 */
export async function applyImport(context: BundleContext, open: OpenBundle, choices: ImportChoices, changeOwn: ChangeOwnSets): Promise<Result<ImportReport>> {
  const { environment, opened, by } = context
  if (opened.readOnly !== null) return fail('project.readOnly', `Nothing was imported: ${opened.readOnly}`, 'Open a copy of the project.')
  const plan = await planImport(context, open, choices.same)
  const compared = await compareCodebook(context, open, plan)
  const coming = new Map(plan.articles.flatMap(({ target, comes }) => (target !== null && comes ? [[target, comes.bytes] as const] : [])))
  const report = new Map<string, ImportReport['files'][number]>()
  const say = (file: string, target: string | null, fate: Fate, why: string | null = null) => void report.set(file, { file, target, fate, why })
  for (const { file, why } of plan.leftOut) say(file, null, 'left_out', why)

  const writes: Write[] = []
  for (const { path, target, comes, standing } of plan.articles) {
    const file = `articles/${path}`
    if (!comes || target === null) {
      if (standing === 'same' || standing === 'moved') say(file, `articles/${target}`, 'same')
      else say(file, null, 'left_out', standing === 'other_text' ? 'the article of this name here has another text.' : 'it is not here, and the bundle does not bring its text.')
    } else if (choices.articles) writes.push({ file, target: `articles/${target}`, bytes: comes.bytes, before: null })
    else say(file, null, 'kept', 'articles were not to be added.')
  }
  const isThere = (article: string | null) => article === null || context.articles.byPath(article) !== undefined || (choices.articles && coming.has(article))
  const own: PlannedSet[] = []
  const taken = chosen(plan.files, choices)
  for (const planned of plan.files) {
    const { file, target, standing, article } = planned
    if (standing === 'no_article' || !isThere(article)) say(file, null, 'left_out', 'its article is not here.')
    else if (standing === 'same') say(file, target, 'same')
    else if (!taken.has(file)) say(file, target, 'kept', keptWhy(planned))
    else if (planned.kind === 'set' && planned.own && (planned.before !== null || changeOwn)) {
      if (changeOwn) own.push(planned)
      else say(file, target, 'kept', 'it is your own set: open the project in Concord to compare and choose.')
    } else writes.push(planned)
  }
  const versions = missingVersions(open, compared, writes.length + own.length > 0, choices)
  const next = nextCodebook(context, open, compared, choices)
  if (!next.ok) return next

  const id = newId(environment)
  const aside = await setAside(context, id, writes)
  if (!aside.ok) return aside
  let record: ImportRecord = {
    format: 'concord/import',
    version: FORMAT_VERSION,
    id,
    at: timestamp(environment.now()),
    by,
    bundle: { name: open.name, created: open.bundle.created, by: open.bundle.by },
    files: writes.map(({ target, bytes, before }) => ({ path: target, before, after: sha256(bytes) })),
    ...(own.length > 0 ? { own: { gesture: id, articles: own.flatMap(({ article }) => article ?? []) } } : {}),
  }
  const nothing = writes.length === 0 && own.length === 0 && next.value === null
  // What is about to happen is on record before it happens, so that it can be taken back also when it is cut short.
  const noted = nothing ? ok(null) : await saveImport(context, record)
  if (!noted.ok) return noted

  for (const { target, bytes } of versions) await put(context, { file: target, target, bytes, before: null })
  for (const write of writes) {
    const written = await put(context, write)
    if (written.ok) say(write.file, write.target, write.before === null ? 'added' : 'replaced')
    else say(write.file, write.target, 'left_out', written.error.message)
  }
  if (own.length > 0 && changeOwn) {
    const changed = await changeOwn(id, own)
    for (const { file, target, before } of own) say(file, target, changed.ok ? (before === null ? 'added' : 'replaced') : 'left_out', changed.ok ? null : changed.error.message)
  }
  const adopted = next.value ? await next.value() : ok(opened)
  if (!adopted.ok) say('bundle.json', null, 'left_out', `the codebook was not changed: ${adopted.error.message}`)
  const after = adopted.ok ? adopted.value.project.codebook : opened.project.codebook
  if (after !== opened.project.codebook) {
    record = { ...record, codebook: { before: opened.project.codebook, after } }
    const saved = await saveImport(context, record)
    if (!saved.ok) return saved
  }
  const order = new Map(open.bundle.files.map(({ path }, index) => [path, index]))
  const files = [...report.values()].toSorted((a, b) => (order.get(a.file) ?? Infinity) - (order.get(b.file) ?? Infinity) || (a.file < b.file ? -1 : 1))
  return ok({ id: nothing ? null : id, files, codebook: after === opened.project.codebook ? null : after })
}

/** Paths in the bundle of what is taken. An independent copy goes with its set; own reviews and copies are never replaced. */
function chosen(files: readonly PlannedFile[], { files: said }: ImportChoices): ReadonlySet<string> {
  const wanted = ({ file, standing }: PlannedFile) => (said[file] ?? (standing === 'new' ? 'take' : 'keep')) === 'take'
  const setOf = new Map(files.flatMap((file) => (file.kind === 'set' ? [[`${file.annotator?.key}\n${file.article}`, file] as const] : [])))
  const isTaken = (file: PlannedFile): boolean => {
    if (file.own && file.kind !== 'set') return file.standing === 'new' && wanted(file)
    if (file.kind !== 'independent') return wanted(file)
    const set = setOf.get(`${file.annotator?.key}\n${file.article}`)
    return set ? wanted(set) || (set.standing === 'same' && file.standing === 'new') : file.standing === 'new'
  }
  return new Set(files.filter(isTaken).map(({ file }) => file))
}

function keptWhy({ own, kind, standing }: PlannedFile): string | null {
  if (own && kind === 'review') return 'your own review here stays as it is.'
  if (own && kind === 'independent') return 'your own independent copy here stays as it is.'
  return standing === 'differs' ? 'what is here was kept.' : null
}

/** The versions that the sets were coded under belong to them; they are named by their hash, so nothing can be overwritten. */
function missingVersions(open: OpenBundle, { standing }: ComparedCodebook, takesSets: boolean, choices: ImportChoices): { target: string; bytes: Uint8Array }[] {
  if (!takesSets && !(choices.codebook.how === 'adopt' && standing === 'newer')) return []
  return [...bundleCodebooks(open)].map(([version, { bytes }]) => ({ target: codebookPath(version), bytes }))
}

/** What makes the chosen codebook the current one; null where it stays. Checked before anything is written. */
function nextCodebook({ disk, environment, opened, by }: BundleContext, open: OpenBundle, compared: ComparedCodebook, { codebook: choice }: ImportChoices): Result<(() => Promise<Result<OpenedProject>>) | null> {
  if (choice.how === 'leave' || compared.standing === 'same') return ok(null)
  if (choice.how === 'adopt') {
    if (compared.standing !== 'newer' || !compared.codebook) {
      return fail('bundle.codebook', 'The bundle’s codebook is not a later version of the one here, so it cannot take its place.', 'Map what is not known instead.')
    }
    return ok(() => adoptCodebookVersion(disk, opened, compared.there))
  }
  const mapped = mapCodebook(opened.codebook, compared.codebook, choice.mapping ?? suggestedChoices(compared.unknown))
  if (mapped === opened.codebook) return ok(null)
  const [wrong] = checkCodebook(mapped)
  if (wrong) return err({ ...wrong, message: `The codebook cannot be mapped like that: ${wrong.message}` })
  const change = `Made to read what came in ${open.name}`
  const made = { at: timestamp(environment.now()), by: by.name }
  const version = { ...mapped, parent: opened.project.codebook, change, extra: { ...mapped.extra, concord: made } }
  return ok(() => saveCodebookVersion(disk, opened, version))
}

async function put({ disk, opened }: BundleContext, { target, bytes, before }: Write): Promise<Result<unknown, AppError>> {
  const inside = await resolveInside(disk, opened.folder, target)
  return inside.ok ? disk.writeAtomic(inside.value, bytes, { expected: before }) : inside
}
