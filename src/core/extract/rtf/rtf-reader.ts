import { decodeAnyhow } from '../decode-bytes.ts'
import type { RemarkCounter, RemarkKind } from '../extracted.ts'
import { encodingOfCharset, encodingOfPage } from './code-pages.ts'
import type { RtfToken } from './tokens.ts'

/** Where text goes: into the document, a note at its end, its title, the names of fonts, or nowhere. */
type Place = 'text' | 'note' | 'title' | 'fonts' | 'nowhere'

interface Group {
  place: Place
  /** Encoding of the font; null: the document's. */
  encoding: string | null
  /** So many bytes stand in for a `\u` character. */
  fallback: number
  hidden: boolean
  /** In a table's row. */
  inTable: boolean
  /** Just opened: a `\*` or a destination may follow. */
  fresh: boolean
}

/** Groups whose words are not the document's. With what is reported. */
const NOWHERE: ReadonlyMap<string, RemarkKind | null> = new Map([
  ...['colortbl', 'stylesheet', 'listtable', 'listoverridetable', 'revtbl', 'rsidtbl', 'generator', 'info', 'fldinst', 'xe', 'tc', 'tcn', 'rxe', 'txe', 'bkmkstart', 'bkmkend', 'themedata', 'colorschememapping', 'datastore', 'latentstyles', 'filetbl', 'pnseclvl', 'template', 'passwordhash', 'userprops', 'xmlnstbl', 'mmathPr', 'ftnsep', 'ftnsepc', 'ftncn', 'aftnsep', 'aftnsepc', 'aftncn', 'background', 'nonshppict', 'objdata', 'objclass', 'objname', 'sp', 'falt', 'panose', 'shprslt'].map((word) => [word, null] as const),
  ...['header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf'].map((word) => [word, 'running'] as const),
  ['pict', 'pictures'],
  ['annotation', 'comments'],
  ['atnid', null], ['atnauthor', null], ['atnref', null], ['atndate', null], ['atrfstart', null], ['atrfend', null],
])

/** Destinations marked with `\*` that hold words of the document all the same. */
const KEPT = new Set(['shptxt', 'shpinst', 'shppict', 'pntext'])

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['par', '\n\n'], ['sect', '\n\n'], ['page', '\n\n'], ['line', '\n'], ['column', '\n\n'], ['tab', '\t'], ['emspace', '\u2003'], ['enspace', '\u2002'], ['qmspace', '\u2005'],
  ['emdash', '—'], ['endash', '–'], ['bullet', '•'], ['lquote', '‘'], ['rquote', '’'], ['ldblquote', '“'], ['rdblquote', '”'], ['~', '\u00a0'], ['_', '\u2011'], ['-', '\u00ad'],
  ['ltrmark', '\u200e'], ['rtlmark', '\u200f'], ['zwj', '\u200d'], ['zwnj', '\u200c'], ['zwbo', '\u200b'], ['zwnbo', '\u2060'],
])

const DEEPEST = 1000
/** Longer runs of text are decoded in parts, at a blank. */
const LONGEST_RUN = 65_536

/** Takes the tokens of a document one by one and keeps its words. */
export class RtfReader {
  private readonly text: string[] = []
  private readonly notes: string[] = []
  private readonly title: string[] = []
  private readonly groups: Group[] = [{ place: 'text', encoding: null, fallback: 1, hidden: false, inTable: false, fresh: false }]
  private readonly fonts = new Map<number, string | null>()
  /** The font of the table that is being described. */
  private font = 0
  private pageEncoding = 'windows-1252'
  private bytes: number[] = []
  /** Bytes and signs that stand in for a character that is there already. */
  private skip = 0
  private starred = false
  private notesBegun = 0
  private tableBegun = false

  private readonly remarks: RemarkCounter

  constructor(remarks: RemarkCounter) {
    this.remarks = remarks
  }

  /** Why the document cannot be read, or null. */
  take(token: RtfToken): string | null {
    if (token.kind === 'byte') {
      this.group.fresh = false
      this.starred = false
      if (this.skip > 0) this.skip -= 1
      else this.bytes.push(token.byte)
      if (token.byte === 0x20 && this.bytes.length > LONGEST_RUN) this.flush()
      return null
    }
    this.flush()
    if (token.kind === 'open') {
      if (this.groups.length > DEEPEST) return `its groups are nested more than ${DEEPEST} deep.`
      this.skip = 0
      this.groups.push({ ...this.group, fresh: true })
    } else if (token.kind === 'close') this.close()
    else this.word(token.word, token.number)
    return null
  }

  finish(): { readonly text: string; readonly title: string } {
    this.flush()
    const notes = this.notes.join('').replace(/\n{2,}/g, '\n').trim()
    return { text: this.text.join('') + (notes === '' ? '' : `\n\n${notes}`), title: this.title.join('') }
  }

  private get group(): Group {
    return this.groups.at(-1) ?? { place: 'nowhere', encoding: null, fallback: 1, hidden: false, inTable: false, fresh: false }
  }

  private close(): void {
    this.skip = 0
    this.starred = false
    // What is beyond the last bracket belongs to nothing.
    if (this.groups.length > 1) this.groups.pop()
  }

  private word(word: string, number: number | null): void {
    const { group } = this
    const destination = group.fresh
    if (word === '*') {
      this.starred = true
      return
    }
    const starred = this.starred
    this.starred = false
    group.fresh = false
    if (destination && this.opens(word, starred)) return
    if (word === 'u' && number !== null) return this.unicode(number)
    if (this.skip > 0 && SIGNS.has(word)) {
      this.skip -= 1
      return
    }
    const sign = SIGNS.get(word)
    if (sign !== undefined) return this.sign(word, sign)
    this.setting(word, number)
  }

  /** Whether the word says where the group's text goes. */
  private opens(word: string, starred: boolean): boolean {
    const { group } = this
    if (word === 'fonttbl') group.place = 'fonts'
    else if (word === 'title' && group.place === 'nowhere') group.place = 'title'
    else if (word === 'footnote') this.note(group)
    else if (NOWHERE.has(word)) {
      const what = NOWHERE.get(word)
      if (what && group.place !== 'nowhere') this.remarks.add(what)
      group.place = 'nowhere'
    } else if (starred && !KEPT.has(word)) group.place = 'nowhere'
    else return false
    return true
  }

  private note(group: Group): void {
    if (group.place !== 'text') {
      group.place = 'nowhere'
      return
    }
    this.notesBegun += 1
    this.remarks.add('footnotes')
    this.text.push(`[${this.notesBegun}]`)
    this.notes.push(`\n[${this.notesBegun}] `)
    group.place = 'note'
  }

  private sign(word: string, sign: string): void {
    if (word === 'par' && this.group.inTable) return this.put(' ')
    if (word === 'par') this.tableBegun = false
    this.put(sign)
  }

  private setting(word: string, number: number | null): void {
    const { group } = this
    if (word === 'uc') group.fallback = Math.min(Math.max(0, number ?? 1), 16)
    else if (word === 'f') {
      this.font = number ?? 0
      if (group.place !== 'fonts') group.encoding = this.fonts.get(this.font) ?? null
    } else if (word === 'fcharset' && group.place === 'fonts') this.fonts.set(this.font, encodingOfCharset(number ?? 0))
    else if (word === 'cpg' && group.place === 'fonts') this.fonts.set(this.font, encodingOfPage(number ?? 1252))
    else if (word === 'plain') {
      group.hidden = false
      group.encoding = null
    } else if (word === 'v' || word === 'deleted') {
      if (number !== 0 && !group.hidden && group.place === 'text') this.remarks.add('hidden')
      group.hidden = number !== 0
    } else if (word === 'mac') this.pageEncoding = 'macintosh'
    else if (word === 'ansicpg') this.pageEncoding = encodingOfPage(number ?? 1252)
    else if (word === 'intbl') group.inTable = true
    else if (word === 'pard') group.inTable = false
    else if (word === 'cell' || word === 'nestcell') this.put('\t')
    else if (word === 'row' || word === 'nestrow') this.put('\n')
    else if (word === 'trowd' && group.place === 'text') this.tableRow()
    else if (word === 'object' && group.place === 'text') this.remarks.add('objects')
  }

  /** Rows that follow one another are one table. */
  private tableRow(): void {
    if (!this.tableBegun) this.remarks.add('tables')
    this.tableBegun = true
  }

  private unicode(number: number): void {
    this.skip = this.group.fallback
    // Written as a signed number of 16 bits; larger ones are a character by themselves.
    const code = number < 0 ? number + 0x10000 : number
    if (code >= 0 && code <= 0x10ffff) this.put(code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code))
  }

  private flush(): void {
    if (this.bytes.length === 0) return
    const encoding = this.group.encoding ?? this.pageEncoding
    const decoded = decodeAnyhow(Uint8Array.from(this.bytes), encoding)
    this.bytes = []
    this.put(decoded)
  }

  private put(text: string): void {
    const { place, hidden } = this.group
    if (hidden) return
    if (place === 'text') this.text.push(text)
    else if (place === 'note') this.notes.push(text)
    else if (place === 'title') this.title.push(text)
  }
}
