/** A column of a layer, in the order of the header. */
export type Column =
  | { readonly kind: 'none' }
  | { readonly kind: 'feature'; readonly name: string }
  | { readonly kind: 'roles'; readonly feature: string; readonly field: string }
  | { readonly kind: 'targets'; readonly type: string }
  | { readonly kind: 'end'; readonly type: string }

export interface Layer {
  readonly kind: 'SP' | 'CH' | 'RL'
  readonly type: string
  readonly columns: readonly Column[]
}

export interface Row {
  readonly id: string
  readonly begin: number
  readonly end: number
  readonly token: string
  readonly cells: readonly string[]
  /** 1-based. */
  readonly line: number
}

export interface Sentence {
  readonly comments: readonly string[]
  readonly text: string
  readonly rows: readonly Row[]
}

export interface Tsv {
  readonly version: string
  readonly layers: readonly Layer[]
  readonly sentences: readonly Sentence[]
}

export interface Fault {
  readonly line: number
  readonly why: string
}

const ROW = /^(\d{1,9}-\d{1,9}(?:\.\d{1,9})*)\t(\d{1,12})-(\d{1,12})\t(.*)$/s

export function readSyntax(lines: readonly string[]): Tsv | Fault {
  const [, version] = /^#FORMAT=WebAnno TSV (3\.\d+)\s*$/.exec(lines[0] ?? '') ?? []
  if (version === undefined) return { line: 1, why: 'the first line is not #FORMAT=WebAnno TSV 3.x; older versions are not read' }
  const layers: Layer[] = []
  const sentences: { comments: string[]; texts: string[]; rows: Row[] }[] = []
  const ids = new Set<string>()
  let inBody = false
  let open: (typeof sentences)[number] | null = null
  let width = 0
  for (const [index, line] of lines.entries()) {
    const number = index + 1
    if (number === 1) continue
    if (line === '') {
      if (open && open.rows.length > 0) open = null
      continue
    }
    const [, kind, header] = (inBody ? null : /^#T_(SP|CH|RL)=(.*)$/s.exec(line)) ?? []
    if (kind !== undefined && header !== undefined) {
      const layer = readLayer(kind, header)
      if (typeof layer === 'string') return { line: number, why: layer }
      layers.push(layer)
      width += layer.columns.length
      continue
    }
    inBody = true
    if (!open || (line.startsWith('#') && open.rows.length > 0)) {
      open = { comments: [], texts: [], rows: [] }
      sentences.push(open)
    }
    if (line.startsWith('#')) {
      open.comments.push(line)
      if (line.startsWith('#Text=')) open.texts.push(unescapeText(line.slice('#Text='.length)))
      continue
    }
    const row = readRow(line, number, width)
    if (typeof row === 'string') return { line: number, why: row }
    if (ids.has(row.id)) return { line: number, why: `another row has the number ${row.id}` }
    ids.add(row.id)
    open.rows.push(row)
  }
  return { version, layers, sentences: sentences.map(({ comments, texts, rows }) => ({ comments, text: texts.join('\n'), rows })) }
}

function readLayer(kind: string, header: string): Layer | string {
  const [type = '', ...fields] = header.split('|')
  if (type === '') return 'a layer has no name'
  const columns: Column[] = []
  for (let at = 0; at < fields.length; at += 1) {
    const field = fields[at] ?? ''
    const role = /^ROLE_[^:]*:(.+)_[^_]+$/.exec(field)
    if (kind === 'RL' && field.startsWith('BT_')) columns.push({ kind: 'end', type: field.slice(3) })
    else if (role) {
      columns.push({ kind: 'roles', feature: role[1] ?? '', field }, { kind: 'targets', type: fields[at + 1] ?? '' })
      at += 1
    } else columns.push(field === '' ? { kind: 'none' } : { kind: 'feature', name: field })
  }
  if (kind === 'RL') return columns.at(-1)?.kind === 'end' ? { kind, type, columns } : `the relation ${type} does not say what it joins (BT_…)`
  if (kind === 'CH') return columns.length === 2 ? { kind, type, columns } : `the chain ${type} has not two columns`
  return { kind: 'SP', type, columns: columns.length === 0 ? [{ kind: 'none' }] : columns }
}

function readRow(line: string, number: number, width: number): Row | string {
  const [, id = '', begin, end, rest = ''] = ROW.exec(line) ?? []
  if (begin === undefined || end === undefined) return 'this is no row: number, place and token are expected, with tabs between'
  const [token = '', ...cells] = rest.split('\t')
  if (cells.length === width + 1 && cells.at(-1) === '') cells.pop()
  else if (cells.length === width && width > 0 && cells.at(-1) === '') cells.pop()
  if (cells.length !== width) return `it has ${cells.length} columns of annotations where the header has ${width}`
  if (Number(end) < Number(begin)) return 'its place ends before it begins'
  return { id, begin: Number(begin), end: Number(end), token, cells, line: number }
}

const NAMED: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }

export function unescapeText(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (whole, hex: string | undefined, sign: string | undefined) => (hex === undefined ? (NAMED[sign ?? ''] ?? sign ?? whole) : String.fromCharCode(Number.parseInt(hex, 16))))
}

/** One line of a sentence. */
export function escapeText(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\r', '\\r').replaceAll('\n', '\\n').replaceAll('\b', '\\b').replaceAll('\f', '\\f')
}

export function escapeValue(value: string): string {
  return value.replace(/->|[\\[\]|_;*\t\n\r]/g, (sign) => `\\${{ '\t': 't', '\n': 'n', '\r': 'r' }[sign] ?? sign}`)
}

export function unescapeValue(value: string): string {
  return value.replace(/\\(->|.)/gs, (_whole, sign: string) => ({ n: '\n', t: '\t', r: '\r' })[sign] ?? sign)
}

/** Splits at a sign that is not escaped. */
export function splitCell(cell: string, sign: string): string[] {
  const parts = ['']
  for (let at = 0; at < cell.length; at += 1) {
    const piece = cell[at] === '\\' ? cell.slice(at, at + 2) : (cell[at] ?? '')
    if (piece === sign) parts.push('')
    else parts.push(`${parts.pop() ?? ''}${piece}`)
    if (piece.length === 2) at += 1
  }
  return parts
}

export interface Item {
  /** Null: an annotation without a value. */
  readonly value: string | null
  readonly ref: number | null
  readonly raw: string
}

/** `PERSON[1]`, `*`, `\_`. */
export function readItem(raw: string): Item {
  const [, value = raw, ref] = /^(.*?)(?<!\\)\[(\d{1,9})\]$/s.exec(raw) ?? []
  return { value: value === '*' || value === '' ? null : unescapeValue(value), ref: ref === undefined || ref === '0' ? null : Number(ref), raw: value }
}

/** `webanno.custom.Span` is `Span`, unless another layer is called so. */
export function labelsOf(types: readonly string[]): (type: string) => string {
  const short = (type: string) => type.slice(type.lastIndexOf('.') + 1)
  const counts = new Map<string, number>()
  for (const type of new Set(types)) counts.set(short(type), (counts.get(short(type)) ?? 0) + 1)
  return (type) => ((counts.get(short(type)) ?? 0) > 1 || short(type) === '' ? type : short(type))
}
