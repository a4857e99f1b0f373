import type { Range } from '../text/ranges.ts'

/** Marks that only open, with what closes them. Single marks close only before something other than a letter. */
const CLOSERS: Readonly<Record<string, readonly string[]>> = {
  '“': ['”'],
  '„': ['“', '”'],
  '‟': ['”'],
  '‘': ['’'],
  '‚': ['‘', '’'],
  '«': ['»'],
  '»': ['«'],
  '‹': ['›'],
  '›': ['‹'],
  '「': ['」'],
  '『': ['』'],
  '｢': ['｣'],
  '〝': ['〞', '〟'],
  '”': ['”'],
  '"': ['"'],
  '＂': ['＂'],
  '״': ['״'],
}
const MARK = /[“”„‟‘’‚«»‹›「」『』｢｣〝〞〟"＂״]/u
const SINGLE = new Set(['‘', '’', '‚'])
/** The same sign opens and closes, so that its neighbours decide. */
const STRAIGHT = new Set(['"', '＂', '״', '”'])
/** Opening is the rarer use: only where the mark stands as an opening one does. */
const REVERSED = new Set(['»', '›', '”'])
const LETTER = /[\p{L}\p{N}]/u
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u
const BEFORE_OPENING = /[\s([{<—–\-:،,：，。、（'’]/u
const AFTER_CLOSING = /^(?:[,;:!?)\]،؛؟，。、！？」』]|\.(?!\.))/u

/**
 * Outermost quotations of a piece of text, with their marks, in text order; UTF-16, end exclusive. A quotation that is
 * not closed runs to the end of its line: a speech of several paragraphs opens each of them and closes the last. A
 * closing mark that comes first closes a quotation that began before the text, if `cut` says that the text was cut out
 * of a paragraph.
 */
export function quotations(text: string, cut: boolean): Range[] {
  const found: Range[] = []
  let open: { mark: string; at: number; depth: number } | null = null
  for (let index = 0; index < text.length; index += 1) {
    const mark = text[index] ?? ''
    if (mark === '\n') {
      if (open && endsAtBreak(text, index, open.mark)) {
        if (!SINGLE.has(open.mark)) found.push({ start: open.at, end: lineEnd(text, open.at) })
        open = null
      }
      continue
    }
    if (!MARK.test(mark)) continue
    if (open) {
      if (CLOSERS[open.mark]?.includes(mark) && canClose(text, index, mark)) {
        open.depth -= 1
        if (open.depth === 0) {
          found.push({ start: open.at, end: index + 1 })
          open = null
        }
      } else if (mark === open.mark && !STRAIGHT.has(mark)) open.depth += 1
    } else if (canOpen(text, index, mark)) open = { mark, at: index, depth: 1 }
    else if (cut && found.length === 0 && !SINGLE.has(mark) && mark !== '״' && canClose(text, index, mark)) {
      found.push({ start: 0, end: index + 1 })
    }
  }
  if (open && !SINGLE.has(open.mark)) found.push({ start: open.at, end: lineEnd(text, open.at) })
  return found
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

/** A line break ends what is open if a blank line follows, or a line that opens a quotation again. */
function endsAtBreak(text: string, index: number, mark: string): boolean {
  if (SINGLE.has(mark)) return true
  const next = text.slice(index + 1).search(/\S/)
  if (next < 0) return true
  return text.slice(index + 1, index + 1 + next).includes('\n') || text[index + 1 + next] === mark
}

function canOpen(text: string, index: number, mark: string): boolean {
  if (!(mark in CLOSERS)) return false
  const before = text[index - 1] ?? ''
  const after = text.slice(index + 1, index + 3)
  if (SINGLE.has(mark)) return !LETTER.test(before) && LETTER.test(after.slice(0, 1))
  const placed = before === '' || BEFORE_OPENING.test(before) || UNSPACED.test(before)
  const leads = after !== '' && !/^\s/u.test(after)
  return STRAIGHT.has(mark) || REVERSED.has(mark) ? placed && leads && !AFTER_CLOSING.test(after) : placed || leads
}

function canClose(text: string, index: number, mark: string): boolean {
  const before = text[index - 1] ?? ''
  const after = text[index + 1] ?? ''
  if (SINGLE.has(mark)) return !LETTER.test(after) || UNSPACED.test(after)
  // Between letters it is part of a word, as in Hebrew acronyms.
  if (mark === '"' || mark === '״')
    return !LETTER.test(before) || !LETTER.test(after) || UNSPACED.test(before) || UNSPACED.test(after)
  return true
}

export type AttributionForm = 'direct_quote' | 'partial_quote'

const EDGE = /[\s.,;:!?…。，、！？“”„‘’«»‹›「」『』"＂]/u

/**
 * Whether a span stands in quotation marks as a whole or in part, judged with the text around it. Null where it does not:
 * marks cannot tell a paraphrase from the narrator, nor a speech printed without marks from either.
 */
export function attributionForm(before: string, quote: string, after: string): AttributionForm | null {
  const lead = before.slice(paragraphStart(before))
  const found = quotations(lead + quote + untilParagraph(after), lead !== '' && lead.length === before.length)
  let start = lead.length
  let end = lead.length + quote.length
  const touches = found.some((range) => range.start < end && start < range.end)
  if (!touches) return null
  while (start < end && EDGE.test(quote[start - lead.length] ?? '')) start += 1
  while (start < end && EDGE.test(quote[end - lead.length - 1] ?? '')) end -= 1
  return found.some((range) => range.start <= start && end <= range.end) ? 'direct_quote' : 'partial_quote'
}

/** Quotations do not cross a blank line, except those that open again after it. */
function paragraphStart(before: string): number {
  const breaks = [...before.matchAll(/\n[^\S\n]*\n/g)]
  const last = breaks.at(-1)
  return last ? last.index + last[0].length : 0
}

function untilParagraph(after: string): string {
  const end = after.search(/\n[^\S\n]*\n/)
  return end < 0 ? after : after.slice(0, end)
}
