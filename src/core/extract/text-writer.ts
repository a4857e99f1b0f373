/** Puts text together as a browser shows it: blanks run together, blocks stand on lines of their own. */
export class TextWriter {
  private readonly pieces: string[] = []
  /** Line ends that stand before whatever comes next. */
  private breaks = 0
  private blank = false
  private lineEmpty = true
  /** Bullet or number of the item that is about to begin. */
  private mark = ''
  /** Inside a table's cell, which is one line. */
  private flat = 0

  /** Text in which blanks and line ends mean one blank. A no-break space is a character. */
  text(written: string): void {
    const words = /[\t\n\r\f]| {2}/.test(written) ? written.replace(/[ \t\n\r\f]+/g, ' ') : written
    if (words.startsWith(' ')) this.blank = true
    const bare = words.slice(words.startsWith(' ') ? 1 : 0, words.length > 1 && words.endsWith(' ') ? -1 : undefined)
    if (bare !== '') {
      this.settle()
      this.pieces.push(bare)
      this.lineEmpty = false
      this.blank = false
    }
    if (words.endsWith(' ')) this.blank = true
  }

  /** Text whose blanks and line ends stand as they are. */
  preformatted(written: string): void {
    if (this.flat > 0) return this.text(written)
    if (written === '') return
    this.settle()
    this.pieces.push(written)
    this.lineEmpty = written.endsWith('\n')
  }

  lineBreak(): void {
    if (this.flat > 0) this.blank = true
    else {
      this.settle()
      this.pieces.push('\n')
      this.lineEmpty = true
    }
  }

  /** What follows begins a new line, with an empty one before it where `lines` is 2. */
  block(lines: 1 | 2): void {
    if (this.flat > 0) this.blank = true
    else if (this.pieces.length > 0) {
      this.breaks = Math.max(this.breaks, lines)
      this.blank = false
      this.lineEmpty = true
    }
  }

  item(mark: string): void {
    this.mark = mark
  }

  tab(): void {
    this.blank = false
    this.settle()
    this.pieces.push('\t')
    this.lineEmpty = true
  }

  cell(begins: boolean): void {
    this.flat += begins ? 1 : -1
    this.blank = false
  }

  toString(): string {
    return this.pieces.join('')
  }

  private settle(): void {
    if (this.breaks > 0 && this.pieces.length > 0) this.pieces.push('\n'.repeat(this.breaks))
    if (this.mark !== '') this.pieces.push(this.mark)
    else if (this.blank && !this.lineEmpty) this.pieces.push(' ')
    this.breaks = 0
    this.mark = ''
    this.blank = false
  }
}
