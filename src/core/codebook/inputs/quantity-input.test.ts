import { describe, expect, it } from 'vitest'
import { quantitySchema } from '../../model/value.ts'
import { quantityDraft, readQuantity } from './quantity-input.ts'

const empty = quantityDraft(null)

describe('readQuantity', () => {
  it('reads what it wrote', () => {
    const quantity = { words: '40 ambulances', amount: 40, unit: 'items', min: 30, max: 50 }
    expect(readQuantity(quantityDraft(quantity))).toEqual({ value: quantity, problems: {} })
  })

  it('takes any part alone, and nothing for nothing', () => {
    expect(readQuantity(empty).value).toBeNull()
    expect(readQuantity({ ...empty, words: ' several ' }).value).toEqual({ words: 'several' })
    expect(readQuantity({ ...empty, max: '120', unit: 'people' }).value).toEqual({ max: 120, unit: 'people' })
    expect(quantitySchema.safeParse(readQuantity({ ...empty, amount: '2.1' }).value).success).toBe(true)
  })

  it('names the part that is wrong', () => {
    expect(readQuantity({ ...empty, amount: 'many' }).problems).toEqual({ amount: 'number' })
    expect(readQuantity({ ...empty, min: '9', max: '3' }).problems).toEqual({ max: 'backwards' })
    expect(readQuantity({ ...empty, amount: '12', max: '3' }).problems).toEqual({ amount: 'outside' })
    expect(readQuantity({ ...empty, amount: '-1' }, { min: 0 }).problems).toEqual({ amount: 'below' })
  })
})
