const LOCALE = 'en-GB'
const time = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const number = new Intl.NumberFormat(LOCALE)
const bytes = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 })

/** `14:03`, by this computer's clock. */
export function formatTime(timestamp: string): string {
  return time.format(new Date(timestamp))
}

/** `4 Mar 2031` from an ISO date or instant; what is no date stays as it is. */
export function formatDay(date: string): string {
  const instant = new Date(date)
  return Number.isNaN(instant.getTime()) ? date : day.format(instant)
}

export function formatNumber(value: number): string {
  return number.format(value)
}

/** `912 bytes`, `38.2 kB`. */
export function formatBytes(value: number): string {
  if (value < 1000) return `${value} bytes`
  return value < 1_000_000 ? `${bytes.format(value / 1000)} kB` : `${bytes.format(value / 1_000_000)} MB`
}
