/** A token line: ten columns. */
export interface Word {
  readonly cells: readonly string[]
  /** 1-based, in the file. */
  readonly line: number
}

export interface Sentence {
  readonly comments: readonly string[]
  /** Words, ranges (`1-2`) and empty nodes (`5.1`) in order. */
  readonly words: readonly Word[]
}

export interface Fault {
  readonly line: number
  readonly why: string
}

const COLUMNS = ['ID', 'FORM', 'LEMMA', 'UPOS', 'XPOS', 'FEATS', 'HEAD', 'DEPREL', 'DEPS', 'MISC']

/** Refuses what the validator of Universal Dependencies refuses at level 1, but a missing blank line at the end. */
export function readConllu(lines: readonly string[]): Sentence[] | Fault {
  const sentences: Sentence[] = []
  let comments: string[] = []
  let words: Word[] = []
  let numbers: Numbers = { last: 0, empty: 0, rangeEnd: 0 }
  for (const [index, line] of lines.entries()) {
    const number = index + 1
    if (line === '') {
      if (words.length > 0) sentences.push({ comments, words })
      else if (comments.length > 0 && number < lines.length) return { line: number, why: 'comments stand without a sentence' }
      else if (number < lines.length && index > 0) return { line: number, why: 'there is more than one blank line between sentences' }
      if (words.length > 0) {
        comments = []
        words = []
        numbers = { last: 0, empty: 0, rangeEnd: 0 }
      }
      continue
    }
    if (line.startsWith('#')) {
      if (words.length > 0) return { line: number, why: 'a comment stands inside of a sentence' }
      comments.push(line)
      continue
    }
    const cells = line.split('\t')
    if (cells.length !== COLUMNS.length) return { line: number, why: `the line has ${cells.length} columns, but 10 are expected` }
    const empty = cells.findIndex((cell) => cell.trim() === '')
    if (empty !== -1) return { line: number, why: `the column ${COLUMNS[empty] ?? ''} is empty` }
    const blank = cells.findIndex((cell, place) => (/\s/.test(cell) && ![1, 2, 9].includes(place)) || cell !== cell.trim())
    if (blank !== -1) return { line: number, why: `the column ${COLUMNS[blank] ?? ''} has a blank where none may be` }
    const fault = idFault(cells[0] ?? '', numbers)
    if (fault !== null) return { line: number, why: fault }
    words.push({ cells, line: number })
  }
  if (words.length > 0) sentences.push({ comments, words })
  return sentences
}

interface Numbers {
  last: number
  empty: number
  rangeEnd: number
}

/** Words 1, 2, 3; a range before its words; empty nodes after a word. */
function idFault(id: string, before: Numbers): string | null {
  const [, first = '', separator, second] = /^(\d{1,9})(?:([-.])(\d{1,9}))?$/.exec(id) ?? []
  if (first === '') return `${JSON.stringify(id)} is no number of a word`
  const number = Number(first)
  if (separator === '.') {
    if (number !== before.last || Number(second) !== before.empty + 1) return `the empty node ${id} is out of sequence`
    before.empty += 1
  } else if (separator === '-') {
    if (number !== before.last + 1 || Number(second) < number || number <= before.rangeEnd) return `the range ${id} is out of sequence`
    before.rangeEnd = Number(second)
  } else {
    if (number !== before.last + 1) return `words do not form a sequence: ${id} after ${before.last}`
    Object.assign(before, { last: number, empty: 0 })
  }
  return null
}

const ESCAPES: Readonly<Record<string, string>> = { s: ' ', t: '\t', n: '\n', r: '\r', p: '|', '\\': '\\' }

export function unescapeSpaces(value: string): string {
  return value.replace(/\\(?:u([0-9a-f]{4})|(.))/g, (whole, hex: string | undefined, sign: string | undefined) => (hex === undefined ? (ESCAPES[sign ?? ''] ?? whole) : String.fromCharCode(Number.parseInt(hex, 16))))
}

export function escapeSpaces(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('|', '\\p').replaceAll(' ', '\\s').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replace(/[\s\u0085]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

export function miscOf(word: Word): [key: string, value: string][] {
  const misc = word.cells[9] ?? '_'
  if (misc === '_') return []
  return misc.split('|').map((item) => {
    const at = item.indexOf('=')
    return at === -1 ? [item, ''] : [item.slice(0, at), item.slice(at + 1)]
  })
}

/** FORM is NFC; a word that is not carries its code points beside it. */
export const ORIGINAL = 'OrigForm'

export function formOf(word: Word): string {
  const form = word.cells[1] ?? ''
  const codes = miscOf(word).find(([key]) => key === ORIGINAL)?.[1]
  if (codes === undefined || !/^[0-9a-f]{1,5}(\.[0-9a-f]{1,5})*$/.test(codes)) return form
  const original = String.fromCodePoint(...codes.split('.').map((code) => Number.parseInt(code, 16)))
  return original.normalize('NFC') === form.normalize('NFC') ? original : form
}

export function originalMisc(words: string): string[] {
  return words.normalize('NFC') === words ? [] : [`${ORIGINAL}=${[...words].map((sign) => (sign.codePointAt(0) ?? 0).toString(16)).join('.')}`]
}
