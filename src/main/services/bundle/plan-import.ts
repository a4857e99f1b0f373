import { join } from 'node:path'
import { diffBetween } from '../../../core/annotating/diff-between.ts'
import { isEmptyDiff } from '../../../core/annotating/diff.ts'
import { readdressReview, readdressRound, readdressSet } from '../../../core/bundle/readdress.ts'
import type { AnnotationSet, Annotator } from '../../../core/model/annotation-set.ts'
import { annotationSetSchema } from '../../../core/model/annotation-set.ts'
import { serialise } from '../../../core/model/canonical.ts'
import { sameJson } from '../../../core/model/equal.ts'
import { annotatorKey, folderName, independentPath, reviewPath, roundPath, setPath } from '../../../core/model/folder-name.ts'
import type { SetDiff } from '../../../core/model/gesture.ts'
import { reviewSchema } from '../../../core/model/review.ts'
import { roundSchema } from '../../../core/model/round.ts'
import { err, ok, type AppError, type Result } from '../../../core/result.ts'
import { resolveInside } from '../disk/contained.ts'
import { parseFile } from '../disk/parse-file.ts'
import { sha256 } from '../hash.ts'
import { parseSet, verifiedText } from '../sets/set-file.ts'
import type { BundleContext } from './context.ts'
import { articleFinder, matchArticles, type MatchedArticle } from './match-articles.ts'
import { decode, type BundleFile, type LeftOut, type OpenBundle } from './open-bundle.ts'

/**
 * How a file that comes stands to the one that is here. `same`: both hold the same, whatever their bytes. `no_article`: its article is
 * neither here nor in the bundle.
 */
export type FileStanding = 'new' | 'same' | 'differs' | 'no_article'

interface Planned {
  /** Path in the bundle. */
  readonly file: string
  /** Path in the project. */
  readonly target: string
  readonly standing: FileStanding
  /** Whose it is; rounds belong to nobody. */
  readonly annotator: Annotator | null
  /** Path inside `articles/` here; null for rounds, and where there is none. */
  readonly article: string | null
  /** Of whoever imports. */
  readonly own: boolean
  /** Whoever imports may not see it yet. */
  readonly hidden: boolean
  /** What is to stand in the file here. */
  readonly bytes: Uint8Array
  /** Hash of the file that is here. */
  readonly before: string | null
}

export interface PlannedSet extends Planned {
  readonly kind: 'set'
  readonly set: AnnotationSet
  /** What is here; null where there is none, or none that can be read. */
  readonly here: AnnotationSet | null
  /** What would make the set here the one that comes. */
  readonly diff: SetDiff | null
}

export interface PlannedOther extends Planned {
  readonly kind: 'independent' | 'review' | 'round'
  /** Rounds: the name. */
  readonly name: string | null
}

export type PlannedFile = PlannedSet | PlannedOther

export interface ImportPlan {
  readonly articles: readonly MatchedArticle[]
  readonly files: readonly PlannedFile[]
  /** Cannot be taken at all. */
  readonly leftOut: readonly LeftOut[]
}

/** Annotators of the bundle (by key) who are somebody here under another spelling. */
export type SamePeople = Readonly<Record<string, Annotator>>

/** Looks at every file of a bundle beside what is here. Writes nothing. */
export async function planImport(context: BundleContext, open: OpenBundle, same: SamePeople): Promise<ImportPlan> {
  const articles = matchArticles(context, open)
  const findArticle = articleFinder(articles)
  const paths = new Map(articles.flatMap(({ path, target }) => (target === null ? [] : [[path, target] as const])))
  const pathHere = (path: string) => paths.get(path) ?? path
  const leftOut: LeftOut[] = [...open.leftOut]
  const files: PlannedFile[] = []
  for (const file of open.files) {
    const planned = await planFile({ context, same, findArticle, pathHere }, file)
    if (planned === null) continue
    if (planned.ok) files.push(planned.value)
    else leftOut.push({ file: file.path, why: withoutName(planned.error, file.path) })
  }
  return { articles, files, leftOut: [...leftOut, ...brokenArticles(articles, open)] }
}

interface Planning {
  readonly context: BundleContext
  readonly same: SamePeople
  readonly findArticle: ReturnType<typeof articleFinder>
  readonly pathHere: (path: string) => string
}

/** `null`: an article or a codebook, which are matched by hash. */
async function planFile(planning: Planning, file: BundleFile): Promise<Result<PlannedFile> | null> {
  if (file.place.kind === 'article' || file.place.kind === 'codebook') return null
  const text = decode(file.bytes)
  if (text === null) return notTaken('it is not UTF-8 text.')
  if (file.place.kind === 'round') return planRound(planning, file, text, file.place.id)
  if (file.place.kind === 'review') return planReview(planning, file, text, file.place)
  return planSet(planning, file, text, file.place)
}

interface Place {
  readonly kind: string
  readonly folder: string
  readonly article: string
}

async function planSet({ context, same, findArticle, pathHere }: Planning, file: BundleFile, text: string, place: Place): Promise<Result<PlannedFile>> {
  const found = { path: file.path, name: file.path, article: place.article, annotatorFolder: place.folder }
  const parsed = parseSet(text, found)
  if (!parsed.ok) return parsed
  const person = knownAs(parsed.value.annotator, same)
  if (!person) return notTaken(`it says that it is by “${parsed.value.annotator.name}”, which does not fit its key.`)
  const matched = findArticle(parsed.value.article)
  const kind = place.kind === 'independent' ? 'independent' : 'set'
  const target = (kind === 'set' ? setPath : independentPath)(person.key, matched?.target ?? parsed.value.article.path)
  const set = readdressSet(parsed.value, matched?.target ?? parsed.value.article.path, person, pathHere)
  const unchanged = sameJson(set, parsed.value)
  const base = { file: file.path, target, annotator: person, article: matched?.target ?? null, ...seenBy(context, person, matched?.target ?? null) }
  if (!matched?.target) {
    return ok({ ...base, standing: 'no_article', bytes: file.bytes, before: null, ...(kind === 'set' ? { kind, set, here: null, diff: null } : { kind, name: null }) })
  }
  const article = matched.comes ? ok({ text: matched.comes.text, textSha256: matched.textSha256 }) : await context.articles.text(matched.target)
  if (!article.ok) return article
  const written = verifiedText(set, article.value, { ...found, name: file.path })
  if (!written.ok) return written
  const bytes = unchanged ? file.bytes : new TextEncoder().encode(written.value)
  const there = await whatIsHere(context, target)
  if (!there.ok) return there
  const here = there.value && parsedSet(there.value.text)
  const diff = here && diffBetween(here, set)
  const standing = !there.value ? 'new' : diff && isEmptyDiff(diff) ? 'same' : 'differs'
  const all = { ...base, standing, bytes, before: there.value?.sha256 ?? null } as const
  return ok(kind === 'set' ? { ...all, kind, set, here, diff } : { ...all, kind, name: null })
}

async function planReview({ context, same, findArticle, pathHere }: Planning, file: BundleFile, text: string, place: Place): Promise<Result<PlannedFile>> {
  const parsed = parseFile(reviewSchema, text, file.path)
  if (!parsed.ok) return parsed
  const { reviewer, article } = parsed.value
  const person = knownAs(reviewer, same)
  if (!person || folderName(reviewer.key) !== place.folder || article.path.normalize('NFC') !== place.article.normalize('NFC')) return notTaken('it lies at another place than it says.')
  const matched = findArticle(article)
  const target = matched?.target ?? null
  const base = { kind: 'review' as const, name: null, file: file.path, target: reviewPath(person.key, target ?? article.path), annotator: person, article: target, ...seenBy(context, person, target) }
  if (target === null) return ok({ ...base, standing: 'no_article', bytes: file.bytes, before: null })
  const review = { ...readdressReview(parsed.value, target, pathHere), reviewer: person }
  return compared(context, base, sameJson(review, parsed.value) ? file.bytes : new TextEncoder().encode(serialise(reviewSchema, review)), review)
}

async function planRound({ context, pathHere }: Planning, file: BundleFile, text: string, id: string): Promise<Result<PlannedFile>> {
  const parsed = parseFile(roundSchema, text, file.path)
  if (!parsed.ok) return parsed
  if (parsed.value.id !== id) return notTaken('it lies at another place than it says.')
  const round = readdressRound(parsed.value, pathHere)
  const base = { kind: 'round' as const, name: round.name, file: file.path, target: roundPath(id), annotator: null, article: null, own: false, hidden: false }
  return compared(context, base, sameJson(round, parsed.value) ? file.bytes : new TextEncoder().encode(serialise(roundSchema, round)), round)
}

async function compared(context: BundleContext, base: Omit<PlannedOther, 'standing' | 'bytes' | 'before'>, bytes: Uint8Array, content: unknown): Promise<Result<PlannedFile>> {
  const there = await whatIsHere(context, base.target)
  if (!there.ok) return there
  const standing = !there.value ? 'new' : sameJson(parsedJson(there.value.text), content) ? 'same' : 'differs'
  return ok({ ...base, standing, bytes, before: there.value?.sha256 ?? null })
}

/** The person under the spelling of this project; null where name and key do not belong together. */
function knownAs({ key, name }: Annotator, same: SamePeople): Annotator | null {
  if (annotatorKey(name) !== key) return null
  return same[key] ?? { key, name }
}

function seenBy({ by, maySee }: BundleContext, { key }: Annotator, article: string | null): { own: boolean; hidden: boolean } {
  const own = key === by.key
  return { own, hidden: !own && article !== null && !maySee(article) }
}

async function whatIsHere({ disk, opened }: BundleContext, target: string): Promise<Result<{ text: string; sha256: string } | null>> {
  const inside = await resolveInside(disk, opened.folder, target)
  if (!inside.ok) return inside
  const there = await disk.exists(join(opened.folder, ...target.split('/')))
  if (!there.ok) return there
  if (!there.value) return ok(null)
  const bytes = await disk.readBytes(inside.value)
  return bytes.ok ? ok({ text: decode(bytes.value) ?? '', sha256: sha256(bytes.value) }) : bytes
}

function parsedSet(text: string): AnnotationSet | null {
  const parsed = annotationSetSchema.safeParse(parsedJson(text))
  return parsed.success ? parsed.data : null
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function brokenArticles(articles: readonly MatchedArticle[], { files }: OpenBundle): LeftOut[] {
  const used = new Set(articles.map(({ path }) => path))
  return files.flatMap(({ path, place }) => {
    if (place.kind !== 'article') return []
    if (!used.has(place.article)) return [{ file: path, why: 'nothing in the bundle speaks of it.' }]
    const broken = articles.some((article) => article.path === place.article && (article.standing === 'missing' || article.standing === 'other_text'))
    return broken ? [{ file: path, why: 'its text is not the one that the bundle names.' }] : []
  })
}

function notTaken(why: string): Result<never> {
  return err({ code: 'bundle.file', message: why, remedy: '', retry: false })
}

/** The list names the file already. */
function withoutName({ message }: AppError, file: string): string {
  return message.replace(`${file}, `, '').replace(`${file}: `, '').replace(`${file} `, '')
}
