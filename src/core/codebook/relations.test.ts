import { describe, expect, it } from 'vitest'
import { asAttribute, otherRelations, relationsBetween } from './relations.ts'
import { pledgesAndAgreements } from './starter.ts'

const idsFor = (label: string) => otherRelations(pledgesAndAgreements, label).map(({ id }) => id)

describe('relationsBetween', () => {
  const between = (from: string, ...to: string[]) => relationsBetween(pledgesAndAgreements, from, to).map(({ id }) => id)

  it('offers what may lead from the one to all of the others, and without others whatever may start there', () => {
    expect(between('provision')).toEqual(expect.arrayContaining(['made_by', 'part_of', 'conditional_on']))
    expect(between('provision', 'agreement')).toContain('part_of')
    expect(between('provision', 'agreement')).not.toContain('made_by')
    expect(between('provision', 'agreement', 'actor')).not.toContain('part_of')
    expect(between('provision', 'agreement', 'actor')).toContain('conditional_on')
  })
})

describe('otherRelations', () => {
  it('offers what the label may start and no link attribute shows', () => {
    expect(idsFor('provision')).toEqual(expect.arrayContaining(['part_of', 'same_as']))
    expect(idsFor('provision')).not.toContain('conditional_on')
    expect(idsFor('provision')).not.toContain('evidence_for')
    expect(idsFor('evidence')).toContain('evidence_for')
  })

  it('leaves retired relations out', () => {
    const relations = pledgesAndAgreements.relations.map((type) => (type.id === 'part_of' ? { ...type, retired: true } : type))
    expect(otherRelations({ ...pledgesAndAgreements, relations }, 'provision').map(({ id }) => id)).not.toContain('part_of')
  })

  it('lends a relation the shape of a link attribute', () => {
    const [type] = otherRelations(pledgesAndAgreements, 'provision')
    if (!type) throw new Error('no relation')
    expect(asAttribute(type)).toMatchObject({ type: 'link', relation: type.id, name: type.name })
  })
})
