import { missing } from '../codebook/form.ts'
import { pledgesAndAgreements } from '../codebook/starter.ts'
import type { Annotation } from '../model/annotation.ts'
import type { Attribute, Codebook } from '../model/codebook.ts'
import type { Value } from '../model/value.ts'
import type { CellReader } from './arrange.ts'
import { cellOf } from './cell.ts'
import type { GridRow } from './columns.ts'

export const words = { notStated: 'Not stated', notApplicable: 'Not applicable', yes: 'Yes', no: 'No' }

const both = ['pledge', 'agreement']
const attributes: Attribute[] = [
  { id: 'text', name: 'Text', help: '', type: 'text', labels: both, stage: 'now' },
  { id: 'count', name: 'Count', help: '', type: 'number', labels: both, stage: 'if_stated' },
  { id: 'firm', name: 'Firm', help: '', type: 'scale', labels: ['pledge'], stage: 'before_done', values: [{ id: 'z', name: 'Firm' }, { id: 'a', name: 'Vague' }] },
  { id: 'follows', name: 'Follows', help: '', type: 'link', labels: both, stage: 'if_stated', relation: 'follows' },
  { id: 'rest', name: 'Rest', help: '', type: 'text', labels: both, stage: 'if_stated' },
]

/** Three kinds of attributes, and one that pledges alone have. */
export const codebook: Codebook = { ...pledgesAndAgreements, attributes }

export const decided = (value: string | number): Value => ({ state: 'decided', value })

/** A row of an article `a`; `id` counts its place. */
export function aRow(id: string, attributes: Record<string, Value> = {}, more: Partial<Annotation> = {}): GridRow {
  const at = '2031-03-04T00:00:00.000Z'
  const annotation: Annotation = {
    id, label: 'pledge', fragments: [{ start: 0, end: 3, quote: `q ${id}` }], prefix: '', suffix: '', attributes, created: at, modified: at, ...more,
  }
  const wanted = missing(codebook, annotation, []).map((attribute) => attribute.id)
  return { key: `a ${id}`, article: 'a', title: 'Article', annotation, relations: [], siblings: [annotation], missing: new Set(wanted) }
}

export const cell: CellReader = (row, column) => cellOf(codebook, row, column, words)
