import type { Codebook, Label } from '../model/codebook.ts'

type Example = Label['examples'][number]

/** Who looks at the codebook, and on which articles colleagues' work is still hidden from them. */
export interface ExampleSight {
  readonly annotator: string
  readonly hides: (articlePath: string) => boolean
}

/** An example that a colleague took from an article says how they coded it: it shows once that is no secret any more. */
export function isExampleInSight({ from }: Example, { annotator, hides }: ExampleSight): boolean {
  return from === undefined || from.annotator === annotator || !hides(from.article)
}

/** The same codebook where nothing is hidden. */
export function codebookInSight(codebook: Codebook, sight: ExampleSight): Codebook {
  const isShown = (example: Example) => isExampleInSight(example, sight)
  if (codebook.labels.every(({ examples }) => examples.every(isShown))) return codebook
  return { ...codebook, labels: codebook.labels.map((label) => ({ ...label, examples: label.examples.filter(isShown) })) }
}
