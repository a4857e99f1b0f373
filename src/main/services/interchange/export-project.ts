import type { Adapter, SerializeOptions } from '../../../core/formats/adapter.ts'
import { placeLosses, type PlacedLoss } from '../../../core/formats/project/loss-places.ts'
import { namesOf } from '../../../core/formats/project/to-interchange.ts'
import { ok, type Result } from '../../../core/result.ts'
import type { CollectOptions } from '../export/collect-sets.ts'
import type { Problem } from '../sets/problem.ts'
import { exportDocuments, type FormatReceipt } from './export-documents.ts'
import { chooseLabels, documentOf, gatherProject, type FactsOf } from './gather-project.ts'

export interface ProjectExport extends CollectOptions {
  readonly adapter: Adapter
  readonly options: SerializeOptions
  /** Ids; null or absent: all. */
  readonly labels?: readonly string[] | null
  readonly outFolder: string
  /** What is known about an article: title, date, outlet, link. */
  readonly facts: FactsOf
}

export interface ProjectReceipt extends FormatReceipt {
  readonly annotators: number
  /** The losses, led back to the annotations. */
  readonly placed: readonly PlacedLoss[]
  /** Sets left out because they cannot be used, with why. */
  readonly leftOut: readonly Problem[]
  /** Sets left out because whoever asks may not see them yet. */
  readonly hidden: number
}

/** Writes the annotation sets as they are on disk in a format of other tools, reads the files back, and compares. */
export async function exportProject(request: ProjectExport): Promise<Result<ProjectReceipt>> {
  const { disk, codebook, adapter, options, outFolder, signal, onProgress, facts } = request
  // Reading the sets is half of the work; writing and reading back are the other.
  const half = (from: number) => (done: number, total: number) => onProgress?.(from + Math.round((500 * done) / Math.max(1, total)), 1000)
  const gathered = await gatherProject({ ...request, onProgress: half(0) })
  if (!gathered.ok) return gathered
  const { articles, cut } = chooseLabels(gathered.value.articles, request.labels ?? null, codebook)
  const names = namesOf(codebook)
  const sources = articles.map((article) => ({ document: documentOf(article, facts, codebook, names, adapter.name), sets: article.sets }))
  const documents = sources.map(({ document }) => document)
  const receipt = await exportDocuments(disk, adapter, { scheme: names.scheme, documents }, outFolder, options, { signal, onProgress: half(500) })
  if (!receipt.ok) return receipt
  const losses = cut === 0 ? receipt.value.losses : [...receipt.value.losses, { kind: 'relations' as const, what: 'relations to annotations whose label was not chosen', count: cut, examples: [] }]
  const annotators = new Set(articles.flatMap(({ sets }) => sets.map((set) => set.annotator.key)))
  return ok({ ...receipt.value, losses, placed: placeLosses(losses, sources), annotators: annotators.size, leftOut: gathered.value.leftOut, hidden: gathered.value.hidden })
}
