import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGraphemeBoundary } from '../text/graphemes.ts'
import { foldForSearch } from './fold.ts'
import { literalsOf, needOf } from './needs.ts'
import { parseQuery } from './parse.ts'
import { scannerOf } from './scan.ts'
import { signatureOf, signatureTest } from './signature.ts'
import { aCorpusText, aMark, anArticle, aQuery, codebook, setOf } from './testing/corpus.ts'

const TEXT = 'Norvia will deliver 40 ambulances.\nMedical\ntransport follows; the port delivers.\n\nTransport of ambulances.'

function scanner(query: string) {
  const parsed = parseQuery(query, codebook)
  if (!parsed.ok || !parsed.value) throw new Error(query)
  return scannerOf(parsed.value, codebook)
}

describe('places in the text', () => {
  it.each([
    ['ambulance', ''],
    ['ambulances PORT', 'ambulances|port|ambulances'],
    ['ambulances harbour', ''],
    ['ambulances harbour OR norvia', 'Norvia'],
    ['"medical transport"', 'Medical\ntransport'],
    ['"delivers transport"', ''],
    ['deliver*', 'deliver|delivers'],
    ['/deliver(s|ed)?/', 'deliver|delivers'],
    ['deliver near/2 ambulances', 'deliver 40 ambulances'],
    ['deliver near/1 ambulances', ''],
    ['port near/1 deliver*', 'port delivers'],
    ['port -harbour', 'port'],
    ['-harbour', 'Norvia will deliver 40 ambulances.'],
    ['date:2031-03', 'Norvia will deliver 40 ambulances.'],
    ['date:>2031-03 port', ''],
    ['date:<2031-03-13 port', 'port'],
    ['article:wire/* port', 'port'],
    ['article:ire outlet:estal port', 'port'],
    ['status:open port', 'port'],
    ['status:done port', ''],
  ])('%s', (query, expected) => {
    const article = anArticle('wire/a.txt', { date: '2031-03-12', outlet: 'Estal Wire' })
    const { scan, mayHold } = scanner(query)
    const hits = mayHold(article) ? scan(article, TEXT, []) : []
    expect(hits.map(({ start, end }) => TEXT.slice(start, end)).join('|')).toBe(expected)
  })

  it('are whole characters, in order and inside the text', () => {
    fc.assert(
      fc.property(aQuery(false), aCorpusText(), (query, text) => {
        let last = -1
        for (const { start, end } of scannerOf(query, codebook).scan(anArticle('a'), text, [])) {
          expect(start).toBeGreaterThan(last)
          expect(end).toBeGreaterThan(start)
          expect(isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end)).toBe(true)
          last = start
        }
      }),
    )
  })
})

describe('annotations', () => {
  const actor = { state: 'decided', value: [{ name: 'Republic of Norvia', code: 'NVA' }] } as const
  const sets = [
    setOf('a', 'Ines Duarte', [aMark('1', 'pledge', TEXT, 'will deliver 40 ambulances', { actor: { ...actor, value: [...actor.value] } }), { ...aMark('2', 'agreement', TEXT, 'the port delivers'), note: 'odd' }]),
    setOf('a', 'Noor Haddad', [aMark('3', 'pledge', TEXT, 'Medical\ntransport')]),
  ]

  it.each([
    ['label:Pledge', '1 3'],
    ['-label:Pledge', '2'],
    ['label:Pledge ambulances', '1'],
    ['label:Pledge port', ''],
    ['label:pledge "medical transport"', '3'],
    ['annotator:ines', '1 2'],
    ['actor:norvia', '1'],
    ['actor:NVA*', ''],
    ['actor:*nva*', '1'],
    ['actor:empty', '2 3'],
    ['has:note', '2'],
    ['is:complete label:Pledge', ''],
    ['is:incomplete label:Pledge', '1 3'],
    ['label:Agreement OR annotator:noor', '2 3'],
  ])('%s', (query, expected) => {
    expect(scanner(query).scan(anArticle('a'), TEXT, sets).map(({ annotation }) => annotation?.id).join(' ')).toBe(expected)
  })
})

describe('what a text must hold', () => {
  it('never rules out a text in which the plain scan finds something', () => {
    fc.assert(
      fc.property(aQuery(), aCorpusText(), (query, text) => {
        const test = signatureTest(needOf(query))
        if (!test || test(signatureOf(foldForSearch(text)))) return
        const { scan } = scannerOf(query, codebook)
        const whole = text === '' ? [] : [setOf('a', 'Ines Duarte', [aMark('1', 'pledge', text, text)])]
        expect(scan(anArticle('a'), text, whole)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('holds for every letter that a search takes for another', () => {
    const apart: string[] = []
    for (let point = 0x80; point <= 0x1ffff; point += 1) {
      if (point >= 0xd800 && point <= 0xdfff) continue
      const letter = String.fromCodePoint(point)
      for (const other of [letter.toLowerCase(), letter.toUpperCase(), letter.normalize('NFD'), letter.normalize('NFC')]) {
        if (other === letter) continue
        const same = new RegExp(`^${letter.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)}$`, 'iu').test(other) || other.normalize('NFC') === letter.normalize('NFC')
        if (same && foldForSearch(letter) !== foldForSearch(other)) apart.push(letter)
      }
    }
    expect(apart).toEqual([])
  })

  it.each([
    ['deliver(s|ed)?', 'deliver'],
    ['colou?r', 'colo r'],
    ['ab+cd', 'ab cd'],
    ['port|harbour', ''],
    [String.raw`\d+ ambulances\.`, ' ambulances.'],
    [String.raw`[^)]\p{Lu}orvia{2,}x`, 'orvia x'],
  ])('%s', (source, expected) => {
    expect(literalsOf(source).join(' ')).toBe(expected)
  })
})
