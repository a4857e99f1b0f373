/** Without case and marks, so that `cote` finds Côte; positions are not kept. */
export function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
}

export interface Narrowable {
  readonly text: string
  /** Found as well, after what the text itself gives: an id, a code, a definition. */
  readonly also?: string | undefined
}

/**
 * Those that hold every word that was typed: the ones that begin with it first, then those with a word that does, then the
 * rest; in their own order otherwise. Nothing typed gives all of them.
 */
export function narrow<T extends Narrowable>(options: readonly T[], typed: string): readonly T[] {
  const query = folded(typed)
  if (query === '') return options
  const words = query.split(/\s+/)
  const ranked = options.flatMap((option) => {
    const rank = rankOf(folded(option.text), folded(option.also ?? ''), query, words)
    return rank === null ? [] : [{ option, rank }]
  })
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ option }) => option)
}

function rankOf(text: string, also: string, query: string, words: readonly string[]): number | null {
  if (text.startsWith(query)) return 0
  if (words.every((word) => startsAWord(text, word))) return 1
  if (also === query) return 2
  if (words.every((word) => text.includes(word))) return 3
  return words.every((word) => text.includes(word) || startsAWord(also, word)) ? 4 : null
}

function startsAWord(text: string, word: string): boolean {
  return text.split(/[^\p{L}\p{N}]+/u).some((candidate) => candidate.startsWith(word))
}
