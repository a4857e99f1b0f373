import { lowerBound } from '../tokens.ts'
import { escapeText, escapeValue, type Column, type Layer } from './syntax.ts'

export interface BaseRow {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly token: string
}

export interface BaseSentence {
  /** As the imported file has them; null: `#Text=` is made from the text. */
  readonly comments: readonly string[] | null
  readonly rows: readonly BaseRow[]
}

export interface OutLayer {
  readonly kind: Layer['kind']
  readonly type: string
  readonly columns: Column[]
}

/** An annotation on its way into rows. */
export interface Mark {
  readonly type: string
  /** A token that is there for a relation only: it has no column. */
  readonly isToken: boolean
  readonly start: number
  readonly end: number
  readonly values: ReadonlyMap<string, string>
  readonly ref: number | null
  readonly link: { readonly chain: number; readonly element: number; readonly rel: string | null } | null
  readonly slots: { readonly field: string; readonly target: Mark; readonly role: string | null }[]
}

export interface OutRelation {
  readonly type: string
  readonly from: Mark
  readonly to: Mark
  readonly features: ReadonlyMap<string, string>
}

export function encode(version: string, text: string, base: readonly BaseSentence[], layers: ReadonlyMap<string, OutLayer>, marks: readonly Mark[], relations: readonly OutRelation[]): string {
  const rowsOf = new Map<Mark, string[]>()
  const { sentences, rows } = withSubTokens(text, base, marks, rowsOf)
  const refs = refsFor(layers, marks, relations, rowsOf)
  const at = new Map<string, Mark[]>()
  for (const mark of marks) for (const id of mark.isToken ? [] : (rowsOf.get(mark) ?? [])) at.set(`${id} ${mark.type}`, [...(at.get(`${id} ${mark.type}`) ?? []), mark])
  const joins = new Map<string, OutRelation[]>()
  for (const relation of relations) {
    const key = `${rowsOf.get(relation.to)?.[0] ?? ''} ${relation.type}`
    joins.set(key, [...(joins.get(key) ?? []), relation])
  }
  const first = (mark: Mark) => rowsOf.get(mark)?.[0] ?? ''
  const written = [...layers.values()].map((layer) => ({ ...layer, columns: layer.columns.length === 0 ? [{ kind: 'none' as const }] : layer.columns }))
  const cellsOf = (id: string): string[] =>
    written.flatMap((layer) => {
      if (layer.kind === 'RL') {
        const here = joins.get(`${id} ${layer.type}`) ?? []
        return layer.columns.map((column) => (here.length === 0 ? '_' : here.map((relation) => relationCell(column, relation, first(relation.from), refs)).join('|')))
      }
      const here = at.get(`${id} ${layer.type}`) ?? []
      return layer.columns.map((column, index) => (here.length === 0 ? '_' : here.map((mark) => spanCell(column, index, layer, mark, refs, first)).join('|')))
    })
  const lines = [`#FORMAT=WebAnno TSV ${version}`, ...written.map(headerOf), '']
  for (const { comments, rows: own } of sentences) {
    lines.push('', ...(comments ?? textLines(text.slice(own[0]?.start ?? 0, Math.max(...own.map(({ end }) => end))))))
    for (const row of rows.get(own) ?? own) lines.push(`${[row.id, `${row.start}-${row.end}`, row.token, ...cellsOf(row.id)].join('\t')}\t`)
  }
  return `${lines.join('\n')}\n`
}

function textLines(text: string): string[] {
  return text.split('\n').map((line) => `#Text=${escapeText(line)}`)
}

function headerOf({ kind, type, columns }: OutLayer): string {
  const fields = columns.map((column) => ({ none: () => '', feature: () => ('name' in column ? column.name : ''), roles: () => ('field' in column ? column.field : ''), targets: () => ('type' in column ? column.type : ''), end: () => ('type' in column ? `BT_${column.type}` : '') })[column.kind]())
  return `#T_${kind}=${[type, ...fields].join('|')}`
}

type Refs = ReadonlyMap<Mark, number>

function suffix(ref: number | undefined): string {
  return ref === undefined ? '' : `[${ref}]`
}

function spanCell(column: Column, index: number, layer: OutLayer, mark: Mark, refs: Refs, first: (mark: Mark) => string): string {
  const ref = refs.get(mark)
  if (layer.kind === 'CH') {
    const type = mark.values.get('referenceType')
    const { chain, element, rel } = mark.link ?? { chain: 0, element: 0, rel: null }
    return index === 0 ? `${rel === null ? '*' : escapeValue(rel)}->${chain}-${element}` : `${type === undefined ? '*' : escapeValue(type)}[${chain}]`
  }
  if (column.kind === 'roles') {
    const roles = mark.slots.filter(({ field }) => field === column.field).map(({ role }) => (role === null ? '*' : escapeValue(role)))
    return roles.length === 0 ? `*${suffix(ref)}` : `${roles.join(';')}${suffix(ref)}`
  }
  if (column.kind === 'targets') {
    const before = layer.columns[index - 1]
    const targets = mark.slots.filter(({ field }) => before?.kind === 'roles' && field === before.field).map(({ target }) => `${first(target)}${suffix(refs.get(target))}`)
    return targets.length === 0 ? '*' : targets.join(';')
  }
  const value = column.kind === 'feature' ? mark.values.get(column.name) : undefined
  return `${value === undefined ? '*' : escapeValue(value)}${suffix(ref)}`
}

function relationCell(column: Column, { from, to, features }: OutRelation, row: string, refs: Refs): string {
  if (column.kind !== 'end') {
    const value = column.kind === 'feature' ? features.get(column.name) : undefined
    return value === undefined ? '*' : escapeValue(value)
  }
  const [a, b] = [refs.get(from), refs.get(to)]
  return a === undefined && b === undefined ? row : `${row}[${a ?? 0}_${b ?? 0}]`
}

/** Numbers that hold rows together or tell stacked annotations apart; those of the imported file stay. */
function refsFor(layers: ReadonlyMap<string, OutLayer>, marks: readonly Mark[], relations: readonly OutRelation[], rowsOf: ReadonlyMap<Mark, readonly string[]>): Refs {
  const counts = new Map<string, number>()
  for (const mark of marks) for (const id of rowsOf.get(mark) ?? []) counts.set(`${id} ${mark.type}`, (counts.get(`${id} ${mark.type}`) ?? 0) + 1)
  const mixed = new Set(relations.filter(({ type }) => layers.get(type)?.columns.some((column) => column.kind === 'end' && column.type === 'uima.tcas.Annotation')).flatMap(({ from, to }) => [from, to]))
  const refs = new Map<Mark, number>()
  const taken = new Set<number>()
  const spans = marks.filter(({ isToken, link }) => !isToken && !link)
  for (const mark of spans) {
    if (mark.ref === null || taken.has(mark.ref)) continue
    taken.add(mark.ref)
    refs.set(mark, mark.ref)
  }
  let next = 1
  for (const mark of spans) {
    const rows = rowsOf.get(mark) ?? []
    if (refs.has(mark) || (rows.length < 2 && !mixed.has(mark) && rows.every((id) => counts.get(`${id} ${mark.type}`) === 1))) continue
    while (taken.has(next)) next += 1
    taken.add(next)
    refs.set(mark, next)
  }
  return refs
}

/** Finds the rows of each annotation, and makes rows below a token where one begins or ends inside of it. */
function withSubTokens(text: string, base: readonly BaseSentence[], marks: readonly Mark[], rowsOf: Map<Mark, string[]>): { sentences: readonly BaseSentence[]; rows: Map<readonly BaseRow[], BaseRow[]> } {
  const tokens = base.flatMap(({ rows }) => rows.filter(({ id }) => !id.includes('.')))
  const below = new Map<string, BaseRow[]>()
  for (const row of base.flatMap(({ rows }) => rows)) if (row.id.includes('.')) below.set(row.id.slice(0, row.id.indexOf('.')), [...(below.get(row.id.slice(0, row.id.indexOf('.'))) ?? []), row])
  for (const mark of marks) {
    const ids: string[] = []
    const from = lowerBound(tokens, (token) => token.end >= mark.start && (mark.start === mark.end || token.end > mark.start))
    for (let index = from; index < tokens.length; index += 1) {
      const token = tokens[index]
      if (!token || (token.start >= mark.end && (mark.start < mark.end || token.start > mark.start)) ) break
      const [start, end] = [Math.max(token.start, mark.start), Math.min(token.end, mark.end)]
      if (start === token.start && end === token.end) ids.push(token.id)
      else {
        const known = below.get(token.id) ?? []
        const row = known.find((one) => one.start === start && one.end === end) ?? { id: `${token.id}.${known.length + 1}`, start, end, token: text.slice(start, end) }
        if (!known.includes(row)) below.set(token.id, [...known, row])
        ids.push(row.id)
      }
      if (mark.start === mark.end) break
    }
    rowsOf.set(mark, ids)
  }
  const rows = new Map(base.map((sentence) => [sentence.rows, sentence.rows.filter(({ id }) => !id.includes('.')).flatMap((token) => [token, ...(below.get(token.id) ?? [])])]))
  return { sentences: base.filter((sentence) => sentence.rows.length > 0), rows }
}
