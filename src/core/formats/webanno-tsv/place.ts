import { normaliseText } from '../../text/normalise.ts'
import type { Judgement } from '../judge-unit.ts'
import { createUnitMap, type Counting, type OffsetUnit } from '../units.ts'
import { unescapeText, type Row, type Tsv } from './syntax.ts'

export interface Placed {
  readonly text: string
  readonly judgement: Judgement
  /** Of the rows whose token stands where they say. */
  readonly places: ReadonlyMap<Row, { readonly start: number; readonly end: number }>
}

/** What lies between sentences is not in the file; a larger gap is no honest one. */
const MAX_GAP = 1_000_000

/** Puts the text together from the sentences. Offsets count UTF-16; another unit is tried only where tokens do not fit. */
export function placeRows(tsv: Tsv, repair?: Counting): Placed {
  const declared = build(tsv, repair?.unit ?? 'utf16')
  const of = tsv.sentences.reduce((sum, { rows }) => sum + rows.length, 0)
  const fits = declared.places.size
  let offer: Judgement['offer'] = null
  for (const unit of fits === of || repair ? [] : (['codepoint', 'byte', 'grapheme'] as const)) {
    const found = build(tsv, unit).places.size
    if (found > (offer?.fits ?? fits)) offer = { counting: { unit, newline: 'lf' }, fits: found }
  }
  const counting: Counting = { unit: repair?.unit ?? 'utf16', newline: 'lf' }
  return { ...declared, judgement: { counting, by: repair ? 'repair' : 'declared', fits, of, offer } }
}

function build(tsv: Tsv, unit: OffsetUnit): Omit<Placed, 'judgement'> {
  const pieces: string[] = []
  let length = 0
  for (const { text, rows } of tsv.sentences) {
    const [first] = rows
    const lead = first ? Math.max(0, text.indexOf(unescapeText(first.token))) : 0
    const begin = first ? first.begin - createUnitMap(text.slice(0, lead), { unit, newline: 'lf' }).length : length + (pieces.length > 0 ? 1 : 0)
    const gap = Math.min(Math.max(0, begin - length), MAX_GAP)
    pieces.push('\n'.repeat(gap), text)
    length += gap + createUnitMap(text, { unit, newline: 'lf' }).length
    if (length > MAX_GAP * 256) break
  }
  const raw = pieces.join('')
  const text = normaliseText(raw)
  const map = createUnitMap(text, { unit, newline: raw.includes('\r') ? 'crlf2' : 'lf' }, raw)
  const places = new Map<Row, { start: number; end: number }>()
  for (const row of tsv.sentences.flatMap(({ rows }) => rows)) {
    const [start, end] = [map.fromUnit(row.begin), map.fromUnit(row.end)]
    if (start !== null && end !== null && isSame(text.slice(start, end), row.token)) places.set(row, { start, end })
  }
  return { text, places }
}

function isSame(words: string, token: string): boolean {
  const folded = (text: string) => text.replace(/\s+/g, ' ')
  return words === token || folded(words) === folded(unescapeText(token))
}
