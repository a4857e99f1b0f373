import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkCodebook } from '../../../core/codebook/check.ts'
import type { Adapter, ParseOptions, Refused, SourceFile } from '../../../core/formats/adapter.ts'
import { ADAPTERS } from '../../../core/formats/adapters.ts'
import type { InterchangeSet, ParsedDocument } from '../../../core/formats/interchange.ts'
import type { ImportMap } from '../../../core/formats/project/import-map.ts'
import { placeIn, type Origins } from '../../../core/formats/origins.ts'
import { planMapping, type Mapping } from '../../../core/formats/project/mapping.ts'
import { planSet, type PlannedSet } from '../../../core/formats/project/plan-import.ts'
import { countNames, noNames } from '../../../core/formats/project/used-names.ts'
import { readSources, type ReadSources } from '../../../core/formats/read-sources.ts'
import { annotatorKey } from '../../../core/model/folder-name.ts'
import { newId, timestamp, type Environment } from '../../../core/model/environment.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { createArticleStore, type ArticleStore } from '../articles/article-store.ts'
import { freePath, placeKey, wishedPath } from '../articles/place-for.ts'
import { resolveInside } from '../disk/contained.ts'
import type { Disk } from '../disk/disk.ts'
import { readProject, saveCodebookVersion, type OpenedProject } from '../project/read-project.ts'
import { createAnnotationService } from '../sets/annotation-service.ts'
import { matchArticles, type Placed } from './match-articles.ts'

export interface ImportRequest {
  readonly disk: Disk
  readonly folder: string
  readonly environment: Environment
  readonly files: readonly SourceFile[]
  /** Null: recognised by content. */
  readonly adapter: Adapter | null
  readonly parse: ParseOptions
  /** Whose set the annotations come into. */
  readonly annotator: string
  /** Which of several annotators in the files; absent: the only one, or the one of the same name. */
  readonly fromAnnotator?: string | undefined
  readonly map: ImportMap
  readonly unknown: 'create' | 'skip'
  /** Texts that the project does not have become articles. */
  readonly addArticles: boolean
  /** Only say what would be done. */
  readonly dryRun: boolean
}

export interface ImportReceipt {
  readonly read: ReadSources
  readonly articles: number
  readonly addedArticles: readonly string[]
  readonly annotations: number
  readonly relations: number
  /** Annotations that the set had already. */
  readonly there: number
  readonly created: Mapping['created']
  /** Every foreign name and what it became: a map that can be given again. */
  readonly map: ImportMap
  /** Version of the codebook afterwards. */
  readonly codebook: string
  readonly refused: readonly Refused[]
  readonly remarks: readonly string[]
}

/** Brings annotations of other tools into one annotator’s sets: one gesture, which one undo takes back. */
export async function importDocuments(request: ImportRequest): Promise<Result<ImportReceipt>> {
  const { disk, folder, environment } = request
  const read = readSources(request.files, ADAPTERS, request.adapter, request.parse)
  if (!read.ok) return read
  const opened = await readProject(disk, folder)
  if (!opened.ok) return opened
  if (opened.value.readOnly !== null) return fail('project.readOnly', `Nothing was imported: ${opened.value.readOnly}`, 'Work on a copy of the project.')
  const articles = createArticleStore(disk, folder, environment)
  const scanned = await articles.scan()
  if (!scanned.ok) return scanned

  const matches = await matchArticles(read.value.documents, { all: articles.all(), text: articles.text })
  const refused: Refused[] = [...read.value.refused, ...matches.refused]
  const facts = new Set(read.value.documents.flatMap(({ metadata }) => Object.keys(metadata)))
  const remarks = [...read.value.remarks, ...matches.remarks, ...(facts.size > 0 ? [`Facts about the documents are not taken over: ${[...facts].join(', ')}.`] : [])]
  const added = request.addArticles ? placesFor(matches.strangers, articles) : []
  if (!request.addArticles) for (const { name } of matches.strangers) refused.push({ file: name, line: null, what: 'the document', why: 'its text is that of no article of the project (--add-articles brings it in)' })
  const all: Placed[] = [...matches.matched, ...added]

  const chosen = chooseSets(all, request)
  if (!chosen.ok) return chosen
  const used = noNames()
  for (const { set } of chosen.value) countNames(used, set)
  const mapping = planMapping(opened.value.codebook, used, read.value.scheme, request.map, request.unknown, environment)
  if (mapping.problems.length > 0) return fail('import.map', `The map names what is not there: ${mapping.problems.join('; ')}.`, 'Correct the map, or say {"create": NAME} there.')
  const [wrong] = mapping.codebook === opened.value.codebook ? [] : checkCodebook(mapping.codebook)
  if (wrong) return fail('import.codebook', `The codebook could not take what is new: ${wrong.message}`, wrong.remedy)

  const format = read.value.formats.length === 1 ? (read.value.formats[0] ?? '') : 'import'
  const applied = await apply(request, opened.value, articles, mapping, chosen.value, added, { format, origins: read.value.origins })
  if (!applied.ok) return applied
  const { planned, version } = applied.value
  return ok({
    read: read.value,
    articles: planned.filter((plan) => plan.added + plan.there > 0).length,
    addedArticles: added.map(({ article }) => article),
    annotations: sum(planned, (plan) => plan.added),
    relations: sum(planned, (plan) => plan.relations),
    there: sum(planned, (plan) => plan.there),
    created: mapping.created,
    map: mapOf(mapping),
    codebook: version,
    refused: [...refused, ...planned.flatMap((plan) => plan.refused)],
    remarks,
  })
}

/** Where texts that the project does not have will stand inside `articles/`. */
function placesFor(strangers: readonly ParsedDocument[], articles: ArticleStore): Placed[] {
  const taken = new Set(articles.all().map(({ path }) => placeKey(path)))
  return strangers.flatMap((document): Placed[] => {
    const { text } = document
    const wish = wishedPath(document.name)
    if (text === null || text === '' || wish === null) return []
    const article = freePath(wish, (key) => taken.has(key))
    taken.add(placeKey(article))
    return [{ article, text, document }]
  })
}

interface Chosen {
  readonly matched: Placed
  readonly set: InterchangeSet
}

/** One set for each article. Where the files hold several annotators, it must be clear which. */
function chooseSets(all: readonly Placed[], { annotator, fromAnnotator }: ImportRequest): Result<Chosen[]> {
  const chosen: Chosen[] = []
  const seen = new Map<string, Placed>()
  for (const matched of all) {
    const { sets } = matched.document
    const wanted = annotatorKey(fromAnnotator ?? annotator)
    const named = sets.find((set) => set.annotator !== null && annotatorKey(set.annotator) === wanted)
    const set = named ?? (fromAnnotator === undefined && sets.length === 1 ? sets[0] : undefined)
    if (!set) {
      if (sets.length === 0 || fromAnnotator !== undefined) continue
      const names = sets.map((one) => one.annotator ?? 'nobody named').join(', ')
      return fail('import.annotator', `${matched.document.name} was annotated by several: ${names}.`, 'Say which with --from-annotator NAME.', { where: { file: matched.document.name } })
    }
    const before = seen.get(matched.article)
    if (before) return fail('import.twice', `${before.document.name} and ${matched.document.name} have the same text.`, 'Import them one after the other.', { where: { file: matched.document.name } })
    seen.set(matched.article, matched)
    chosen.push({ matched, set })
  }
  if (chosen.length === 0 && fromAnnotator !== undefined && all.length > 0) return fail('import.annotator', `The files hold nothing of ${fromAnnotator}.`, 'Check the name.')
  return ok(chosen)
}

async function apply(request: ImportRequest, opened: OpenedProject, articles: ArticleStore, mapping: Mapping, chosen: readonly Chosen[], added: readonly Placed[], { format, origins }: { readonly format: string; readonly origins: Origins }): Promise<Result<{ planned: PlannedSet[]; version: string }>> {
  const { disk, folder, environment, annotator, dryRun } = request
  const planned: PlannedSet[] = []
  let version = opened.project.codebook
  const service = await createAnnotationService({
    disk,
    folder,
    projectId: opened.project.id,
    journalFolder: join(tmpdir(), 'concord-command-line'),
    environment,
    annotator: { key: annotatorKey(annotator), name: annotator },
    codebookVersion: () => version,
    text: articles.text,
  })
  if (!service.ok) return service
  const planOf = ({ matched, set }: Chosen, own: Parameters<typeof planSet>[0]) => {
    const origin = origins.get(matched.document.name) ?? { file: matched.document.name, line: null }
    const plan = planSet(own, matched.document, set, { article: matched.article, text: matched.text, format, mapping, environment, where: (id) => placeIn(origin, set.annotator, id) })
    planned.push(plan)
    return plan
  }
  const finish = async (result: Result<unknown>) => {
    const closed = await service.value.close()
    if (!result.ok) return result
    return closed.ok ? ok({ planned, version }) : closed
  }
  if (dryRun) {
    const fresh = new Set(added.map(({ article }) => article))
    for (const one of chosen) {
      const own = fresh.has(one.matched.article) ? null : await service.value.open(one.matched.article)
      if (own && !own.ok) return finish(own)
      planOf(one, own?.value ?? EMPTY)
    }
    return finish(ok(null))
  }
  const written = await writeArticles(disk, folder, added)
  if (!written.ok) return finish(written)
  if (added.length > 0) await articles.scan()
  if (mapping.codebook !== opened.codebook) {
    const at = timestamp(environment.now())
    const saved = await saveCodebookVersion(disk, opened, { ...mapping.codebook, parent: opened.project.codebook, change: 'Import', extra: { ...mapping.codebook.extra, concord: { at } } })
    if (!saved.ok) return finish(saved)
    version = saved.value.project.codebook
  }
  const gesture = { id: newId(environment), at: timestamp(environment.now()), kind: 'import' as const }
  return finish(await service.value.perform(gesture, chosen.map((one) => ({ article: one.matched.article, decide: (own) => ok(planOf(one, own).diff) }))))
}

const EMPTY: Parameters<typeof planSet>[0] = { annotations: [], relations: [], state: { status: 'in_progress', changed: '1970-01-01T00:00:00.000Z' } }

async function writeArticles(disk: Disk, folder: string, added: readonly Placed[]): Promise<Result<null>> {
  for (const { article, text } of added) {
    const path = await resolveInside(disk, folder, `articles/${article}`)
    if (!path.ok) return path
    const written = await disk.writeAtomic(path.value, text, { expected: null })
    if (!written.ok) return written
  }
  return ok(null)
}

function mapOf({ labels, attributes, relations, values }: Mapping): ImportMap {
  return { labels: Object.fromEntries(labels), attributes: Object.fromEntries(attributes), relations: Object.fromEntries(relations), values }
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}
