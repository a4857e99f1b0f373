import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Attribute } from '../model/codebook.ts'
import type { Value } from '../model/value.ts'
import { awkwardText } from '../text/testing/awkward-text.ts'
import { boundaryMarks } from './marks.ts'
import { codebook } from './testing/arbitraries.ts'
import { anAnnotationOn } from './testing/sets.ts'
import { valueParts } from './value-parts.ts'
import { differingWords } from './word-diff.ts'

const text = 'Norvia will deliver 40 ambulances by June, the minister said.'
const member = (annotator: string, start: number, end: number) => ({ annotator, record: anAnnotationOn(text, annotator, start, end), sha256: '' })

describe('boundaryMarks', () => {
  it('names the words that only some marked', () => {
    const [ana, leo] = boundaryMarks(text, [member('ana', 0, 33), member('leo', 7, 41)])
    const words = (ranges: readonly { start: number; end: number }[] = []) => ranges.map(({ start, end }) => text.slice(start, end))
    expect([words(ana?.extra), words(ana?.missing)]).toEqual([['Norvia'], ['by June']])
    expect([words(leo?.extra), words(leo?.missing)]).toEqual([['by June'], ['Norvia']])
  })

  it('marks the whole of a word that is cut, and nothing where all marked the same', () => {
    const [ana, leo] = boundaryMarks(text, [member('ana', 7, 33), member('leo', 7, 32)])
    expect(ana?.extra.map(({ start, end }) => text.slice(start, end))).toEqual(['ambulances'])
    expect(leo?.extra).toEqual([])
    expect(boundaryMarks(text, [member('ana', 0, 6), member('leo', 0, 6)]).every(({ extra, missing }) => extra.length + missing.length === 0)).toBe(true)
  })
})

describe('valueParts', () => {
  const words = { notStated: 'not stated', notApplicable: 'not applicable', yes: 'yes', no: 'no' }
  const attribute = (type: Attribute['type']): Attribute => ({ id: 'x', name: 'X', help: '', type, labels: [], stage: 'now' })
  const decided = (value: string | string[] | { name: string; code?: string }[]): Value => ({ state: 'decided', value })

  it('marks members of a set, words of a text, and the whole of anything else', () => {
    expect(valueParts(codebook, attribute('entities'), [decided([{ name: 'Norvia' }, { name: 'Kenya' }]), decided([{ name: 'KENYA', code: 'KEN' }])], words)).toEqual([
      [{ text: 'Norvia', differs: true }, { text: 'Kenya', differs: false }],
      [{ text: 'KENYA (KEN)', differs: false }],
    ])
    expect(valueParts(codebook, attribute('text'), [decided('all of it'), decided('some of it')], words)[0]).toEqual([{ text: 'all', differs: true }, { text: ' of it', differs: false }])
    expect(valueParts(codebook, attribute('choice'), [decided('a'), { state: 'not_stated' }, undefined], words)).toEqual([[{ text: 'a', differs: true }], [{ text: 'not stated', differs: true }], []])
  })
})

describe('differingWords', () => {
  it('gives the text again, and marks nothing of the same text', () => {
    fc.assert(
      fc.property(awkwardText(), awkwardText(), (one, other) => {
        expect(differingWords(one, [other]).map((piece) => piece.text).join('')).toBe(one)
        expect(differingWords(one, [one, one]).every(({ differs }) => !differs)).toBe(true)
      }),
    )
  })
})
