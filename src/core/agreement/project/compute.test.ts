import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countModes, scores } from '../spans/modes.ts'
import { pairSpans } from '../spans/pair.ts'
import { agreementReportSchema, type MeasureId } from './report.ts'
import { candidatesOf, numberIn, reportOf, type Mark } from './testing/project.ts'

const TEXT = 'Norvia will build a bridge by June now. '
const AB = { kind: 'pair', a: 'ana', b: 'ben' } as const
const decided = (value: string) => ({ state: 'decided' as const, value })

describe('two annotators on one article of 40 characters', () => {
  const report = reportOf({ 'a.txt': TEXT }, [candidatesOf('a.txt', TEXT, { Ana: [[0, 10], [20, 30]], Ben: [[0, 10], [20, 28, 'demand']] })])

  it.each<[MeasureId, number]>([
    ['f1_strict', 0.5],
    ['f1_boundaries', 0.5],
    ['f1_overlap', 0.75],
    ['f1_type', 0.5],
    ['found', 1],
    ['same_boundaries', 0.5],
    ['same_label', 0.5],
    ['label_percent', 0.5],
    // n = 4, three pledges and a demand: D_o = 1/2, D_e = 2·3·1/12
    ['label_alpha', 0],
    // shares 3/4 and 1/4: (1/2 − 5/8)/(3/8)
    ['label_fleiss', -1 / 3],
  ])('of the project, %s is %d', (measure, value) => {
    expect(numberIn(report, measure)).toBeCloseTo(value, 12)
  })

  it.each<[MeasureId, number]>([
    ['precision_strict', 0.5],
    ['label_cohen', 0],
    ['label_scott', -1 / 3],
    // 18 in, 2 only Ana, 20 out: P_o = .95, P_e = .5·.45 + .5·.55
    ['character_cohen', 0.9],
  ])('of the pair, %s is %d', (measure, value) => {
    expect(numberIn(report, measure, AB)).toBeCloseTo(value, 12)
  })

  it('shows where labels and boundaries differ', () => {
    const at = (label: string) => report.labels.indexOf(label)
    expect(report.confusion.cells[at('pledge')]?.[at('pledge')]).toBe(1)
    expect(report.confusion.cells[at('pledge')]?.[at('demand')]).toBe(1)
    expect(report.confusion.cells[at('demand')]?.[at('pledge')]).toBe(1)
    expect(report.confusion.alone).toEqual(report.labels.map(() => 0))
    // The ends of the second pair lie in the word “June”, at 28 and 30.
    expect(report.boundaries).toEqual({ starts: [2, 0, 0, 0, 0, 0, 0, 0], ends: [1, 0, 1, 0, 0, 0, 0, 0] })
  })

  it('keeps to the shape of its schema, and tells what it stands on', () => {
    expect(agreementReportSchema.parse(report)).toEqual(report)
    expect(report).toMatchObject({ articles: 1, spans: 4, sets: { frozen: 0, done: 2 }, dropped: {}, periods: ['2031-03-04'] })
  })
})

describe('what is not defined', () => {
  it('says why, for a project that nobody has coded twice', () => {
    const report = reportOf({ 'a.txt': TEXT }, [candidatesOf('a.txt', TEXT, { Ana: [[0, 10]] })])
    expect(report).toMatchObject({ articles: 0, dropped: { one_annotator: 1 } })
    expect(numberIn(report, 'f1_strict')).toBe('no_documents')
    expect(numberIn(report, 'label_alpha')).toBe('no_units')
  })

  it('tells “read, nothing to mark” from articles without marks', () => {
    const one = reportOf({ 'a.txt': TEXT }, [candidatesOf('a.txt', TEXT, { Ana: [[0, 10]], Ben: [] })])
    expect(numberIn(one, 'f1_strict')).toBe(0)
    expect(numberIn(one, 'label_alpha')).toBe('no_matched_spans')
    const none = reportOf({ 'a.txt': TEXT }, [candidatesOf('a.txt', TEXT, { Ana: [], Ben: [] })])
    expect(numberIn(none, 'f1_strict')).toBe('no_units')
    expect(numberIn(none, 'character_alpha')).toBe('no_units')
    expect(numberIn(none, 'same_boundaries')).toBe('no_units')
  })

  it('has no alpha without variation', () => {
    const report = reportOf({ 'a.txt': TEXT }, [candidatesOf('a.txt', TEXT, { Ana: [[0, 10]], Ben: [[0, 10]] })])
    expect(numberIn(report, 'f1_strict')).toBe(1)
    expect(numberIn(report, 'label_alpha')).toBe('no_variation')
  })
})

describe('attributes', () => {
  it('compare what both answered; defaults that nobody confirmed and fields that nobody saw do not count', () => {
    const report = reportOf({ 'a.txt': TEXT }, [
      candidatesOf('a.txt', TEXT, {
        Ana: [[0, 6, 'pledge', { comment: decided('x') }], [7, 11, 'pledge', { comment: decided('y') }], [12, 17, 'pledge', { comment: decided('x') }]],
        Ben: [[0, 6, 'pledge', { comment: decided('x') }], [7, 11, 'pledge', { comment: decided('x') }], [12, 17, 'pledge', { comment: { state: 'default', value: 'x' } }]],
      }),
    ])
    const scope = { kind: 'attribute', attribute: 'comment' } as const
    expect(numberIn(report, 'attribute_percent', scope)).toBe(0.5)
    // x x / y x: n = 4, D_o = 1/2, D_e = 2·3·1/12
    expect(numberIn(report, 'attribute_alpha', scope)).toBeCloseTo(0, 12)
    expect(report.figures.find(({ scope: of }) => of.kind === 'attribute')?.result).toMatchObject({ used: 2, dropped: { unconfirmed_default: 1, no_second_answer: 1 } })
    expect(numberIn(report, 'same_attributes')).toBe(0.5)
  })
})

const someMarks = fc
  .array(fc.tuple(fc.nat({ max: 30 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom('pledge', 'demand', 'claim')), { maxLength: 6 })
  .map((marks) => marks.map(([start, length, label]): Mark => [start, start + length, label]))
const someArticles = fc.array(fc.record({ Ana: someMarks, Ben: someMarks, Cem: someMarks }), { minLength: 1, maxLength: 3 })

describe('any three annotators', () => {
  it('give the same numbers in whatever order they come', () => {
    fc.assert(
      fc.property(someArticles, (articles) => {
        const names = articles.map((_, index) => `${index}.txt`)
        const texts = Object.fromEntries(names.map((name) => [name, TEXT]))
        const one = reportOf(texts, articles.map((marks, index) => candidatesOf(names[index] ?? '', TEXT, marks)))
        // The same people under names that sort the other way round.
        const renamed = articles.map(({ Ana, Ben, Cem }, index) => candidatesOf(names[index] ?? '', TEXT, { Cem: Ana, Ben, Ana: Cem })).toReversed()
        const other = reportOf(texts, renamed)
        for (const { measure, scope } of one.figures.filter((figure) => figure.scope.kind === 'project' && figure.measure !== 'gamma')) {
          const [left, right] = [numberIn(one, measure, scope), numberIn(other, measure, scope)]
          if (typeof left === 'number') expect(right).toBeCloseTo(left, 9)
          else expect(right).toBe(left)
        }
        expect(other.confusion).toEqual(one.confusion)
        expect(other.boundaries).toEqual(one.boundaries)
        const [ac, ca] = [{ kind: 'pair', a: 'ana', b: 'cem' } as const, { kind: 'pair', a: 'ana', b: 'cem' } as const]
        expect(numberIn(other, 'precision_strict', ca)).toEqual(numberIn(one, 'recall_strict', ac))
      }),
      { numRuns: 60 },
    )
  })

  it('have, pair by pair, the scores of the span measures', () => {
    fc.assert(
      fc.property(someMarks, someMarks, (Ana, Ben) => {
        const report = reportOf({ 'a.txt': TEXT }, [candidatesOf('a.txt', TEXT, { Ana, Ben })])
        const spans = (marks: readonly Mark[]) => marks.map(([start, end, label = '']) => ({ label, fragments: [{ start, end }] }))
        const modes = countModes(pairSpans(spans(Ana), spans(Ben)))
        for (const [mine, theirs] of [['strict', 'strict'], ['boundaries', 'exact'], ['overlap', 'partial'], ['type', 'type']] as const) {
          const { precision, recall, f1 } = scores(modes[theirs], theirs)
          for (const [name, value] of Object.entries({ precision, recall, f1 })) {
            const found = numberIn(report, `${name}_${mine}` as MeasureId, AB)
            if (value.defined) expect(found).toBeCloseTo(value.value, 12)
            else expect(found).toBe(value.reason)
          }
        }
      }),
    )
  })
})
