import type { Value } from '../../model/value.ts'
import { ok, type Result } from '../../result.ts'
import { createOffsetMap } from '../../text/code-points.ts'
import { normaliseText } from '../../text/normalise.ts'
import { refusal, type Parsed, type ParseOptions, type Refused, type SourceFile } from '../adapter.ts'
import { NO_SCHEME, withExtra, type InterchangeAnnotation, type InterchangeRelation, type InterchangeSet, type ParsedDocument } from '../interchange.ts'
import { isObject, type JsonObject } from '../json-lines.ts'
import { stemOf } from '../paths.ts'
import { readJson } from '../source-text.ts'
import { createUnitMap, type OffsetUnit, type UnitMap } from '../units.ts'

export const FORMAT = 'bioc-json'
/** Infons of ours. */
export const OWN = ['type', 'annotator', 'note', 'created', 'modified'] as const
const MAX_GAP = 100_000

export function listOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** A passage or sentence with text, and the document itself: whatever may own annotations. */
export function ownersOf(document: JsonObject): JsonObject[] {
  return [document, ...listOf(document['passages']).flatMap((passage) => [passage, ...listOf(passage['sentences'])])]
}

/** The text of a document as its offsets see it, counted in this unit: blanks where nothing is said. Null where parts overlap. */
export function textOf(document: JsonObject, unit: OffsetUnit = 'codepoint'): { text: string; base: number } | null {
  const parts = listOf(document['passages']).flatMap((passage) => (typeof passage['text'] === 'string' && passage['text'] !== '' ? [passage] : listOf(passage['sentences'])))
  let text = ''
  let length = 0
  const base = Number(parts[0]?.['offset'] ?? 0)
  for (const part of parts) {
    const gap = Number(part['offset']) - base - length
    const said = normaliseText(String(part['text'] ?? ''))
    if (!Number.isInteger(gap) || gap < 0 || gap > MAX_GAP) return null
    text += ' '.repeat(gap) + said
    length += gap + createUnitMap(said, { unit, newline: 'lf' }).length
  }
  return { text, base }
}

/** The DTD counts bytes, tools count code points, and some what their language does. */
const OTHERS: readonly OffsetUnit[] = ['utf16', 'byte']

/** In code points; where something does not fit, the unit in which more would is named, and used when that is asked for. */
export function parseBioc(files: readonly SourceFile[], { repair }: ParseOptions): Result<Parsed> {
  const unit = repair?.unit ?? 'codepoint'
  const read = readAs(files, unit)
  if (!read.ok) return read
  const of = takenOf(read.value) + read.value.refused.length
  const others = repair || read.value.refused.length === 0 ? [] : OTHERS.flatMap((other) => {
    const again = readAs(files, other)
    return again.ok ? [{ counting: { unit: other, newline: 'lf' } as const, fits: takenOf(again.value) }] : []
  })
  const [best] = others.toSorted((a, b) => b.fits - a.fits)
  const fits = takenOf(read.value)
  return ok({ ...read.value, counting: of === 0 ? null : { counting: { unit, newline: 'lf' }, by: repair ? 'repair' : 'declared', fits, of, offer: best && best.fits > fits ? best : null } })
}

function takenOf({ documents }: Parsed): number {
  return documents.reduce((sum, { sets }) => sum + sets.reduce((count, { annotations }) => count + annotations.length, 0), 0)
}

function readAs([file]: readonly SourceFile[], unit: OffsetUnit): Result<Parsed> {
  if (!file) return refusal('', null, 'there is no file.')
  const json = readJson(file)
  if (!json.ok) return json
  const { value } = json.value
  if (!isObject(value) || !Array.isArray(value['documents'])) return refusal(file.path, 1, 'this is no BioC collection: it has no documents.')
  const refused: Refused[] = []
  const names = new Map<string, true>()
  const documents = listOf(value['documents']).flatMap((raw, index): ParsedDocument[] => {
    const found = textOf(raw, unit)
    const base = typeof raw['id'] === 'string' && raw['id'] !== '' ? raw['id'] : `${stemOf(file.path)}/${index + 1}`
    let name = base
    for (let number = 2; names.has(name); number += 1) name = `${base} (${number})`
    names.set(name, true)
    if (found) return [documentOf(raw, name, { ...found, unit }, file.path, refused)]
    refused.push({ file: file.path, line: null, what: `document ${name}`, why: 'its passages overlap, or an offset is no number' })
    return []
  })
  const { documents: _, ...around } = value
  return ok({ documents, scheme: { ...NO_SCHEME, ...withExtra(FORMAT, { around }) }, refused, counting: null, remarks: [] })
}

function documentOf(raw: JsonObject, name: string, { text, base, unit }: { text: string; base: number; unit: OffsetUnit }, file: string, refused: Refused[]): ParsedDocument {
  const map = createUnitMap(text, { unit, newline: 'lf' })
  const sets = new Map<string | null, { annotations: InterchangeAnnotation[]; relations: InterchangeRelation[] }>()
  const homes = new Map<string, string | null>()
  const drop = (what: string, why: string) => void refused.push({ file, line: null, what: `document ${name}, ${what}`, why })
  const setOf = (annotator: string | null) => {
    const set = sets.get(annotator) ?? { annotations: [], relations: [] }
    sets.set(annotator, set)
    return set
  }
  const skeleton: JsonObject = structuredCloneOf(raw)
  const owners = ownersOf(skeleton)
  if (unit !== 'codepoint') inCodePoints(owners, text, base, map)
  for (const [owner, part] of owners.entries()) {
    for (const item of listOf(part['annotations'])) {
      const id = String(item['id'])
      const places = listOf(item['locations']).map(({ offset, length }) => [map.fromUnit(Number(offset) - base), map.fromUnit(Number(offset) - base + Number(length))] as const).toSorted(([a], [b]) => (a ?? 0) - (b ?? 0))
      const fragments = places.flatMap(([start, end]) => (start === null || end === null || end < start ? [] : [{ start, end, quote: text.slice(start, end) }]))
      const wrong = fragments.length < places.length
      const words = fragments.map(({ quote }) => quote).join(' ')
      if (item['id'] === undefined || homes.has(id)) drop(`annotation ${id}`, 'its id is missing or there twice')
      else if (wrong || fragments.length === 0) drop(`annotation ${id}`, 'its location is no place in the text')
      else if (typeof item['text'] === 'string' && item['text'].replace(/\s+/g, ' ') !== words.replace(/\s+/g, ' ')) drop(`annotation ${id}`, `the text there is ${JSON.stringify(words)}, it says ${JSON.stringify(item['text'])}`)
      else {
        const infons = isObject(item['infons']) ? item['infons'] : {}
        const annotator = typeof infons['annotator'] === 'string' ? infons['annotator'] : null
        homes.set(id, annotator)
        const [note, created, modified] = ['note', 'created', 'modified'].map((key) => (typeof infons[key] === 'string' && infons[key] !== '' ? String(infons[key]) : undefined))
        setOf(annotator).annotations.push({
          id,
          label: typeof infons['type'] === 'string' && infons['type'] !== '' ? infons['type'] : 'annotation',
          fragments,
          attributes: Object.fromEntries(Object.entries(infons).filter(([key]) => !OWN.some((own) => own === key)).map(([key, said]): [string, Value] => [key, { state: 'decided', value: typeof said === 'number' || typeof said === 'boolean' ? said : typeof said === 'string' ? said : JSON.stringify(said) }])),
          ...(note !== undefined && { note }),
          ...(created !== undefined && { created }),
          ...(modified !== undefined && { modified }),
          ...withExtra(FORMAT, { owner: owner === 0 ? undefined : owner, untyped: infons['type'] === undefined ? true : undefined }),
        })
      }
    }
    if (Array.isArray(part['annotations'])) Object.assign(part, { annotations: [] })
  }
  for (const [owner, part] of owners.entries()) {
    const left = listOf(part['relations']).filter((item) => {
      const [from, to, more] = listOf(item['nodes'])
      const [a, b] = [String(from?.['refid']), String(to?.['refid'])]
      if (!from || !to || more || !homes.has(a) || !homes.has(b) || homes.get(a) !== homes.get(b)) return true
      const infons = isObject(item['infons']) ? item['infons'] : {}
      setOf(homes.get(a) ?? null).relations.push({ id: String(item['id']), type: typeof infons['type'] === 'string' ? infons['type'] : 'relation', from: { annotation: a }, to: { annotation: b }, ...withExtra(FORMAT, { raw: item, owner }) })
      return false
    })
    if (Array.isArray(part['relations'])) Object.assign(part, { relations: left })
  }
  const infons = isObject(raw['infons']) ? raw['infons'] : {}
  return { name, text, metadata: { ...infons }, sets: [...sets].map(([annotator, set]): InterchangeSet => ({ annotator, ...set })), ...withExtra(FORMAT, { document: skeleton }) }
}

/** What is kept of a document is written again in code points. */
function inCodePoints(owners: readonly JsonObject[], text: string, base: number, map: UnitMap): void {
  const points = createOffsetMap(text)
  for (const owner of owners) {
    const at = typeof owner['offset'] === 'number' ? map.fromUnit(owner['offset'] - base) : null
    if (at !== null) Object.assign(owner, { offset: base + points.toCodePoint(at) })
  }
}

function structuredCloneOf(value: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(value))
}
