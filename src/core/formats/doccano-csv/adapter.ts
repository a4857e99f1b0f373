import { ok, type Result } from '../../result.ts'
import { optionOf, refusal, type Adapter, type AdapterOption, type FormatFile, type Parsed, type Refused, type Serialized, type SerializeOptions, type SourceFile } from '../adapter.ts'
import { exampleOf, loseAll, loseScheme } from '../common-losses.ts'
import { readRows, writeRow } from '../csv-cells.ts'
import { extraOf, NO_SCHEME, withExtra, type Interchange, type InterchangeDocument, type ParsedDocument } from '../interchange.ts'
import { isStrings } from '../json-lines.ts'
import { createLosses, type Losses } from '../losses.ts'
import { mergeSets } from '../merge.ts'
import { stemOf } from '../paths.ts'
import { headOf, readText } from '../source-text.ts'

const OPTIONS: readonly AdapterOption[] = [
  { name: 'separator', values: ['#', ';', '|'], default: '#', for: 'both', help: 'what stands between several labels of one text' },
]

/** doccano’s CSV: a text and its labels as a whole, as doccano has it for classification and sequence to sequence. */
export const doccanoCsv: Adapter = {
  name: 'doccano-csv',
  title: 'doccano CSV',
  options: OPTIONS,
  detect: (file) => {
    const columns = headerOf(headOf(file, 4096))
    if (!columns.includes('text') || !columns.includes('label')) return 0
    return columns.some((name) => /^(start|end)/.test(name)) ? 0 : 2
  },
  parse,
  serialize,
}

function headerOf(text: string): string[] {
  const rows = readRows(text.split(/\r?\n/, 1)[0] ?? '', '')
  return rows.ok ? (rows.value[0]?.cells ?? []) : []
}

function parse(files: readonly SourceFile[], { own }: { readonly own?: Readonly<Record<string, string>> }): Result<Parsed> {
  const [file] = files
  if (!file) return refusal('', null, 'there is no file.')
  const source = readText(file)
  if (!source.ok) return source
  const rows = readRows(source.value.raw, file.path)
  if (!rows.ok) return rows
  const [header, ...body] = rows.value
  const columns = header?.cells ?? []
  const [textAt, labelAt] = [columns.indexOf('text'), columns.indexOf('label')]
  if (textAt === -1 || labelAt === -1) return refusal(file.path, 1, 'the first row does not name the columns text and label.')
  const separator = optionOf(OPTIONS, own, 'separator')
  const refused: Refused[] = []
  const documents: ParsedDocument[] = []
  for (const { line, cells } of body) {
    const drop = (why: string) => refused.push({ file: file.path, line, what: 'the row', why })
    const text = cells[textAt] ?? ''
    if (cells.length !== columns.length) drop(`it has ${cells.length} cells, the header has ${columns.length}`)
    else if (text === '') drop('its text is empty')
    else documents.push(documentOf(columns, cells, { textAt, labelAt, separator }, `${stemOf(file.path)}/${documents.length + 1}`))
  }
  return ok({ documents: mergeSets(documents), scheme: NO_SCHEME, refused, counting: null, remarks: [] })
}

interface Places {
  readonly textAt: number
  readonly labelAt: number
  readonly separator: string
}

function documentOf(columns: readonly string[], cells: readonly string[], { textAt, labelAt, separator }: Places, name: string): ParsedDocument {
  const labels = (cells[labelAt] ?? '').split(separator).filter((label) => label !== '')
  const metadata = columns.flatMap((column, index): [string, string][] => (index === textAt || index === labelAt || column === 'document' ? [] : [[column, cells[index] ?? '']]))
  const given = cells[columns.indexOf('document')] ?? ''
  return {
    name: given === '' ? name : given,
    text: (cells[textAt] ?? '').replace(/\r\n?/g, '\n').replace(/^\ufeff+/, ''),
    metadata: Object.fromEntries(metadata),
    sets: [{ annotator: null, annotations: [], relations: [], ...(labels.length > 0 && { values: { label: { state: 'decided', value: labels } } }) }],
    ...withExtra('doccano-csv', { columns }),
  }
}

function serialize({ scheme, documents }: Interchange, options: SerializeOptions): Serialized {
  const losses = createLosses()
  const separator = optionOf(OPTIONS, options.own, 'separator')
  function* rows(): Generator<string> {
    let columns: string[] | null = null
    for (const document of documents) {
      if (columns === null) {
        const kept = extraOf(document, 'doccano-csv')['columns']
        columns = isStrings(kept) ? kept : ['text', 'label', 'document', ...Object.keys(document.metadata).filter((key) => !['text', 'label', 'document'].includes(key))]
        yield lf(columns)
      }
      for (const set of document.sets.length === 0 ? [{ annotator: null, annotations: [], relations: [] }] : document.sets) {
        const row = rowOf(document, set, columns, separator, losses)
        if (row) yield lf(row)
      }
    }
    if (columns === null) yield lf(['text', 'label'])
  }
  function* files(): Generator<FormatFile> {
    loseScheme(losses, scheme)
    yield { path: `${options.name ?? 'all'}.csv`, content: [...rows()] }
  }
  return { files: files(), losses: losses.list }
}

/** pandas ends rows with LF. */
function lf(cells: readonly string[]): string {
  return `${writeRow(cells).slice(0, -2)}\n`
}

function rowOf(document: InterchangeDocument, set: InterchangeDocument['sets'][number], columns: readonly string[], separator: string, losses: Losses): string[] | null {
  loseAll(losses, { ...document, sets: [set], metadata: {} }, 'doccano-csv', ['annotators', 'statuses', 'set notes', 'relations', 'extra'])
  if (document.text === '') {
    losses.add('documents', 'documents without text, which doccano refuses', document.name)
    return null
  }
  for (const annotation of set.annotations) losses.add('annotations', 'annotations: only that their label occurs in the text', exampleOf(document, annotation))
  const own = set.values?.['label']
  const said = own?.state === 'decided' && isStrings(own.value) ? own.value : null
  const labels = said ?? [...new Set(set.annotations.map(({ label }) => label))]
  for (const key of Object.keys(set.values ?? {})) if (key !== 'label' || said === null) losses.add('values', 'values of whole documents', `${document.name}: ${key}`)
  const split = labels.filter((label) => label.includes(separator))
  losses.add('values', `labels that hold ${separator} themselves`, split[0], split.length)
  const metadata = new Map(Object.entries(document.metadata))
  const cells = columns.map((column) => {
    if (column === 'text') return document.text
    if (column === 'label') return labels.join(separator)
    if (column === 'document') return document.name
    const value = metadata.get(column)
    metadata.delete(column)
    if (value === undefined) return ''
    if (typeof value !== 'string') losses.add('metadata', 'facts that become text', `${document.name}: ${column}`)
    return typeof value === 'string' ? value : JSON.stringify(value)
  })
  for (const key of metadata.keys()) losses.add('metadata', 'facts that the first document does not have, which makes the columns', `${document.name}: ${key}`)
  return cells
}
