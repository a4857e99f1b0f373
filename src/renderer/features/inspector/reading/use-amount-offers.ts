import { parseNumber } from '../../../../core/codebook/inputs/number-input.ts'
import type { QuantityDraft } from '../../../../core/codebook/inputs/quantity-input.ts'
import { findAmounts } from '../../../../core/codebook/reading/find-amounts.ts'
import { readAmountWords } from '../../../../core/codebook/reading/read-amount.ts'
import { formatQuantity } from '../../../../core/codebook/display.ts'
import type { Annotation } from '../../../../core/model/annotation.ts'
import type { Quantity } from '../../../../core/model/value.ts'
import { formatNumber } from '../../../i18n/format.ts'
import { MOST_OFFERS, type Offer } from './offers.tsx'
import type { Offered } from './use-date-offers.ts'
import { useWordsAround } from './use-words-around.ts'

/** What is typed as people write it, read; with nothing typed, the amounts that the span and its sentence speak of. */
export function useAmountOffers(draft: QuantityDraft, annotation: Annotation): Offered<Quantity> {
  const around = useWordsAround(annotation)
  const numbers = [draft.amount, draft.min, draft.max].map((text) => text.trim())
  const typed = numbers.find((text) => text !== '') ?? draft.words.trim()
  if (typed === '' && draft.unit.trim() === '') {
    const found = new Map(around.flatMap(findAmounts).map((amount) => [amount.words?.toLowerCase(), amount]))
    return { offers: [...found.values()].slice(0, MOST_OFFERS).map(offer), typed: false }
  }
  if (numbers.some((text) => parseNumber(text) !== null)) return { offers: [], typed: false }
  const read = readAmountWords(typed)
  return { offers: read ? [offer(read)] : [], typed: true }
}

function offer(amount: Quantity): Offer<Quantity> {
  const { words = '', ...measured } = amount
  const grouped = formatQuantity(measured).replaceAll(/\d{4,}/g, (digits) => formatNumber(Number(digits)))
  return { value: amount, words, reading: grouped }
}
