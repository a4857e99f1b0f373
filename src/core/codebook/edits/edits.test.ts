import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codebookSchema, type Codebook } from '../../model/codebook.ts'
import { checkCodebook } from '../check.ts'
import { attributesOf } from '../form.ts'
import { attributeById, choiceById, labelById, relationTypeById } from '../lookup.ts'
import { pledgesAndAgreements as starter } from '../starter.ts'
import { describeChanges } from './describe.ts'
import { freeLook, freshId, inUse, takenIds } from './fresh.ts'
import { goBack } from './go-back.ts'
import { itemsOf, itemKinds, moveItem, putItem } from './items.ts'
import { merge, mergeValues } from './merge.ts'
import { remove, restore, restoreValue, retire, retireValue } from './retire.ts'
import { countUses } from './uses.ts'
import { usesUnknown } from './uses-unknown.ts'

const environment = { now: () => 0, random: (count: number) => new Uint8Array(count) }
const some = <T>(items: readonly T[], at: number): T | undefined => items[at % Math.max(1, items.length)]
const good = (result: { ok: boolean; value?: Codebook }, before: Codebook) => (result.ok && result.value ? result.value : before)

/** One thing that a person may do in the editor; numbers choose what it is done to. */
type Edit = (codebook: Codebook, a: number, b: number, name: string) => Codebook
const EDITS: Record<string, Edit> = {
  addLabel: (codebook, _a, _b, name) =>
    putItem(codebook, 'label', {
      id: freshId(name, takenIds(codebook, 'label'), environment) + `_${codebook.labels.length}`,
      name, kind: 'event', definition: '', include: [], exclude: [], examples: [], active: true, ...freeLook(codebook.labels),
    }),
  rename: (codebook, a, _b, name) => {
    const label = some(codebook.labels, a)
    return label ? putItem(codebook, 'label', { ...label, name }) : codebook
  },
  move: (codebook, a, b) => {
    const kind = some(itemKinds, a) ?? 'label'
    return moveItem(codebook, kind, some(itemsOf(codebook, kind), b)?.id ?? '', a % 9)
  },
  merge: (codebook, a, b) => {
    const kind = some(['label', 'attribute', 'relation'] as const, a) ?? 'label'
    const items: readonly { id: string }[] = itemsOf(codebook, kind)
    return good(merge(codebook, kind, some(items, a)?.id ?? '', some(items, b)?.id ?? ''), codebook)
  },
  mergeValues: (codebook, a, b) => {
    const attribute = some(codebook.attributes.filter(({ values }) => (values?.filter(({ retired }) => !retired).length ?? 0) > 2), a)
    const values = attribute?.values ?? []
    const target = some(values.filter(({ retired }) => !retired), b)
    return good(mergeValues(codebook, attribute?.id ?? '', some(values, a)?.id ?? '', target?.id ?? ''), codebook)
  },
  retire: (codebook, a, b) => {
    const kind = some(['label', 'attribute', 'relation', 'sector'] as const, a) ?? 'label'
    const items: readonly { id: string }[] = itemsOf(codebook, kind)
    return retire(codebook, kind, some(items, b)?.id ?? '')
  },
  restore: (codebook, a, b) => {
    const kind = some(['label', 'attribute', 'relation', 'sector'] as const, a) ?? 'label'
    const items: readonly { id: string }[] = itemsOf(codebook, kind)
    return restore(codebook, kind, some(items, b)?.id ?? '')
  },
  retireValue: (codebook, a, b) => {
    const attribute = some(codebook.attributes.filter(({ values }) => (values?.filter(({ retired }) => !retired).length ?? 0) > 2), a)
    return retireValue(codebook, attribute?.id ?? '', some(attribute?.values ?? [], b)?.id ?? '')
  },
  restoreValue: (codebook, a, b) => {
    const attribute = some(codebook.attributes.filter(({ values }) => values), a)
    return restoreValue(codebook, attribute?.id ?? '', some(attribute?.values ?? [], b)?.id ?? '')
  },
}

const anEdit = fc.record({ name: fc.constantFrom(...Object.keys(EDITS)), a: fc.nat(99), b: fc.nat(99), text: fc.constantFrom('Threat', '承诺', 'تعهد', 'Ünder 👩‍👩‍👧') })
const edited = (steps: readonly { name: string; a: number; b: number; text: string }[]) =>
  steps.reduce((codebook, { name, a, b, text }) => EDITS[name]?.(codebook, a, b, text) ?? codebook, starter)

/** Whatever the starter codebook could record is still read as something that the codebook names. */
function unreadable(codebook: Codebook): string[] {
  return [
    ...starter.labels.filter(({ id }) => !labelById(codebook, id)).map(({ id }) => id),
    ...starter.relations.filter(({ id }) => !relationTypeById(codebook, id)).map(({ id }) => id),
    ...starter.attributes.flatMap((attribute) => {
      const now = attributeById(codebook, attribute.id)
      if (!now) return [attribute.id]
      return (attribute.values ?? []).filter(({ id }) => !choiceById(codebook, now, id)).map(({ id }) => `${attribute.id}=${id}`)
    }),
  ]
}

describe('any edits in any order', () => {
  it('give a codebook that is right, and in which everything recorded before can be read', () => {
    fc.assert(
      fc.property(fc.array(anEdit, { maxLength: 25 }), (steps) => {
        const codebook = edited(steps)
        expect(checkCodebook(codebook)).toEqual([])
        expect(() => codebookSchema.parse(codebook)).not.toThrow()
        expect(unreadable(codebook)).toEqual([])
        const looks = codebook.labels.filter(inUse).map(({ tint, underline }) => `${tint} ${underline}`)
        expect(new Set(looks).size).toBe(looks.length)
        for (const { kind, from, to, attribute } of codebook.aliases) {
          expect(codebook.aliases.some((alias) => alias.kind === kind && alias.attribute === attribute && alias.from === to)).toBe(false)
          expect(from).not.toBe(to)
        }
      }),
      { numRuns: 120 },
    )
  })

  it('can be described, and nothing is said where nothing changed', () => {
    fc.assert(
      fc.property(fc.array(anEdit, { maxLength: 12 }), (steps) => {
        const codebook = edited(steps)
        const changes = describeChanges(starter, codebook)
        if (changes.length === 0) expect(codebook).toEqual(starter)
        expect(describeChanges(codebook, codebook)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('can be gone back on without losing what was recorded meanwhile', () => {
    fc.assert(
      fc.property(fc.array(anEdit, { maxLength: 12 }), fc.array(anEdit, { maxLength: 12 }), (first, second) => {
        const earlier = edited(first)
        const now = second.reduce((codebook, { name, a, b, text }) => EDITS[name]?.(codebook, a, b, text) ?? codebook, earlier)
        const set = {
          annotations: now.labels.map(({ id }) => ({
            id, label: id, fragments: [], prefix: '', suffix: '', created: '', modified: '',
            attributes: Object.fromEntries(now.attributes.map((attribute) => [attribute.id, { state: 'decided' as const, value: attribute.values?.at(-1)?.id ?? 'x' }])),
          })),
          relations: now.relations.map(({ id }) => ({ id, type: id, from: { article: 'a', annotation: 'b' }, to: { article: 'a', annotation: 'b' }, created: '', modified: '' })),
        }
        const back = goBack(now, earlier, [countUses(now, [set], null)])
        expect(checkCodebook(back)).toEqual([])
        for (const { id } of now.labels) expect(labelById(back, id)).toBeDefined()
        for (const { id } of now.relations) expect(relationTypeById(back, id)).toBeDefined()
        for (const { id, values } of now.attributes) {
          const attribute = attributeById(back, id)
          const last = values?.at(-1)?.id
          expect(attribute).toBeDefined()
          if (attribute && last !== undefined) expect(choiceById(back, attribute, last)).toBeDefined()
        }
        // What cannot be looked at may use anything.
        const careful = goBack(now, earlier, [usesUnknown(now)])
        for (const { id } of now.labels) expect(labelById(careful, id)).toBeDefined()
        // With nothing recorded, it is the earlier one.
        expect(goBack(now, earlier, [])).toEqual(earlier)
      }),
      { numRuns: 60 },
    )
  })
})

describe('merging', () => {
  it('carries everything that named the label', () => {
    const merged = good(merge(starter, 'label', 'provision', 'pledge'), starter)
    expect(labelById(merged, 'provision')?.name).toBe('Pledge')
    expect(merged.labels.some(({ id }) => id === 'provision')).toBe(false)
    expect(attributesOf(merged, 'provision').map(({ id }) => id)).toEqual(attributesOf(merged, 'pledge').map(({ id }) => id))
    for (const { labels } of merged.attributes) expect(labels).not.toContain('provision')
    for (const { from, to } of merged.relations) expect([...from, ...to]).not.toContain('provision')
    expect(describeChanges(starter, merged).find(({ how }) => how === 'merged')).toMatchObject({ kind: 'label', name: 'Provision', other: 'Pledge' })
  })

  it('follows earlier merges to the end', () => {
    const once = good(merge(starter, 'label', 'refusal', 'demand'), starter)
    const twice = good(merge(once, 'label', 'demand', 'pledge'), once)
    expect(twice.aliases).toEqual([
      { kind: 'label', from: 'refusal', to: 'pledge' },
      { kind: 'label', from: 'demand', to: 'pledge' },
    ])
  })

  it('of attributes joins their lists, twins by name', () => {
    const codebook = putItem(starter, 'attribute', {
      id: 'firmness', name: 'Firmness', help: '', type: 'choice', labels: ['demand'], stage: 'now',
      values: [{ id: 'yes_it_is', name: 'Legal' }, { id: 'soft', name: 'Soft' }],
      required_when: { attribute: 'binding', equals: ['legal'] },
    })
    const merged = good(merge(codebook, 'attribute', 'firmness', 'binding'), codebook)
    const binding = attributeById(merged, 'firmness')
    expect(binding?.id).toBe('binding')
    expect(binding?.values?.map(({ id }) => id)).toEqual([...(starter.attributes.find(({ id }) => id === 'binding')?.values ?? []).map(({ id }) => id), 'soft'])
    expect(binding && choiceById(merged, binding, 'yes_it_is')?.id).toBe('legal')
    expect(binding?.labels).toContain('demand')
    expect(checkCodebook(merged)).toEqual([])
  })

  it('refuses what cannot be read as the other', () => {
    expect(merge(starter, 'attribute', 'comment', 'amount')).toMatchObject({ ok: false, error: { code: 'codebook.merge_types' } })
    expect(merge(starter, 'label', 'pledge', 'pledge').ok).toBe(false)
    expect(merge(starter, 'label', 'pledge', 'ghost').ok).toBe(false)
  })
})

describe('retiring', () => {
  it('gives a restored label a look and a key of its own', () => {
    const gone = retire(starter, 'label', 'pledge')
    const pledge = starter.labels.find(({ id }) => id === 'pledge')
    const rival = putItem(gone, 'label', { id: 'vow', name: 'Vow', key: 'p', tint: pledge?.tint ?? 'blue', underline: pledge?.underline ?? 'solid', kind: 'event', definition: '', include: [], exclude: [], examples: [], active: true })
    const back = restore(rival, 'label', 'pledge')
    expect(checkCodebook(back)).toEqual([])
    expect(labelById(back, 'pledge')).not.toHaveProperty('key')
  })

  it('takes the default along with the value', () => {
    const mode = starter.attributes.find(({ default: rule }) => rule?.rule === 'value' && typeof rule.value === 'string')
    const value = mode?.default?.rule === 'value' ? String(mode.default.value) : ''
    expect(retireValue(starter, mode?.id ?? '', value).attributes.find(({ id }) => id === mode?.id)).not.toHaveProperty('default')
  })

  it('removes what was never used without a trace', () => {
    const added = EDITS['addLabel']?.(starter, 0, 0, 'Threat') ?? starter
    const id = added.labels.at(-1)?.id ?? ''
    const asked = { ...added, attributes: added.attributes.map((attribute) => ({ ...attribute, labels: [...attribute.labels, id] })) }
    expect(remove(asked, 'label', id)).toEqual(starter)
  })
})
