import type { Language } from '../../core/language.ts'

/** How each language writes figures and dates; English the way most of its readers do. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' }

function formatsOf(locale: string) {
  return {
    time: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }),
    day: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
    number: new Intl.NumberFormat(locale),
    bytes: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }),
    plainBytes: new Intl.NumberFormat(locale, { style: 'unit', unit: 'byte', unitDisplay: 'long' }),
  }
}

let formats = formatsOf(LOCALES.en)

/** From now on as this language does. Whoever shows such a text is shown anew with the language. */
export function setFormats(language: Language): void {
  formats = formatsOf(LOCALES[language])
}

/** `14:03`, by this computer's clock. */
export function formatTime(timestamp: string): string {
  return formats.time.format(new Date(timestamp))
}

/** `4 Mar 2031` from an ISO date or instant; what is no date stays as it is. */
export function formatDay(date: string): string {
  const instant = new Date(date)
  return Number.isNaN(instant.getTime()) ? date : formats.day.format(instant)
}

export function formatNumber(value: number): string {
  return formats.number.format(value)
}

/** `912 bytes`, `38.2 kB`. */
export function formatBytes(value: number): string {
  if (value < 1000) return formats.plainBytes.format(value)
  return value < 1_000_000 ? `${formats.bytes.format(value / 1000)} kB` : `${formats.bytes.format(value / 1_000_000)} MB`
}
