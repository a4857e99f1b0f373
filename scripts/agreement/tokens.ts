import { tokensIn, type Stretch } from '../../src/core/agreement/characters/ratings.ts'
import type { SpanLike } from '../../src/core/agreement/spans/span.ts'

/** A key for every token of every span and its label. Without a list of tokens, every position is one. */
export function tokenKeys(spans: readonly SpanLike[], tokens: readonly Stretch[] | undefined): string[] {
  return spans.flatMap(({ label, fragments }) =>
    fragments.flatMap((fragment) => {
      const indices = tokens ? tokensIn(tokens, fragment) : Array.from({ length: fragment.end - fragment.start }, (_, index) => fragment.start + index)
      return indices.map((index) => `${index}\n${label}`)
    }),
  )
}
