/** Clock and randomness, injected so that core stays pure and tests are exact. */
export interface Environment {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** `count` random bytes. */
  readonly random: (count: number) => Uint8Array
}

/** An instant as it stands in every file: ISO 8601 in UTC with milliseconds, `2031-03-04T09:15:00.000Z`. */
export type Timestamp = string

const DAY = 86_400_000

/** ISO 8601 of an instant without the `Date` global, which core does not have. Proleptic Gregorian calendar. */
export function timestamp(milliseconds: number): Timestamp {
  const days = Math.floor(milliseconds / DAY)
  const rest = milliseconds - days * DAY
  // Days to civil date after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  const z = days + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const pad = (value: number, width: number) => String(value).padStart(width, '0')
  const clock = [Math.floor(rest / 3_600_000), Math.floor(rest / 60_000) % 60, Math.floor(rest / 1000) % 60]
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}T${clock.map((n) => pad(n, 2)).join(':')}.${pad(rest % 1000, 3)}Z`
}

/** A random id that sorts by time: UUID version 7 (RFC 9562, 5.7). */
export function newId(environment: Environment): string {
  const now = environment.now()
  const bytes = new Uint8Array(environment.random(16))
  for (let i = 0; i < 6; i += 1) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) % 256
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
