import type { AnnotationSet } from '../../model/annotation-set.ts'
import { exampleOf } from '../common-losses.ts'
import type { InterchangeDocument } from '../interchange.ts'
import type { Loss } from '../losses.ts'

/** Where something was lost, in words, and which article and annotation that is where the words lead to one. */
export interface LossPlace {
  readonly text: string
  readonly article: string | null
  /** Whose set it stands in: the key. */
  readonly annotator: string | null
  readonly annotation: string | null
}

export interface PlacedLoss extends Omit<Loss, 'examples'> {
  readonly places: readonly LossPlace[]
}

interface Source {
  readonly document: InterchangeDocument
  /** Those that the document's sets were made of, in the same order. */
  readonly sets: readonly AnnotationSet[]
}

/** The examples of losses, led back to the annotations of the project. */
export function placeLosses(losses: readonly Loss[], sources: readonly Source[]): PlacedLoss[] {
  const names = new Map(sources.map((source) => [source.document.name, source]))
  const inside = new Map<Source, Place[]>()
  const placesOf = (source: Source): Place[] => {
    const places = inside.get(source) ?? placesIn(source)
    inside.set(source, places)
    return places
  }
  return losses.map(({ examples, ...loss }) => ({
    ...loss,
    places: examples.map((text): LossPlace => {
      const source = sourceOf(text, names)
      if (!source) return { text, article: null, annotator: null, annotation: null }
      const place = placesOf(source).find(({ example }) => text === example || text.startsWith(`${example}: `))
      return { text, article: source.document.name, annotator: place?.annotator ?? null, annotation: place?.annotation ?? null }
    }),
  }))
}

interface Place {
  readonly example: string
  readonly annotator: string
  readonly annotation: string
}

function placesIn({ document, sets }: Source): Place[] {
  return document.sets.flatMap((set, index) =>
    set.annotations.map((annotation, at) => ({
      example: exampleOf(document, annotation),
      annotator: sets[index]?.annotator.key ?? '',
      annotation: sets[index]?.annotations[at]?.id ?? annotation.id,
    })),
  )
}

/** An example begins with the document's name: `a.txt`, `a.txt: title`, `a.txt, “words”: certainty`. Names may hold commas and colons. */
function sourceOf(text: string, names: ReadonlyMap<string, Source>): Source | undefined {
  const whole = names.get(text)
  if (whole) return whole
  for (const end of /, “|: /g[Symbol.matchAll](text)) {
    const source = names.get(text.slice(0, end.index))
    if (source) return source
  }
  return undefined
}
