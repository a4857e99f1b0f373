import { ok, type Result } from '../result.ts'
import { normaliseText } from '../text/normalise.ts'
import { refusal, type Adapter, type Parsed, type ParseOptions, type Refused, type SourceFile } from './adapter.ts'
import { detectFormats, groupFiles, type SourceGroup } from './detect.ts'
import type { InterchangeDocument, ParsedDocument, Scheme } from './interchange.ts'
import type { Judgement } from './judge-unit.ts'
import { mergeSchemes } from './merge.ts'
import type { Origin, Origins } from './origins.ts'
import { readText } from './source-text.ts'
import { uniqueNames } from './unique-names.ts'
import type { Counting } from './units.ts'

export interface ReadSources {
  /** Names are unique. A text that is not there yet is null. */
  readonly documents: readonly ParsedDocument[]
  readonly scheme: Scheme
  readonly refused: readonly Refused[]
  /** By the document's name. */
  readonly origins: Origins
  readonly remarks: readonly string[]
  readonly judgements: readonly { readonly file: string; readonly judgement: Judgement }[]
  /** Files that were recognised as nothing. */
  readonly left: readonly string[]
  /** Names of the formats that were read. */
  readonly formats: readonly string[]
}

export interface ReadOptions extends ParseOptions {
  /** Repairs of single groups, by the path that stands in their judgement. */
  readonly repairs?: ReadonlyMap<string, Counting>
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Reads everything that was given: recognised by content, or all as the format that was named. A group that is refused as a whole is
 * listed like a record that is; only when nothing at all can be read is the answer an error.
 */
export function readSources(files: readonly SourceFile[], adapters: readonly Adapter[], named: Adapter | null, { repairs, onProgress, ...options }: ReadOptions): Result<ReadSources> {
  const { groups, left } = named ? groupsOf(named, files) : detectFormats(files, adapters)
  if (groups.length === 0) return refusal(files[0]?.path ?? 'the folder', null, files.length === 0 ? 'there is no file in it.' : 'no format is recognised in it.', 'Say which format it is, or give other files.')
  const read: (Parsed & { readonly path: string })[] = []
  const refused: Refused[] = []
  const judgements: ReadSources['judgements'][number][] = []
  let first: Result<Parsed> | null = null
  for (const [index, group] of groups.entries()) {
    onProgress?.(index, groups.length)
    const repair = repairs?.get(group.files[0]?.path ?? '')
    const parsed = group.adapter.parse?.(group.files, repair ? { ...options, repair } : options)
    if (!parsed) continue
    if (!parsed.ok) {
      first ??= parsed
      refused.push({ file: parsed.error.where?.file ?? group.files[0]?.path ?? '', line: parsed.error.where?.line ?? null, what: 'the file', why: parsed.error.message })
      continue
    }
    read.push({ ...parsed.value, path: group.files[0]?.path ?? '' })
    refused.push(...parsed.value.refused)
    if (parsed.value.counting) judgements.push({ file: group.files[0]?.path ?? '', judgement: parsed.value.counting })
  }
  if (read.length === 0 && first && !first.ok) return first
  const from = read.flatMap(({ documents, origins, path }) => documents.map(({ name }): Origin => origins?.get(name) ?? { file: path, line: null }))
  const documents = uniqueNames(read.flatMap((parsed) => parsed.documents).map((document) => withTextBeside(document, files)))
  return ok({
    documents,
    origins: new Map(documents.map(({ name }, index) => [name, from[index] ?? { file: name, line: null }])),
    scheme: mergeSchemes(read.map(({ scheme }) => scheme)),
    refused,
    remarks: read.flatMap(({ remarks }) => remarks),
    judgements,
    left: left.map(({ path }) => path),
    formats: [...new Set(groups.map(({ adapter }) => adapter.name))],
  })
}

function groupsOf(adapter: Adapter, files: readonly SourceFile[]): { groups: readonly SourceGroup[]; left: readonly SourceFile[] } {
  const detected = files.filter((file) => adapter.detect(file, files) > 0)
  const groups = groupFiles(adapter, detected.length > 0 ? detected : files, files)
  const used = new Set(groups.flatMap((group) => group.files.map(({ path }) => path)))
  return { groups, left: files.filter(({ path }) => !used.has(path)) }
}

/** A format without texts names articles: their texts may have been given as well. */
function withTextBeside(document: ParsedDocument, files: readonly SourceFile[]): ParsedDocument {
  if (document.text !== null) return document
  const names = [document.name, `${document.name}.txt`]
  const file = files.find(({ path }) => names.some((name) => path === name || path.endsWith(`/${name}`)))
  const source = file && readText(file)
  return source?.ok ? { ...document, text: normaliseText(source.value.raw) } : document
}

/** Documents whose text is known and whose quotes stand where they should; the others are listed. */
export function withTexts(documents: readonly ParsedDocument[], refused: Refused[]): InterchangeDocument[] {
  return documents.flatMap((document): InterchangeDocument[] => {
    const { text } = document
    if (text === null) {
      refused.push({ file: document.name, line: null, what: 'the document', why: 'the format does not hold its text, and no file of that name was given' })
      return []
    }
    const sets = document.sets.map((set) => {
      const annotations = set.annotations.filter((annotation) => {
        const fits = annotation.fragments.every(({ start, end, quote }) => text.slice(start, end) === quote)
        if (!fits) refused.push({ file: document.name, line: null, what: `annotation ${annotation.id}`, why: 'its quote is not what stands at its place' })
        return fits
      })
      if (annotations.length === set.annotations.length) return set
      const ids = new Set(annotations.map(({ id }) => id))
      return { ...set, annotations, relations: set.relations.filter(({ from, to }) => ids.has(from.annotation) && (to.document !== undefined || ids.has(to.annotation))) }
    })
    return [{ ...document, text, sets }]
  })
}
