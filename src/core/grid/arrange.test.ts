import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrange, arrangeAgain, columnTexts, NO_FILTER, type Arrangement } from './arrange.ts'
import { gridColumns, NOTE, offeredColumns, type GridRow } from './columns.ts'
import { aRow, cell, codebook, decided } from './testing.ts'

const columns = gridColumns(offeredColumns(codebook, [aRow('1')], { count: true, rest: true }), false)
const count = columns.find(({ id }) => id === 'attribute:count') ?? NOTE
const how = (more: Partial<Arrangement> = {}): Arrangement => ({ codebook, columns, cell, order: null, filter: NO_FILTER, ...more })
const idsOf = (rows: readonly GridRow[]) => rows.map(({ annotation }) => annotation.id).join(' ')
const by = (column: string, descending = false) => how({ order: { column: `attribute:${column}`, descending } })

describe('order', () => {
  const rows = [aRow('1', { count: decided(10) }), aRow('2'), aRow('3', { count: decided(9) }), aRow('4', { count: { state: 'not_stated' } }), aRow('5', { count: decided(10) })]

  it('is by size, and rows without a value come last either way', () => {
    expect(idsOf(arrange(rows, by('count')))).toBe('3 1 5 2 4')
    expect(idsOf(arrange(rows, by('count', true)))).toBe('1 5 3 2 4')
    expect(idsOf(arrange(rows, how()))).toBe('1 2 3 4 5')
  })

  it('of a scale is its own', () => {
    expect(idsOf(arrange([aRow('1', { firm: decided('a') }), aRow('2', { firm: decided('z') })], by('firm')))).toBe('2 1')
  })

  it('is stable, whatever the values', () => {
    const values = fc.array(fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }), { maxLength: 20 })
    fc.assert(
      fc.property(values, fc.boolean(), (numbers, descending) => {
        const some = numbers.map((value, index) => aRow(String(index).padStart(3, '0'), value === null ? {} : { count: decided(value) }))
        const sorted = arrange(some, by('count', descending))
        expect(sorted.toSorted((a, b) => (a.key < b.key ? -1 : 1))).toEqual(some)
        for (const [index, row] of sorted.entries()) {
          const next = sorted[index + 1]
          if (next && cell(row, count).text === cell(next, count).text) expect(row.key < next.key).toBe(true)
        }
      }),
    )
  })
})

describe('the filter', () => {
  const rows = [aRow('1', { text: decided('Côte d’Estal') }, { note: 'اتفقت' }), aRow('2', { firm: { state: 'default', value: 'z' } }), aRow('3', { text: { state: 'not_stated' } }, { label: 'agreement' })]
  const found = (text: string, filters: Arrangement['filter']['columns'] = {}) => idsOf(arrange(rows, how({ filter: { text, columns: filters } })))

  it('finds every word anywhere in the row, without case and accents', () => {
    expect(found('estal COTE')).toBe('1')
    expect(found('اتفقت')).toBe('1')
    expect(found('agreement not')).toBe('3')
    expect(found('nowhere')).toBe('')
  })

  it('keeps rows whose column misses a value, is unconfirmed, or holds one value', () => {
    expect(found('', { 'attribute:text': { kind: 'state', state: 'missing' } })).toBe('2')
    expect(found('', { 'attribute:firm': { kind: 'state', state: 'default' } })).toBe('2')
    expect(found('', { 'attribute:firm': { kind: 'state', state: 'empty' } })).toBe('1')
    expect(found('', { label: { kind: 'value', text: 'Agreement' }, 'attribute:text': { kind: 'state', state: 'not_stated' } })).toBe('3')
  })

  it('offers the texts of a column, the commonest first', () => {
    expect(columnTexts(rows, columns[0] ?? { id: '', attribute: null }, cell, 5)).toEqual([{ text: 'Pledge', count: 2 }, { text: 'Agreement', count: 1 }])
  })
})

describe('rows that change', () => {
  const before = [aRow('3', { count: decided(1) }), aRow('1', { count: decided(2) })]

  it('stay where they are, though they belong elsewhere or no longer match', () => {
    const filled = { ...before[0], ...aRow('3', { count: decided(7) }) }
    const again = arrangeAgain(before, [before[1] ?? filled, filled], by('count'))
    expect(again.map(({ key }) => key)).toEqual(['a 3', 'a 1'])
    expect(again[0]).toBe(filled)
    const filter = { text: '', columns: { 'attribute:count': { kind: 'value', text: '1' } } } as const
    expect(idsOf(arrangeAgain(before, [...before], how({ filter })))).toBe('3 1')
  })

  it('come where they belong when they are new, and go when they are gone', () => {
    const fresh = aRow('2', { count: decided(1.5) })
    expect(idsOf(arrangeAgain(before, [...before, fresh], by('count')))).toBe('3 2 1')
    expect(idsOf(arrangeAgain(before, [before[1] ?? fresh], by('count')))).toBe('1')
  })
})
