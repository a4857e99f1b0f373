/** Words and what lies between them, as they come; Chinese and Japanese characters each by themselves. */
const PIECES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\p{M}*|[\p{L}\p{N}\p{M}]+|\p{White_Space}+|[^\p{L}\p{N}\p{M}\p{White_Space}]+/gu
/** A longer text is compared as a whole: the time is that of all pairs of words. */
const LONGEST = 2000

/** A text in pieces, those marked that are not, in this order, in every one of the others. Joined, they are the text again. */
export function differingWords(text: string, others: readonly string[]): { text: string; differs: boolean }[] {
  const mine = piecesOf(text)
  const shared = others.map((other) => commonOf(mine, piecesOf(other)))
  const joined: { text: string; differs: boolean }[] = []
  for (const [index, piece] of mine.entries()) {
    const differs = shared.some((common) => !common.has(index))
    const last = joined.at(-1)
    if (last && last.differs === differs) last.text += piece
    else joined.push({ text: piece, differs })
  }
  return joined
}

function piecesOf(text: string): string[] {
  return text.match(PIECES) ?? []
}

/** Indices of the first that are in a longest common subsequence of both. */
function commonOf(a: readonly string[], b: readonly string[]): ReadonlySet<number> {
  if (a.length > LONGEST || b.length > LONGEST) return new Set()
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const common = new Set<number>()
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      common.add(i)
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return common
}
