import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from './parse.ts'
import { printQuery } from './print.ts'
import type { Query } from './query.ts'
import { aQuery, codebook } from './testing/corpus.ts'

const parse = (text: string) => parseQuery(text, codebook)
const word = (text: string, prefix = false) => ({ kind: 'words', text, prefix }) as const

describe('parseQuery', () => {
  it.each<[string, Query | null]>([
    ['  ', null],
    ['ambulance port', { kind: 'all', of: [word('ambulance'), word('port')] }],
    ['ambulance AND port', { kind: 'all', of: [word('ambulance'), word('port')] }],
    ['“medical  transport”', word('medical transport')],
    ['deliver*', word('deliver', true)],
    ['/deliver(s|ed)?/', { kind: 'regex', source: 'deliver(s|ed)?' }],
    ['/[/]x/', { kind: 'regex', source: '[/]x' }],
    ['deliver near/5 ambulance*', { kind: 'near', first: word('deliver'), second: word('ambulance', true), within: 5 }],
    ['a OR b c', { kind: 'any', of: [word('a'), { kind: 'all', of: [word('b'), word('c')] }] }],
    ['(a OR b) -c', { kind: 'all', of: [{ kind: 'any', of: [word('a'), word('b')] }, { kind: 'not', of: word('c') }] }],
    ['cease-fire and/or', { kind: 'all', of: [word('cease-fire'), word('and/or')] }],
    ['label:Pledge', { kind: 'filter', on: 'label', value: 'pledge' }],
    ['actor:Norvia', { kind: 'filter', on: 'attribute', attribute: 'actor', value: 'Norvia' }],
    ['"commitment_strength":any', { kind: 'filter', on: 'attribute', attribute: 'commitment_strength', value: 'any' }],
    ['annotator:"Ines Duarte"', { kind: 'filter', on: 'annotator', value: 'Ines Duarte' }],
    ['date:2031-03..2031-05', { kind: 'filter', on: 'date', value: '2031-03..2031-05' }],
    ['status:in_progress', { kind: 'filter', on: 'status', value: 'in-progress' }],
    ['12:30', word('12:30')],
  ])('%s', (text, query) => {
    expect(parse(text)).toEqual({ ok: true, value: query })
  })

  it.each([
    ['port "medical', 'quote.open', '"medical', null],
    ['/deliver', 'regex.open', '/deliver', null],
    ['/deli(ver/', 'regex.bad', '/deli(ver/', null],
    ['(port', 'bracket.open', '(', null],
    ['port)', 'bracket.close', ')', null],
    ['()', 'group.empty', ')', null],
    ['port OR', 'or.nothing', 'OR', null],
    ['near/5 port', 'near.sides', 'near/5', null],
    ['port near/5', 'near.sides', 'near/5', null],
    ['a near/2 b near/2 c', 'near.sides', 'near/2', null],
    ['a near/0 b', 'near.number', 'near/0', null],
    ['label:', 'value.missing', 'label:', null],
    ['lable:Pledge', 'key.unknown', 'lable', 'label'],
    ['port label:Pleged', 'label.unknown', 'Pleged', 'pledge'],
    ['status:dnoe', 'value.unknown', 'dnoe', 'done'],
    ['date:yesterday', 'date.bad', 'yesterday', null],
  ] as const)('%s is refused, and it says where', (text, code, given, nearest) => {
    expect(parse(text)).toMatchObject({ ok: false, error: { code, given, nearest } })
  })

  it('reads what it prints as the same query', () => {
    fc.assert(
      fc.property(aQuery(), (query) => {
        const printed = printQuery(query, codebook)
        expect(parse(printed), printed).toEqual({ ok: true, value: query })
      }),
    )
  })

  it('answers to anything, with a place inside it', () => {
    const piece = fc.constantFrom('a', ' ', '"', '(', ')', '/', '-', 'near/2', 'OR', 'label:', 'x:', '*', '\\', '[', '🇫🇷', '“')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        const parsed = parse(text)
        if (parsed.ok) return
        expect(parsed.error.start).toBeLessThanOrEqual(parsed.error.end)
        expect(parsed.error.end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
