import { attributeIdsOf, meaningOf, sameMeaning, type Meaning } from '../codebook/meaning.ts'
import { attributeById, resolveId, storedValue } from '../codebook/lookup.ts'
import type { Codebook } from '../model/codebook.ts'
import type { Member } from './cluster.ts'

/**
 * `differs`: two answers that mean different things, or an answer where somebody has none. `unconfirmed`: only a default that
 * nobody confirmed says otherwise. `unanswered`: only some said that the text does not say, or that it does not apply. The last two
 * are shown, and are no difference by themselves.
 */
export type AttributeOutcome = 'same' | 'differs' | 'unconfirmed' | 'unanswered'

export interface AttributeComparison {
  readonly attribute: string
  readonly outcome: AttributeOutcome
  /** In the order of the members. Null: this member's label does not carry the attribute. */
  readonly answers: readonly (Meaning | null)[]
}

/** Every attribute that one of the records has a value for, in the codebook's order; those it does not know come last, by id. */
export function compareAttributes(codebook: Codebook, members: readonly Member[]): AttributeComparison[] {
  return usedAttributes(codebook, members).map((id) => {
    const attribute = attributeById(codebook, id)
    const answers = members.map(({ record }): Meaning | null => {
      const stored = storedValue(codebook, record.attributes, id)?.value
      if (!stored && attribute && !attributeIdsOf(codebook, record.label).has(id)) return null
      return meaningOf(codebook, attribute, stored)
    })
    return { attribute: id, outcome: outcomeOf(answers.filter((answer) => answer !== null)), answers }
  })
}

function usedAttributes(codebook: Codebook, members: readonly Member[]): string[] {
  const used = new Set(members.flatMap(({ record }) => Object.keys(record.attributes).map((id) => resolveId(codebook, 'attribute', id))))
  const known = codebook.attributes.filter(({ id }) => used.delete(id)).map(({ id }) => id)
  return [...known, ...[...used].toSorted()]
}

function outcomeOf(answers: readonly Meaning[]): AttributeOutcome {
  const [first, ...rest] = answers
  if (!first || rest.every((other) => sameMeaning(first, other))) return 'same'
  const confirmed = answers.filter(({ answer }) => answer !== 'unconfirmed')
  const said = confirmed.filter(({ answer }) => answer !== 'nothing')
  const [one] = said
  if (one && said.some((other) => !sameMeaning(one, other))) return 'differs'
  if (one?.answer === 'value' && said.length < confirmed.length) return 'differs'
  const defaults = answers.filter(({ answer }) => answer === 'unconfirmed')
  if (defaults.some((other) => confirmed.some((meaning) => !sameKeys(meaning, other)) || !sameKeys(other, defaults[0] ?? other))) {
    return 'unconfirmed'
  }
  return one && said.length < confirmed.length ? 'unanswered' : 'same'
}

function sameKeys(a: Meaning, b: Meaning): boolean {
  return sameMeaning({ ...a, answer: 'value' }, { ...b, answer: 'value' })
}
