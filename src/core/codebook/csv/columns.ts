/** The columns of a codebook as a table, in this order; each kind of row uses some of them. */
export const columns = [
  'kind', 'id', 'of', 'name', 'text', 'note', 'key', 'colour', 'underline', 'marks', 'offered', 'retired', 'type', 'asked', 'labels',
  'required_when', 'required_values', 'default', 'default_value', 'default_counts', 'default_unless', 'default_unless_values',
  'most', 'units', 'least', 'greatest', 'relation', 'from', 'to', 'code', 'sector', 'aliases', 'source', 'parent', 'change', 'extra',
] as const
export type Column = (typeof columns)[number]

export const rowKinds = [
  'codebook', 'label', 'include', 'exclude', 'example', 'counter_example', 'attribute', 'value', 'relation', 'sector', 'entity',
  'rule', 'worked_example', 'merge',
] as const
export type RowKind = (typeof rowKinds)[number]

export type Cells = { readonly [C in Column]?: string }

/** What would be read as something else stands as JSON after this. */
const JSON_MARK = 'json:'

export function jsonCell(value: unknown): string {
  return JSON_MARK + JSON.stringify(value)
}

/** Text that may be missing: an empty cell is none, so an empty text is written out. */
export function textCell(text: string | undefined): string {
  if (text === undefined) return ''
  return text === '' || text.startsWith(JSON_MARK) ? jsonCell(text) : text
}

/** Text that is always there: an empty cell is an empty one. */
export function plainTextCell(text: string): string {
  return text.startsWith(JSON_MARK) ? jsonCell(text) : text
}

/** A list as a person writes it, with semicolons, where no item says otherwise. */
export function listCell(items: readonly string[] | undefined, optional = false): string {
  if (items === undefined) return ''
  if (items.length === 0) return optional ? jsonCell(items) : ''
  const plain = items.every((item) => item !== '' && item.trim() === item && !item.includes(';')) && !items[0]?.startsWith(JSON_MARK)
  return plain ? items.join('; ') : jsonCell(items)
}

export function flagCell(flag: boolean | undefined): string {
  return flag === undefined ? '' : flag ? 'yes' : 'no'
}

/** What stands after the mark; undefined where the cell has none. Throws where it is not JSON. */
export function jsonOf(cell: string): { readonly value: unknown } | undefined {
  return cell.startsWith(JSON_MARK) ? { value: JSON.parse(cell.slice(JSON_MARK.length)) as unknown } : undefined
}
