import { anchorOf, makeAnnotation } from '../../../src/core/annotating/make-annotation.ts'
import { pledgesAndAgreements } from '../../../src/core/codebook/starter.ts'
import { compareAnnotations } from '../../../src/core/model/annotation.ts'
import { heldArticle, rowOf, sampleProject, type HeldArticle, type SampleProject } from '../../../src/renderer/testing/sample-project.ts'
import type { Corpus, CorpusSpan } from '../../lib/corpus.ts'

/** Articles in the list beside the one that is measured. */
const OTHERS = 1_000
export const ARTICLE = 'bench/long-report.txt'

export const labelOf = ({ label }: CorpusSpan): string =>
  pledgesAndAgreements.labels[label % pledgesAndAgreements.labels.length]?.id ?? 'pledge'

/** A project with the starter codebook, a list of articles, and the long one with its annotations, defaults and all. */
export function projectOf({ text, spans }: Corpus): { readonly project: SampleProject; readonly long: HeldArticle } {
  const project = sampleProject({ many: OTHERS })
  const bare = heldArticle({ path: ARTICLE, text, outlet: 'Harbour Office', marked: [] })
  const environment = { now: () => Date.UTC(2031, 2, 12), random: (count: number) => new Uint8Array(count) }
  const annotations = spans.flatMap((span) => {
    const anchor = anchorOf(text, [span])
    if (!anchor) return []
    const made = makeAnnotation({ text, codebook: pledgesAndAgreements, articleDate: null, environment }, labelOf(span), anchor)
    return [{ ...made, id: span.id }]
  })
  const set = { ...bare.set, revision: annotations.length, annotations: annotations.toSorted(compareAnnotations) }
  const long = { ...bare, set, row: rowOf({ row: bare.row, set }, pledgesAndAgreements) }
  return { project: { ...project, articles: [...project.articles, long] }, long }
}
