import type { Markup } from './markup.ts'

const ROMAN: readonly (readonly [number, string])[] = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']]

/** What a reader sees before each item of a list: a bullet, or the item's number. */
export class ListMarks {
  private number: number

  private readonly list: Markup

  constructor(list: Markup) {
    this.list = list
    this.number = whole(list.attributes.get('start')) ?? 1
  }

  next(item: Markup): string {
    if (this.list.name !== 'ol') return '• '
    const number = whole(item.attributes.get('value')) ?? this.number
    this.number = number + 1
    // A note is called what its place in the text calls it.
    if (/^(foot|end)note-/.test(item.attributes.get('id') ?? '')) return `[${number}] `
    return `${written(number, this.list.attributes.get('type') ?? '1')}. `
  }
}

function whole(text: string | undefined): number | null {
  return text !== undefined && /^\s*-?\d{1,9}\s*$/.test(text) ? Number(text) : null
}

function written(number: number, type: string): string {
  if (number < 1 || number > 3999) return String(number)
  if (type === 'a' || type === 'A') return cased(letters(number), type === 'A')
  return type === 'i' || type === 'I' ? cased(roman(number), type === 'I') : String(number)
}

function cased(text: string, upper: boolean): string {
  return upper ? text.toUpperCase() : text
}

function letters(number: number): string {
  const before = Math.floor((number - 1) / 26)
  return (before === 0 ? '' : letters(before)) + String.fromCharCode(97 + ((number - 1) % 26))
}

function roman(number: number): string {
  let rest = number
  let text = ''
  for (const [value, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / value))
    rest %= value
  }
  return text
}
