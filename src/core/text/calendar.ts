/** Days in a month (1 to 12) of the Gregorian calendar, 0 for a month that is none. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30
  return month >= 1 && month <= 12 ? 31 : 0
}

/** `yyyy-mm-dd`, or `null` when the calendar has no such day. Years of four digits only. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (year < 1000 || year > 9999 || day < 1 || day > daysIn(year, month)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Month names as datelines write them, lower case: English with its short forms, then other wire languages. */
const MONTHS: readonly string[] = [
  'january jan janvier enero januar janeiro gennaio января يناير',
  'february feb février fevrier febrero februar fevereiro febbraio февраля فبراير',
  'march mar mars marzo märz março марта مارس',
  'april apr avril abril aprile апреля أبريل ابريل',
  'may mai mayo maio maggio мая مايو',
  'june jun juin junio juni junho giugno июня يونيو',
  'july jul juillet julio juli julho luglio июля يوليو',
  'august aug août aout agosto августа أغسطس اغسطس',
  'september sept sep septembre septiembre setembro settembre сентября سبتمبر',
  'october oct octobre octubre oktober outubro ottobre октября أكتوبر اكتوبر',
  'november nov novembre noviembre novembro ноября نوفمبر',
  'december dec décembre decembre diciembre dezember dezembro dicembre декабря ديسمبر',
]

const NUMBERS: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
)

/** 1 to 12 for a month's name or short form, in any case and with or without a full stop; else `null`. */
export function monthNumber(name: string): number | null {
  return NUMBERS.get(name.normalize('NFC').toLowerCase().replace(/\.$/, '')) ?? null
}
