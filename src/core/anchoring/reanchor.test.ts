import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seeded } from '../agreement/random.ts'
import { aText, anAnnotation } from '../testing/arbitraries.ts'
import { editDistance } from './edit-distance.ts'
import { reanchor } from './reanchor.ts'
import { editKinds } from './testing/edits.ts'
import { trial } from './testing/trial.ts'
import { verifyAnnotation } from './verify.ts'

describe('annotations on a text that was changed', () => {
  it('are never placed where their own characters are not, whatever was edited', () => {
    const random = seeded(6)
    let placed = 0
    for (let made = 0; made < 48; made += 1) {
      const { fared, after, annotations, before } = trial(random, editKinds[made % editKinds.length] ?? 'typos')
      expect(fared.filter(({ wrong }) => wrong)).toEqual([])
      placed += fared.filter(({ outcome }) => outcome !== 'asked').length
      for (const { to } of reanchor(annotations, { before, after }).placed) expect(verifyAnnotation(after, to)).toBeNull()
    }
    expect(placed).toBeGreaterThan(300)
  })

  it('are each placed or open, none lost, on texts of every script', () => {
    fc.assert(
      fc.property(
        aText().chain((text) => fc.tuple(fc.constant(text), fc.array(anAnnotation(text), { maxLength: 5 }))),
        aText(),
        fc.boolean(),
        ([before, annotations], after, kept) => {
          const { placed, open } = reanchor(annotations, { before: kept ? before : null, after })
          expect([...placed.map(({ from }) => from), ...open].toSorted(byId)).toEqual(annotations.toSorted(byId))
          for (const { from, to } of placed) {
            expect(verifyAnnotation(after, to)).toBeNull()
            expect(to.fragments.map(({ quote }) => quote)).toEqual(from.fragments.map(({ quote }) => quote))
          }
          if (!kept) expect(placed).toEqual([])
        },
      ),
    )
  })

  it('ask where one of two equal paragraphs is gone', () => {
    const same = 'Norvia will deliver forty ambulances before winter, and the port of Estalport will be open for them at all times, as was agreed.'
    const before = [same, 'The talks go on.', same, 'Nobody expects more.'].join('\n\n')
    const start = before.indexOf('forty')
    const annotation = { id: 'a1', label: 'pledge', fragments: [{ start, end: start + 16, quote: 'forty ambulances' }], prefix: '', suffix: '', attributes: {}, created: '', modified: '' }
    expect(reanchor([annotation], { before, after: [same, 'Nobody expects more.'].join('\n\n') }).placed).toEqual([])
    expect(reanchor([annotation], { before, after: before }).placed).toMatchObject([{ outcome: 'exact' }])
  })
})

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

describe('editDistance', () => {
  it('is 0 for the same, the same both ways, and says when it is more than asked for', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), fc.nat({ max: 25 }), (a, b, most) => {
        expect(editDistance(a, a, most)).toBe(0)
        const far = editDistance(a, b, 40)
        expect(editDistance(b, a, 40)).toBe(far)
        expect(editDistance(a, b, most)).toBe(Math.min(far, most + 1))
      }),
    )
    expect(editDistance('kitten', 'sitting', 9)).toBe(3)
  })
})
