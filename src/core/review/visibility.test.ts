import { describe, expect, it } from 'vitest'
import type { SetState } from '../model/annotation-set.ts'
import type { Round } from '../model/round.ts'
import { anAnnotationOn } from './testing/sets.ts'
import { isAssigned, isUnseen, mayView } from './visibility.ts'

const state = (status: SetState['status']): SetState => ({ status, changed: '2031-03-04T00:00:00.000Z' })
const record = anAnnotationOn('Norvia pledged 40 ambulances.', 'a', 0, 6)
const nobody = { blind: undefined, own: null, assigned: false, reviewing: false }

describe('what a person may see of colleagues’ work on an article', () => {
  it('is nothing until their own set is done, also when the project says nothing about it', () => {
    const begun = { state: state('in_progress'), annotations: [record] }
    expect(mayView({ ...nobody, own: begun })).toEqual({ visible: false, why: 'code_first' })
    expect(mayView({ ...nobody, own: begun, reviewing: true })).toEqual({ visible: false, why: 'code_first' })
    expect(mayView({ ...nobody, own: { ...begun, state: state('done') }, assigned: true })).toEqual({ visible: true })
    expect(mayView({ ...nobody, own: { state: state('done'), annotations: [] } })).toEqual({ visible: true })
  })

  it('is everything for somebody who does not code the article and says so', () => {
    expect(mayView(nobody)).toEqual({ visible: false, why: 'say_so' })
    expect(mayView({ ...nobody, reviewing: true })).toEqual({ visible: true })
    expect(mayView({ ...nobody, reviewing: true, own: { state: state('in_progress'), annotations: [] } })).toEqual({ visible: true })
  })

  it('is nothing for somebody who is to code it', () => {
    expect(mayView({ ...nobody, assigned: true, reviewing: true })).toEqual({ visible: false, why: 'assigned' })
  })

  it('is everything in an open project', () => {
    expect(mayView({ ...nobody, blind: false, assigned: true })).toEqual({ visible: true })
  })
})

describe('isAssigned', () => {
  const by = { key: 'ines', name: 'Ines' }
  const round: Round = {
    format: 'concord/round',
    version: 1,
    id: 'r',
    name: 'One',
    kind: 'main',
    created: '2031-03-04T00:00:00.000Z',
    by,
    annotators: [by],
    overlap: { share: 1, coders: 1, seed: 1 },
    assignments: [{ article: 'a.txt', annotators: ['ines'] }],
  }
  it('asks rounds that are open', () => {
    expect(isAssigned([round], 'ines', 'a.txt')).toBe(true)
    expect(isAssigned([round], 'ines', 'b.txt')).toBe(false)
    expect(isAssigned([round], 'leo', 'a.txt')).toBe(false)
    expect(isAssigned([{ ...round, closed: round.created }], 'ines', 'a.txt')).toBe(false)
  })
})

describe('isUnseen', () => {
  it('knows who was shown a colleague’s set', () => {
    expect(isUnseen(null)).toBe(true)
    expect(isUnseen({ seen: [] })).toBe(true)
    expect(isUnseen({ seen: [{ annotator: 'leo', at: '2031-03-04T00:00:00.000Z' }] })).toBe(false)
  })
})
