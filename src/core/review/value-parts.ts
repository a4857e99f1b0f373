import { entityKey, meaningOf, sameMeaning } from '../codebook/meaning.ts'
import { formatEntity, formatValue, type ValueWords } from '../codebook/display.ts'
import { nameOfChoice, resolveId } from '../codebook/lookup.ts'
import type { Attribute, Codebook } from '../model/codebook.ts'
import type { Value } from '../model/value.ts'
import { differingWords } from './word-diff.ts'

/** A piece of one annotator's answer, as it is shown: a member of a set, a word of a text, or the whole. */
export interface ValuePart {
  readonly text: string
  /** Not in everybody's answer. */
  readonly differs: boolean
}

/** Several annotators' answers to one attribute with what differs marked; an empty list where there is none. */
export function valueParts(codebook: Codebook, attribute: Attribute, values: readonly (Value | undefined)[], words: ValueWords): ValuePart[][] {
  const meanings = values.map((value) => meaningOf(codebook, attribute, value))
  return values.map((value, index): ValuePart[] => {
    const mine = meanings[index]
    if (!value || !mine || mine.answer === 'nothing') return []
    const others = meanings.filter((_, other) => other !== index)
    const differs = others.some((other) => !sameMeaning(mine, other))
    const whole = [{ text: formatValue(codebook, attribute, value, words), differs }]
    if (value.state !== 'decided' && value.state !== 'default') return whole
    const payload = value.value
    if (Array.isArray(payload)) {
      return payload.map((item) => {
        const key = typeof item === 'string' ? resolveId(codebook, 'value', item, attribute.id) : entityKey(codebook, item)
        const text = typeof item === 'string' ? nameOfChoice(codebook, attribute, item) : formatEntity(item)
        return { text, differs: others.some(({ keys }) => !keys.includes(key)) }
      })
    }
    if (attribute.type !== 'text' || typeof payload !== 'string' || !differs) return whole
    const texts = values.flatMap((other, at) => (at !== index && other && 'value' in other && typeof other.value === 'string' ? [other.value] : []))
    return texts.length < others.length ? whole : differingWords(payload, texts)
  })
}
