/** Arabic-Indic and Persian digits as 0–9, Arabic signs and the true minus as the plain ones. */
export function plainDigits(text: string): string {
  return text
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')
    .replaceAll('−', '-')
}

const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)$/
const GROUPED = /^[+-]?\d{1,3}([,'’_\s]\d{3})+(\.\d*)?$/

/**
 * A number as people type it: `40`, `1,200`, `1 200.5`, `.5`, `١٢٠`. Null for what is no number. A comma counts as a
 * thousands mark, and only where three digits follow each: `2,5` is refused, because it means different things to
 * different people.
 */
export function parseNumber(text: string): number | null {
  const typed = plainDigits(text.trim())
  if (PLAIN.test(typed)) return Number(typed)
  return GROUPED.test(typed) ? Number(typed.replaceAll(/[,'’_\s]/g, '')) : null
}

/** The number as it can be typed again, never in powers of ten. */
export function numberText(value: number | undefined): string {
  if (value === undefined) return ''
  const text = String(value)
  return text.includes('e') ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 }) : text
}

export type NumberProblem = 'number' | 'below' | 'above'

/** What was typed into a number attribute; nothing typed is null. */
export function readNumber(
  text: string,
  bounds: { readonly min?: number | undefined; readonly max?: number | undefined },
): { readonly value: number | null; readonly problem: NumberProblem | null } {
  if (text.trim() === '') return { value: null, problem: null }
  const value = parseNumber(text)
  if (value === null) return { value, problem: 'number' }
  if (bounds.min !== undefined && value < bounds.min) return { value, problem: 'below' }
  if (bounds.max !== undefined && value > bounds.max) return { value, problem: 'above' }
  return { value, problem: null }
}
