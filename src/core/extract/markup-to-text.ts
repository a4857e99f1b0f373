import type { RemarkCounter, RemarkKind } from './extracted.ts'
import { ListMarks } from './list-marks.ts'
import { descendants, markupText, type Markup } from './markup.ts'
import { TextWriter } from './text-writer.ts'

/** Elements that stand apart by an empty line, and those that stand on lines of their own. */
const APART = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'blockquote', 'pre', 'table', 'figure', 'hr', 'section', 'article', 'header', 'footer', 'main', 'aside', 'fieldset'])
const OWN_LINE = new Set(['address', 'body', 'caption', 'center', 'dd', 'details', 'dialog', 'dir', 'div', 'dt', 'figcaption', 'form', 'hgroup', 'html', 'legend', 'li', 'menu', 'nav', 'optgroup', 'option', 'summary', 'tbody', 'tfoot', 'thead', 'tr'])

/** What no reader of the page reads, or no text can hold. */
const LEFT_OUT: ReadonlyMap<string, RemarkKind | null> = new Map([
  ...['head', 'title', 'script', 'style', 'noscript', 'template', 'button', 'input', 'select', 'textarea', 'datalist', 'rp', 'annotation', 'annotation-xml', 'map', 'frameset', 'noframes', 'progress', 'meter'].map((name) => [name, null] as const),
  ...['iframe', 'object', 'embed', 'video', 'audio', 'applet'].map((name) => [name, 'objects'] as const),
  ...['svg', 'canvas'].map((name) => [name, 'pictures'] as const),
  ['rt', 'readings'],
])

interface Frame {
  readonly element: Markup
  next: number
  /** Of a list that is open. */
  readonly marks: ListMarks | null
  /** A row of a data table: how many cells it had. */
  cells: number
  readonly dataTable: boolean
}

export interface TextOptions {
  /** Decides about elements on top of what is never text. */
  readonly leaveOut?: (element: Markup) => boolean
  /** Blanks and tabs stand as they are, as a word processor has them, outside of tables. */
  readonly asWritten?: boolean
}

/**
 * The text of a document as a reader sees it, in the document's order: paragraphs apart by an empty line, items with their bullets or numbers,
 * a row of a table on a line with tabs between its cells.
 */
export function markupToText(root: Markup, remarks: RemarkCounter, { leaveOut = () => false, asWritten = false }: TextOptions = {}): string {
  const writer = new TextWriter()
  const open: Frame[] = []
  let pre = asWritten ? 1 : 0

  const enter = (element: Markup): void => {
    const { name } = element
    if (LEFT_OUT.has(name) || isHidden(element) || leaveOut(element)) {
      const what = LEFT_OUT.get(name)
      if (what) remarks.add(what)
      return
    }
    if (name === 'br') return writer.lineBreak()
    if (name === 'img' || name === 'image') return isSpacer(element) ? undefined : remarks.add('pictures')
    if (name === 'math') remarks.add('formulas')
    const outer = open.at(-1)
    const inDataTable = outer?.dataTable === true
    const isCell = inDataTable && (name === 'td' || name === 'th')
    const dataTable = name === 'table' ? isDataTable(element) : inDataTable && !isCell
    if (name === 'table' && dataTable) remarks.add('tables')
    if (isCell && outer) {
      if (outer.cells > 0) writer.tab()
      outer.cells += 1
      writer.cell(true)
    }
    startOf(element, writer, outer?.element.name === 'li')
    if (name === 'li') writer.item(listOf(open)?.next(element) ?? '')
    if (name === 'pre') pre += 1
    open.push({ element, next: 0, marks: name === 'ul' || name === 'ol' ? new ListMarks(element) : null, cells: 0, dataTable })
  }

  const leave = ({ element: { name }, dataTable }: Frame): void => {
    if (name === 'pre') pre -= 1
    if (name === 'li') writer.item('')
    if ((name === 'td' || name === 'th') && open.at(-1)?.dataTable && !dataTable) writer.cell(false)
    endOf(name, writer, open.at(-1)?.element.name === 'li')
  }

  enter(root)
  for (let frame = open.at(-1); frame; frame = open.at(-1)) {
    const child = frame.element.children[frame.next]
    frame.next += 1
    if (child === undefined) {
      open.pop()
      leave(frame)
    } else if (typeof child !== 'string') enter(child)
    else if (pre > 0) writer.preformatted(child)
    else writer.text(child)
  }
  return writer.toString()
}

/** A list in an item goes on below it. */
function startOf({ name }: Markup, writer: TextWriter, inItem: boolean): void {
  if (APART.has(name)) writer.block(inItem && (name === 'ul' || name === 'ol') ? 1 : 2)
  else if (OWN_LINE.has(name)) writer.block(1)
  if (name === 'q') writer.text('“')
}

function endOf(name: string, writer: TextWriter, inItem: boolean): void {
  if (name === 'q') writer.text('”')
  if (APART.has(name)) writer.block(inItem && (name === 'ul' || name === 'ol') ? 1 : 2)
  else if (OWN_LINE.has(name)) writer.block(1)
}

function listOf(open: readonly Frame[]): ListMarks | null {
  return open.at(-1)?.marks ?? null
}

function isHidden({ name, attributes }: Markup): boolean {
  if (attributes.has('hidden') || (name === 'dialog' && !attributes.has('open'))) return true
  const style = attributes.get('style')
  return style !== undefined && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style.slice(0, 2000))
}

/** Pictures of a dot are how pages were once laid out, and how readers are counted. */
function isSpacer({ attributes }: Markup): boolean {
  return ['width', 'height'].some((side) => /^[01](px)?$/.test(attributes.get(side) ?? ''))
}

const LONGEST_CELL = 1000

/** Rows and columns of short cells; any other table only lays out the page, and is read like paragraphs. */
function isDataTable(table: Markup): boolean {
  let columns = false
  for (const element of descendants(table)) {
    if (element.name === 'table' || /^h[1-6]$/.test(element.name)) return false
    if (element.name === 'tr') columns ||= element.children.filter((child) => typeof child !== 'string').length > 1
    else if ((element.name === 'td' || element.name === 'th') && markupText(element, LONGEST_CELL + 1).length > LONGEST_CELL) return false
  }
  return columns
}
