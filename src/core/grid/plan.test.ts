import { describe, expect, it } from 'vitest'
import { copyCells, pastedTexts } from './copy.ts'
import { gridColumns, offeredColumns } from './columns.ts'
import { planCell, planFill, planFillDown, planPaste, type GridPlan, type GridRange } from './plan.ts'
import { aRow, cell, codebook, decided, words } from './testing.ts'

// label, quote, text, firm, count, follows, note
const rows = [
  aRow('1', { text: decided('one'), firm: { state: 'default', value: 'z' }, count: decided(4) }, { note: 'first' }),
  aRow('2', {}, { label: 'agreement' }),
  aRow('3', { text: { state: 'not_stated' } }),
]
const columns = gridColumns(offeredColumns(codebook, rows, { count: true, follows: true }), false)
const shown = { codebook, rows, columns }
const [TEXT, FIRM, COUNT, FOLLOWS, NOTE] = ['attribute:text', 'attribute:firm', 'attribute:count', 'attribute:follows', 'note'].map((id) => columns.findIndex((column) => column.id === id)) as [number, number, number, number, number]
const range = (top: number, left: number, bottom = top, right = left): GridRange => ({ top, left, bottom, right })
const editsOf = ({ edits }: GridPlan) => Object.fromEntries(edits.map(({ edit: { id, ...edit } }) => [id, edit]))
const refusedOf = ({ refused }: GridPlan) => refused.map(({ row, column, problem }) => [row, column, problem])

describe('filling down', () => {
  it('gives the first row’s cells to the others, and what was filled in by rule is decided then', () => {
    const plan = planFillDown(shown, range(0, TEXT, 2, FIRM))
    expect(editsOf(plan)).toEqual({
      2: { values: { text: decided('one') } },
      3: { values: { text: decided('one'), firm: decided('z') } },
    })
    expect(refusedOf(plan)).toEqual([[1, FIRM, 'unavailable']])
    expect(plan.changed).toBe(3)
  })

  it('takes the row above with one row only, and nothing above the first', () => {
    expect(editsOf(planFillDown(shown, range(1, NOTE)))).toEqual({ 2: { note: 'first' } })
    expect(planFillDown(shown, range(0, TEXT)).edits).toEqual([])
    expect(editsOf(planFillDown(shown, range(0, 0, 2)))).toEqual({ 2: { label: 'pledge' } })
  })
})

describe('one content for a range', () => {
  it('empties what can be emptied and minds nothing else', () => {
    const plan = planFill(shown, range(0, 0, 2, NOTE), null)
    expect(editsOf(plan)).toEqual({ 1: { note: '', values: { text: null, firm: null, count: null } }, 3: { values: { text: null } } })
    expect(plan.refused).toEqual([])
  })

  it('refuses an answer where there is no question', () => {
    const plan = planFill(shown, range(1, TEXT, 1, FOLLOWS), { state: 'not_applicable' })
    expect(editsOf(plan)).toEqual({ 2: { values: { text: { state: 'not_applicable' }, count: { state: 'not_applicable' } } } })
    expect(refusedOf(plan)).toEqual([[1, FIRM, 'unavailable'], [1, FOLLOWS, 'link']])
  })

  it('of one cell is a label, a note or a value', () => {
    const [row] = rows
    const at = (index: number) => columns[index] ?? { id: '', attribute: null }
    if (!row) throw new Error('no row')
    expect(editsOf(planCell(shown, row, at(0), 'agreement'))).toEqual({ 1: { label: 'agreement' } })
    expect(editsOf(planCell(shown, row, at(NOTE), ' new '))).toEqual({ 1: { note: 'new' } })
    expect(planCell(shown, row, at(COUNT), decided(4)).edits).toEqual([])
  })
})

describe('a paste', () => {
  const paste = (at: GridRange, text: string) => planPaste(shown, at, { texts: pastedTexts(text) }, words)

  it('reads each cell by its column, and refuses whole cells only', () => {
    const plan = paste(range(0, TEXT), 'new\tVague\t7\r\nother\tFirm\tseven\r\n')
    expect(editsOf(plan)).toEqual({ 1: { values: { text: decided('new'), firm: decided('a'), count: decided(7) } }, 2: { values: { text: decided('other') } } })
    expect(refusedOf(plan)).toEqual([[1, FIRM, 'unavailable'], [1, COUNT, 'number']])
  })

  it('repeats one cell or a block over a range that is a multiple of it', () => {
    expect(editsOf(paste(range(0, COUNT, 2), '5'))).toEqual({ 1: { values: { count: decided(5) } }, 2: { values: { count: decided(5) } }, 3: { values: { count: decided(5) } } })
    expect(refusedOf(paste(range(2, NOTE), 'a\tb\nc'))).toEqual([[2, NOTE + 1, 'beyond'], [3, NOTE, 'beyond']])
  })

  it('takes a label before the values that it decides about', () => {
    const plan = paste(range(1, 0, 1, 0), 'Pledge\tignored\tx\tFirm')
    expect(editsOf(plan)).toEqual({ 2: { label: 'pledge', values: { text: decided('x'), firm: decided('z') } } })
    expect(refusedOf(plan)).toEqual([[1, 1, 'fixed']])
    expect(refusedOf(paste(range(0, 0), 'Nonsense'))).toEqual([[0, 0, 'label']])
  })

  it('keeps a formula a text, and empties where nothing stands', () => {
    expect(editsOf(paste(range(0, TEXT, 0, COUNT), '=1+1\t\t'))).toEqual({ 1: { values: { text: decided('=1+1'), firm: null, count: null } } })
  })

  it('gives back what was copied, whole', () => {
    const copied = copyCells(shown, range(0, 0, 2, NOTE), cell)
    const plan = planPaste(shown, range(0, 0, 2, NOTE), { texts: pastedTexts(copied.text), exact: copied.cells }, words)
    expect(plan.changed).toBe(0)
    const formula = copyCells({ ...shown, rows: [aRow('1', { text: decided("=cmd|' /C calc'!A0") })] }, range(0, TEXT, 0, TEXT), cell)
    expect(formula.text.startsWith("'=")).toBe(true)
    expect(pastedTexts(formula.text)).toEqual([["=cmd|' /C calc'!A0"]])
  })
})
