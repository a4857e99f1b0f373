import { defaultSettings, readingSchema, type Reading } from '../../ipc/shapes.ts'
import { updateSettings } from './project.ts'
import type { Session } from './session.ts'

/** Smallest, largest and the step between; size in pixels, line height in sizes, measure in characters. */
export const READING_RANGE = {
  size: { least: 13, most: 32, step: 1 },
  line: { least: 1.4, most: 2.2, step: 0.05 },
  measure: { least: 40, most: 100, step: 5 },
} as const
export type ReadingNumber = keyof typeof READING_RANGE

const FONTS: Readonly<Record<Reading['font'], string>> = {
  serif: 'var(--font-reading)',
  sans: 'var(--font-ui)',
  mono: 'var(--font-mono)',
  accessible: 'var(--font-accessible)',
}

/** Width of an average character, of the size: estimated once for each font, so that a line holds about what is asked. */
const CHARACTER: Readonly<Record<Reading['font'], number>> = { serif: 0.5, sans: 0.54, mono: 0.6, accessible: 0.52 }
/** Characters of a line that `estimatedLines` reckons with. */
const ESTIMATED = 66

/** One step larger or smaller, within the range; rounded, as hundredths do not add up. */
export function stepped(reading: Reading, what: ReadingNumber, by: 1 | -1): Reading {
  const { least, most, step } = READING_RANGE[what]
  const next = Math.min(most, Math.max(least, Math.round((reading[what] + by * step) * 100) / 100))
  return { ...reading, [what]: next }
}

/** What the style sheet of the reading surface asks for. Whole pixels for a line: underlines stay sharp. */
export function readingStyle({ font, size, line, measure }: Reading): Readonly<Record<string, string>> {
  return {
    '--reading-font': FONTS[font],
    '--reading-size': `${size}px`,
    '--reading-line': `${Math.round(size * line)}px`,
    '--reading-measure': `${Math.round(measure * size * CHARACTER[font]) + 16}px`,
    '--reading-wrap': String(Math.round((ESTIMATED / measure) * 100) / 100),
  }
}

export function setReading(session: Session, change: Partial<Reading>): void {
  const next = readingSchema.safeParse({ ...session.store.getState().settings.reading, ...change })
  if (next.success) void updateSettings(session, { reading: next.data })
}

export function stepReading(session: Session, what: ReadingNumber, by: 1 | -1): void {
  setReading(session, stepped(session.store.getState().settings.reading, what, by))
}

/** The fonts in turn. */
export function nextFont(session: Session): void {
  const fonts = readingSchema.shape.font.options
  const at = fonts.indexOf(session.store.getState().settings.reading.font)
  const font = fonts[(at + 1) % fonts.length]
  if (font) setReading(session, { font })
}

export function resetReading(session: Session): void {
  setReading(session, defaultSettings.reading)
}
