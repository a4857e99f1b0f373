import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aText } from '../testing/arbitraries.ts'
import { attributionForm, quotations } from './quotation-marks.ts'

/** `{…}` marks the span. */
function formOf(marked: string): string | null {
  const start = marked.indexOf('{')
  const end = marked.indexOf('}')
  return attributionForm(marked.slice(0, start), marked.slice(start + 1, end), marked.slice(end + 1))
}

describe('attributionForm', () => {
  it.each([
    ['“We {will deliver 40 ambulances} by June,” she said.'],
    ['“{We will deliver.}” She left.'],
    ['She said: {“We will deliver.”} Then she left.'],
    ['"We {will deliver}," she said.'],
    ['He said: "First." Then: "{Second}."'],
    ['„Wir {werden liefern}“, sagte sie.'],
    ['»Wir {werden liefern}«, sagte sie.'],
    ['« Nous {allons livrer} », a-t-elle dit.'],
    ['Il parla d’« {union} ».'],
    ['”Vi {ska leverera}”, sade hon.'],
    ['外长说：“我们{将交付40辆救护车}。”'],
    ['外长说"我们{将交付}"。'],
    ['外相は「{提供する}」と述べた。'],
    ['«سوف {نسلم سيارات الإسعاف}»، قالت.'],
    ['"אנחנו {נמסור} לצה"ל", אמרה.'],
    ['‘We {will deliver},’ she said, ‘by June.’'],
    ['The ‘{hard}’ promise.'],
    ['“It isn’t ‘news’ that we {will deliver},” she said.'],
    ['“The first paragraph.\n\n“And {we will deliver}, too.\n\n“The end.”'],
    ['“The first paragraph.\n“And {we will deliver}, too.\n“The end.”'],
    ['“A long line\nof {hard-wrapped} text\nends here.”'],
  ])('direct: %s', (marked) => {
    expect(formOf(marked)).toBe('direct_quote')
  })

  it.each([
    ['She {promised to “deliver 40” ambulances}.'],
    ['Both {pledged to keep the strait "open to every doctor"}, officials said.'],
    ['“{We will deliver,” she said, “by June}.”'],
    ['她{承诺“尽快”交付}。'],
    ['{“Soon” and “surely”}'],
  ])('partial: %s', (marked) => {
    expect(formOf(marked)).toBe('partial_quote')
  })

  it.each([
    ['Norvia {will deliver 40 ambulances}, its minister said.'],
    ['“Soon,” she said. Norvia {will deliver}.'],
    ['Norvia {will deliver}. “Soon,” she said.'],
    ['He said "yes" and "no", and {will deliver}, and "maybe".'],
    ['“An opened quotation that never closes.\n\nNorvia {will deliver}.'],
    ['“An opened quotation that never closes.\nIt {runs to its line’s end}.'],
    ['The workers’ union {will deliver} the workers’ demands.'],
    ['It’s Norvia’s word that {it’ll deliver}.'],
    ['לצה"ל {יימסרו אמבולנסים} מחר.'],
    ['Norvia {will deliver 👩‍👩‍👧‍👦 e\u0301}.'],
  ])('neither: %s', (marked) => {
    expect(formOf(marked)).toBeNull()
  })

  it('sees a quotation that began before what it is shown', () => {
    expect(attributionForm('and after that we ', 'will deliver', ',” she said. “That is all.”')).toBe('direct_quote')
    expect(attributionForm('and after that,” she said. Norvia ', 'will deliver', '.')).toBeNull()
  })

  it('answers on any text', () => {
    fc.assert(
      fc.property(aText(), aText(), aText(), (before, quote, after) => {
        expect(['direct_quote', 'partial_quote', null]).toContain(attributionForm(before, quote, after))
      }),
    )
  })
})

describe('quotations', () => {
  it('are apart, in order and inside the text', () => {
    fc.assert(
      fc.property(aText({ maxPieces: 80 }), fc.boolean(), (text, cut) => {
        let last = 0
        for (const range of quotations(text, cut)) {
          expect(range.start).toBeGreaterThanOrEqual(last)
          expect(range.end).toBeGreaterThan(range.start)
          last = range.end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('hold what stands inside them', () => {
    expect(quotations('“a ‘b’ “c” d” e “f”', false)).toEqual([
      { start: 0, end: 13 },
      { start: 16, end: 19 },
    ])
  })
})
