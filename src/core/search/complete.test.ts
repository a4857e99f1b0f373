import { expect, it } from 'vitest'
import { pledgesAndAgreements as codebook } from '../codebook/starter.ts'
import { completionsAt } from './complete.ts'

const KNOWN = { codebook, annotators: ['Ines Duarte', 'Zoë'] }
const offered = (query: string, caret = query.length) => completionsAt(query, caret, KNOWN).map(({ start, text }) => `${start} ${text}`)

it('offers keys, then values, for the word at the caret', () => {
  expect(offered('ferry lab')).toEqual(['6 label:'])
  expect(offered('ferry label:Pl')).toEqual(['12 Pledge '])
  expect(offered('(-annotator:i')).toEqual(['12 "Ines Duarte" '])
  expect(offered('label:Pl port', 8)).toEqual(['6 Pledge '])
})

it('does not offer what is written already', () => {
  expect(offered('label:Pledge')).toEqual([])
  expect(offered('label:pledge')).toEqual(['6 Pledge '])
})

it('offers nothing inside a phrase or a regular expression, nor where nothing fits', () => {
  expect(offered('"lab')).toEqual([])
  expect(offered('/lab')).toEqual([])
  expect(offered('label:🚢')).toEqual([])
})
