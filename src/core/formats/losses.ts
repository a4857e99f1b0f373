/** What a format could not hold. The read-back comparison speaks of the same kinds, so that an unreported loss shows. */
export type LossKind =
  | 'documents'
  | 'document names'
  | 'text'
  | 'metadata'
  | 'annotators'
  | 'statuses'
  | 'annotations'
  | 'places'
  | 'fragments'
  | 'labels'
  | 'attributes'
  | 'values'
  | 'notes'
  | 'timestamps'
  | 'relations'
  | 'ids'
  | 'scheme'
  | 'extra'

export interface Loss {
  readonly kind: LossKind
  /** What exactly, in words: `a discontinuous span became one span`. */
  readonly what: string
  readonly count: number
  /** The first few places: `document: quote`. */
  readonly examples: readonly string[]
}

export interface Losses {
  readonly add: (kind: LossKind, what: string, example?: string, count?: number) => void
  /** Complete once the files have been written. */
  readonly list: () => Loss[]
}

/** As many as a person would look at one by one. */
const EXAMPLES = 25

export function createLosses(): Losses {
  const found = new Map<string, { kind: LossKind; what: string; count: number; examples: string[] }>()
  return {
    add(kind, what, example, count = 1) {
      if (count === 0) return
      const key = `${kind}\n${what}`
      const loss = found.get(key) ?? { kind, what, count: 0, examples: [] }
      loss.count += count
      if (example !== undefined && loss.examples.length < EXAMPLES && !loss.examples.includes(example)) loss.examples.push(example)
      found.set(key, loss)
    },
    list: () => [...found.values()].map((loss) => ({ ...loss, examples: [...loss.examples] })),
  }
}
