/** A piece of text on a page, as PDF.js gives it. Points, from the lower left corner. */
export interface PdfPiece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Of its letters. */
  readonly height: number
  readonly rightToLeft: boolean
  readonly endsLine: boolean
}

export interface PdfLine {
  readonly text: string
  /** Where it begins and ends in the direction of reading: negative numbers where that is to the left. */
  readonly from: number
  readonly to: number
  readonly y: number
  readonly height: number
}

/** The lines of a page, in the order in which the page draws them, which is that of reading but for careless programs. */
export function linesOf(pieces: readonly PdfPiece[]): PdfLine[] {
  const lines: PdfLine[] = []
  let open: PdfPiece[] = []
  const close = (): void => {
    const line = lineOf(open)
    if (line) lines.push(line)
    open = []
  }
  for (const piece of pieces) {
    const last = open.at(-1)
    if (last && piece.text.trim() !== '' && last.height > 0 && Math.abs(last.y - piece.y) > Math.max(last.height, piece.height) * 0.6) close()
    open.push(piece)
    if (piece.endsLine) close()
  }
  close()
  return lines
}

function lineOf(pieces: readonly PdfPiece[]): PdfLine | null {
  const words = pieces.filter(({ text }) => text.trim() !== '')
  const [first] = words
  if (!first) return null
  const left = Math.min(...words.slice(0, 2000).map(({ x }) => x))
  const right = Math.max(...words.slice(0, 2000).map(({ x, width }) => x + width))
  const mirrored = words.filter(({ rightToLeft }) => rightToLeft).length * 2 > words.length
  return {
    text: pieces.map(({ text }) => text).join('').replace(/\s+/gu, blankOf).trim(),
    from: mirrored ? -right : left,
    to: mirrored ? -left : right,
    y: first.y,
    height: Math.max(...words.slice(0, 2000).map(({ height }) => height)),
  }
}

/** A no-break space is kept where nothing but it stands. */
function blankOf(blanks: string): string {
  return blanks === '\u00a0' ? blanks : ' '
}
