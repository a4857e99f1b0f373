import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choiceOf } from './choice-of.ts'
import { decide, type Choice } from './decide.ts'
import { differences } from './differences.ts'
import { sameOutcome } from './origin.ts'
import { aContext, codebook, reviewed, someSets, TEXT } from './testing/arbitraries.ts'
import { anAnnotationOn, aSetOf } from './testing/sets.ts'

describe('the choice behind an outcome', () => {
  it('leads to that outcome again, whatever was taken or put together', () => {
    fc.assert(
      fc.property(someSets({ minLength: 2 }), fc.nat(), fc.nat(), fc.constantFrom('union' as const, 'own' as const, 'other' as const), (sets, one, other, words) => {
        for (const item of differences(sets, codebook)) {
          if (item.kind !== 'annotation') continue
          const [a, b] = [item.members[one % item.members.length], item.members[other % item.members.length]]
          if (!a || !b) continue
          const boundaries = words === 'union' ? ('union' as const) : { of: words === 'own' ? a.annotator : b.annotator }
          for (const choice of [{ kind: 'take', annotator: a.annotator }, { kind: 'combine', base: a.annotator, label: b.annotator, boundaries }] satisfies Choice[]) {
            const made = decide(aContext(), item, choice)
            if (!made.ok) continue
            const again = choiceOf(aContext(), item, made.value.outcome)
            const repeated = again && decide(aContext(2), item, again)
            // Joined words may lose blanks at the seam, and are then nobody's.
            if (!repeated) expect(words).toBe('union')
            else expect(repeated.ok && sameOutcome(codebook, repeated.value.outcome, made.value.outcome)).toBe(true)
          }
        }
      }),
    )
  })

  it('is none for what was changed by hand, nor for a link', () => {
    const [item] = differences([reviewed(aSetOf('Ana', [anAnnotationOn(TEXT, 'a1', 14, 20)]))], codebook)
    if (item?.kind !== 'annotation') throw new Error('no item')
    const made = decide(aContext(), item, { kind: 'edit', label: 'demand', ranges: [{ start: 14, end: 20 }], attributes: {} })
    expect(made.ok && choiceOf(aContext(), item, made.value.outcome)).toBe(null)
    expect(choiceOf(aContext(), item, { kind: 'nothing' })).toEqual({ kind: 'nothing' })
    expect(choiceOf(aContext(), item, { kind: 'later' })).toBe(null)
  })
})
