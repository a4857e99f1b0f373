export interface Token {
  readonly text: string
  /** UTF-16. */
  readonly start: number
  readonly end: number
  /** A blank follows that belongs to no token. */
  readonly ws: boolean
}

/** Words, signs and runs of blanks, cut besides at every border of a span, so that spans fit tokens. One blank after a token is its own. */
export function tokensOf(text: string, borders: ReadonlySet<number>): Token[] {
  const tokens: Token[] = []
  for (const { 0: piece, index: at } of text.matchAll(/[\p{L}\p{N}\p{M}_]+| |[^\S ]+|[^\s\p{L}\p{N}\p{M}_]/gu)) {
    let start = at
    for (let cut = at + 1; cut <= at + piece.length; cut += 1) {
      if (cut < at + piece.length && !borders.has(cut)) continue
      tokens.push({ text: text.slice(start, cut), start, end: cut, ws: false })
      start = cut
    }
  }
  const joined: Token[] = []
  for (const token of tokens) {
    const last = joined.at(-1)
    const isOwn = token.text === ' ' && last && !last.ws && !/^\s/.test(last.text)
    if (isOwn) joined.splice(-1, 1, { ...last, ws: true })
    else joined.push(token)
  }
  return joined
}

/** Numbers of the first and the last token of a place. */
export function tokensAt(tokens: readonly Token[], start: number, end: number): { readonly first: number; readonly last: number } {
  const first = tokens.findIndex((token) => token.end > start)
  const last = tokens.findLastIndex((token) => token.start < end)
  return { first: Math.max(0, first), last: Math.max(0, first, last) }
}
