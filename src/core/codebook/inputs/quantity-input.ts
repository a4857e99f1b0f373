import type { Quantity } from '../../model/value.ts'
import { numberText, readNumber, type NumberProblem } from './number-input.ts'

/** A quantity while it is being typed. */
export interface QuantityDraft {
  readonly words: string
  readonly amount: string
  readonly unit: string
  readonly min: string
  readonly max: string
}

export type QuantityProblem = NumberProblem | 'backwards' | 'outside'

export interface ReadQuantity {
  /** Null when nothing is typed. Only to be kept when there are no problems. */
  readonly value: Quantity | null
  readonly problems: { readonly amount?: QuantityProblem; readonly min?: QuantityProblem; readonly max?: QuantityProblem }
}

export function quantityDraft(quantity: Quantity | null): QuantityDraft {
  return {
    words: quantity?.words ?? '',
    amount: numberText(quantity?.amount),
    unit: quantity?.unit ?? '',
    min: numberText(quantity?.min),
    max: numberText(quantity?.max),
  }
}

/** `bounds` are the attribute's own: they hold for each of the three numbers. */
export function readQuantity(
  draft: QuantityDraft,
  bounds: { readonly min?: number | undefined; readonly max?: number | undefined } = {},
): ReadQuantity {
  const [amount, min, max] = [draft.amount, draft.min, draft.max].map((text) => readNumber(text, bounds))
  const words = draft.words.trim()
  const unit = draft.unit.trim()
  const value: Quantity = {
    ...(words === '' ? {} : { words }),
    ...given('amount', amount?.value),
    ...(unit === '' ? {} : { unit }),
    ...given('min', min?.value),
    ...given('max', max?.value),
  }
  const problems: ReadQuantity['problems'] = {
    ...given<'amount', QuantityProblem>('amount', amount?.problem ?? (outside(value) ? 'outside' : null)),
    ...given('min', min?.problem),
    ...given<'max', QuantityProblem>('max', max?.problem ?? (backwards(value) ? 'backwards' : null)),
  }
  return { value: Object.keys(value).length === 0 ? null : value, problems }
}

function given<K extends string, V>(key: K, value: V | null | undefined): { [P in K]?: V } {
  return (value === null || value === undefined ? {} : { [key]: value }) as { [P in K]?: V }
}

function backwards({ min, max }: Quantity): boolean {
  return min !== undefined && max !== undefined && min > max
}

function outside({ amount, min, max }: Quantity): boolean {
  return amount !== undefined && ((min !== undefined && amount < min) || (max !== undefined && amount > max))
}
