import { describe, expect, it } from 'vitest'
import { cellOf, confirmable, isFixed } from './cell.ts'
import { ARTICLE, gridColumns, LABEL, NOTE, offeredColumns, QUOTE } from './columns.ts'
import { aRow, codebook, decided, words } from './testing.ts'

const ids = (rows: ReturnType<typeof aRow>[], chosen = {}) => gridColumns(offeredColumns(codebook, rows, chosen), false).map(({ id }) => id)

describe('columns', () => {
  it('are what is asked of every annotation, what some row has, and what a person chose', () => {
    expect(ids([aRow('1')])).toEqual(['label', 'quote', 'attribute:text', 'attribute:firm', 'note'])
    expect(ids([aRow('1', { count: decided(3) })])).toContain('attribute:count')
    expect(ids([aRow('1')], { rest: true, text: false })).toEqual(['label', 'quote', 'attribute:firm', 'attribute:rest', 'note'])
  })

  it('leave out what no label in the table has', () => {
    expect(ids([aRow('1', {}, { label: 'agreement' })])).not.toContain('attribute:firm')
    expect(gridColumns([], true)[0]).toBe(ARTICLE)
  })
})

describe('a cell', () => {
  const columns = gridColumns(offeredColumns(codebook, [aRow('1')], { rest: true, follows: true }), false)
  const column = (id: string) => {
    const found = columns.find((each) => each.id === id)
    if (!found) throw new Error(id)
    return found
  }
  const show = (row: ReturnType<typeof aRow>, id: string) => cellOf(codebook, row, column(id), words)

  it('says what state it is in', () => {
    const row = aRow('1', { firm: { state: 'default', value: 'z' }, rest: { state: 'not_stated' } })
    expect(show(row, 'attribute:text')).toEqual({ text: '', state: 'missing' })
    expect(show(row, 'attribute:firm')).toEqual({ text: 'Firm', state: 'default' })
    expect(show(row, 'attribute:rest')).toEqual({ text: 'Not stated', state: 'not_stated' })
    expect(show(aRow('1'), 'attribute:rest')).toEqual({ text: '', state: 'empty' })
    expect(show(aRow('1', {}, { label: 'agreement' }), 'attribute:firm')).toEqual({ text: '', state: 'unavailable' })
    expect(show(aRow('1', {}, { note: 'see p. 3' }), 'note')).toEqual({ text: 'see p. 3', state: 'decided' })
    expect(show(row, 'quote').text).toBe('q 1')
  })

  it('shows where a link leads', () => {
    const target = aRow('2').annotation
    const row = { ...aRow('1'), siblings: [target] }
    const at = target.created
    const relation = { id: 'r', type: 'follows', from: { article: 'a', annotation: '1' }, to: { article: 'a', annotation: '2' }, created: at, modified: at }
    expect(show({ ...row, relations: [relation] }, 'attribute:follows')).toEqual({ text: 'q 2', state: 'decided' })
    expect(show({ ...row, siblings: [], relations: [relation] }, 'attribute:follows').text).toBe('…')
  })

  it('cannot be filled in where the label has no such attribute, but emptied where something is recorded', () => {
    const agreement = aRow('1', {}, { label: 'agreement' })
    expect([LABEL, NOTE, QUOTE, column('attribute:firm'), column('attribute:text')].map((each) => isFixed(codebook, agreement, each))).toEqual([false, false, true, true, false])
    expect(isFixed(codebook, aRow('1', { firm: decided('z') }, { label: 'agreement' }), column('attribute:firm'))).toBe(false)
  })

  it('counts what can be confirmed', () => {
    const filled = { state: 'default' as const, value: 'z' }
    expect(confirmable(codebook, [aRow('1', { firm: filled, text: decided('x') }), aRow('2', { firm: filled })], columns)).toEqual({ attributes: ['firm'], count: 2 })
  })
})
