import { verifyAnnotation } from '../../../core/anchoring/verify.ts'
import { splitConflict } from '../../../core/conflicts/markers.ts'
import { compareRelations } from '../../../core/annotating/diff.ts'
import { lineOfPath } from '../../../core/formats/json-position.ts'
import { annotationSetSchema, type AnnotationSet } from '../../../core/model/annotation-set.ts'
import { compareAnnotations, type Relation } from '../../../core/model/annotation.ts'
import { serialise } from '../../../core/model/canonical.ts'
import { folderName } from '../../../core/model/folder-name.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import type { Disk } from '../disk/disk.ts'
import { parseFile } from '../disk/parse-file.ts'
import { sha256 } from '../hash.ts'

export interface ArticleText {
  /** Normalised; offsets count its UTF-16 code units. */
  readonly text: string
  readonly textSha256: string
}

export interface SetOnDisk {
  readonly set: AnnotationSet
  readonly sha256: string
}

export interface SetPlace {
  /** Path on disk. */
  readonly path: string
  /** Path inside the project, for messages. */
  readonly name: string
  readonly article: string
  /** Name of the folder that it lies in. */
  readonly annotatorFolder: string
}

/**
 * Reads and checks everything but the text: shape, version, and that it is the set of this article. `null`: no file.
 */
export async function readSet(disk: Disk, place: SetPlace): Promise<Result<SetOnDisk | null>> {
  const read = await load(disk, place)
  return read.ok && read.value ? ok({ set: read.value.set, sha256: read.value.sha256 }) : read
}

/** `readSet`, and every quote checked against the text. */
export async function readVerifiedSet(
  disk: Disk,
  place: SetPlace,
  article: ArticleText,
): Promise<Result<SetOnDisk | null>> {
  const read = await load(disk, place)
  if (!read.ok || !read.value) return read
  const { set, text } = read.value
  const verified = verifySet(set, article)
  if (verified.ok) return ok({ set, sha256: read.value.sha256 })
  const { id, what, remedy } = verified.error
  const line = id === null ? lineOfPath(text, ['article', 'text_sha256']) : lineOfAnnotation(text, id)
  return damaged(id === null ? 'article.changed' : 'quote.mismatch', place, line, what, remedy)
}

/** As `readVerifiedSet`, but a set on another text than the article has now is handed over as it is: it has to be taken to that text. */
export async function readSetOnItsText(disk: Disk, place: SetPlace, article: ArticleText): Promise<Result<SetOnDisk | null>> {
  const read = await readSet(disk, place)
  const stale = read.ok && read.value !== null && read.value.set.article.text_sha256 !== article.textSha256
  return stale ? read : readVerifiedSet(disk, place, article)
}

async function load(disk: Disk, place: SetPlace): Promise<Result<(SetOnDisk & { readonly text: string }) | null>> {
  const exists = await disk.exists(place.path)
  if (!exists.ok) return exists
  if (!exists.value) return ok(null)
  const bytes = await disk.readBytes(place.path)
  if (!bytes.ok) return bytes
  const text = decode(bytes.value)
  const set = parseSet(text, place)
  return set.ok ? ok({ set: set.value, sha256: sha256(bytes.value), text: text ?? '' }) : set
}

/** By its id in the file as it stands: the records may be in any order there. */
function lineOfAnnotation(text: string, id: string): number {
  const records = annotationSetSchema.pick({ annotations: true }).strip().safeParse(JSON.parse(text))
  const index = records.success ? records.data.annotations.findIndex((annotation) => annotation.id === id) : 0
  return lineOfPath(text, ['annotations', index])
}

/** Exactly what is to stand in the file; only for a set whose quotes are right, so that no other is ever written. */
export function verifiedText(set: AnnotationSet, article: ArticleText, place: SetPlace): Result<string> {
  const verified = verifySet(set, article)
  if (verified.ok) return ok(serialise(annotationSetSchema, set))
  const { what, remedy } = verified.error
  return fail('quote.mismatch', `${place.name} was not written: ${what}.`, remedy, { where: { file: place.name } })
}

export function parseSet(text: string | null, place: SetPlace): Result<AnnotationSet> {
  if (text === null) return damaged('set.damaged', place, 1, 'it is not UTF-8 text', RESTORE)
  const parsed = parseFile(annotationSetSchema, text, place.name)
  if (!parsed.ok) return splitConflict(text) === null ? parsed : damaged('set.merge', place, parsed.error.where?.line ?? 1, 'version control left two versions in it, with marks between them', KEEP_BOTH)
  const set = parsed.value
  if (!isSameName(set.article.path, place.article)) {
    return damaged(
      'set.damaged',
      place,
      lineOfPath(text, ['article', 'path']),
      place.article.startsWith(set.article.path) ? `it is another version of the set of ${set.article.path}, which a synchroniser put beside it` : `it says that it is the set of ${set.article.path}`,
      place.article.startsWith(set.article.path) ? KEEP_BOTH : 'Move the file to the place that fits its article.',
    )
  }
  if (!isSameName(folderName(set.annotator.key), place.annotatorFolder)) {
    return damaged(
      'set.damaged',
      place,
      lineOfPath(text, ['annotator', 'key']),
      `it lies in the folder of another annotator than ${set.annotator.name}, whose set it says it is`,
      'Move the file to the folder of its annotator.',
    )
  }
  for (const kind of ['annotations', 'relations'] as const) {
    const twice = firstRepeated(set[kind].map(({ id }) => id))
    if (twice !== null)
      return damaged(
        'set.damaged',
        place,
        lineOfPath(text, [kind, twice]),
        `the id ${set[kind][twice]?.id} is there twice`,
        RESTORE,
      )
  }
  const both = set.unplaced?.findIndex(({ annotation }) => set.annotations.some(({ id }) => id === annotation.id)) ?? -1
  if (both !== -1) return damaged('set.damaged', place, lineOfPath(text, ['unplaced', both]), 'an annotation has its place and waits for one', RESTORE)
  return ok({
    ...set,
    article: { ...set.article, path: place.article },
    annotations: set.annotations.toSorted(compareAnnotations),
    relations: set.relations
      .map((relation) => respelt(relation, set.article.path, place.article))
      .toSorted(compareRelations),
  })
}

/** Version control and other disks may spell an accent in another way (é as one character or as two). */
function isSameName(a: string, b: string): boolean {
  return a.normalize('NFC') === b.normalize('NFC')
}

function respelt(relation: Relation, from: string, to: string): Relation {
  if (from === to) return relation
  const end = (old: Relation['from']) => (old.article === from ? { ...old, article: to } : old)
  return { ...relation, from: end(relation.from), to: end(relation.to) }
}

interface Wrong {
  readonly what: string
  readonly remedy: string
  /** The annotation, or null where it is the article. */
  readonly id: string | null
}

function verifySet(set: AnnotationSet, { text, textSha256 }: ArticleText): Result<true, Wrong> {
  if (set.article.text_sha256 !== textSha256) {
    const remedy = `${set.annotator.name}’s own Concord takes it to the new text when the project is opened there. Or restore the article as it was.`
    return { ok: false, error: { what: 'the text of the article is not the one that was coded', remedy, id: null } }
  }
  for (const annotation of set.annotations) {
    const what = verifyAnnotation(text, annotation)
    if (what !== null) return { ok: false, error: { what, remedy: RESTORE, id: annotation.id } }
  }
  return ok(true)
}

/** What to do where there are two versions of a set. */
export const KEEP_BOTH = 'Choose “Keep both versions” in the File menu: the other one then stands beside yours in the review, where you can compare and merge them.'

const RESTORE = 'Restore the file from a copy or from version control, or set it aside; it was left as it is.'

function damaged(code: string, { name }: SetPlace, line: number, what: string, remedy: string) {
  return fail(code, `${name}, line ${line}: this annotation set cannot be used: ${what}.`, remedy, {
    where: { file: name, line },
  })
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function firstRepeated(ids: readonly string[]): number | null {
  const seen = new Set<string>()
  for (const [index, id] of ids.entries()) {
    if (seen.has(id)) return index
    seen.add(id)
  }
  return null
}
