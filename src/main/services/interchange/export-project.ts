import { join } from 'node:path'
import type { Adapter, SerializeOptions } from '../../../core/formats/adapter.ts'
import type { InterchangeDocument } from '../../../core/formats/interchange.ts'
import { namesOf, toInterchange } from '../../../core/formats/project/to-interchange.ts'
import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import { ok, type Result } from '../../../core/result.ts'
import type { ArticleFacts } from '../articles/facts.ts'
import { resolveInside } from '../disk/contained.ts'
import { cancelled, listVisibleSets, type CollectOptions } from '../export/collect-sets.ts'
import { problemOf, type Problem } from '../sets/problem.ts'
import { readVerifiedSet } from '../sets/set-file.ts'
import { exportDocuments, type FormatReceipt } from './export-documents.ts'

export interface ProjectExport extends CollectOptions {
  readonly adapter: Adapter
  readonly options: SerializeOptions
  readonly outFolder: string
  /** What is known about an article: title, date, outlet, link. */
  readonly facts: (article: string) => Pick<ArticleFacts, 'title' | 'header'> | undefined
}

export interface ProjectReceipt extends FormatReceipt {
  readonly annotators: number
  /** Sets left out because they cannot be used, with why. */
  readonly leftOut: readonly Problem[]
}

/** Writes the annotation sets as they are on disk in a format of other tools, reads the files back, and compares. */
export async function exportProject(request: ProjectExport): Promise<Result<ProjectReceipt>> {
  const { disk, folder, codebook, adapter, options, outFolder, signal, onProgress, facts } = request
  const listed = await listVisibleSets(request)
  if (!listed.ok) return listed
  const names = namesOf(codebook)
  const sets = new Map<string, { text: string; sets: AnnotationSet[] }>()
  const leftOut: Problem[] = []
  const annotators = new Set<string>()
  for (const [index, { article, annotatorFolder, name }] of listed.value.entries()) {
    if (signal?.aborted) return cancelled()
    const [found, path] = [await request.text(article), await resolveInside(disk, folder, name)]
    const read = !found.ok ? found : path.ok ? await readVerifiedSet(disk, { path: path.value, name, article, annotatorFolder }, found.value) : path
    if (!read.ok) leftOut.push({ ...problemOf(read.error, name), file: name })
    else if (read.value && found.ok) {
      const entry = sets.get(article) ?? { text: found.value.text, sets: [] }
      entry.sets.push(read.value.set)
      sets.set(article, entry)
      annotators.add(read.value.set.annotator.key)
    }
    onProgress?.(index + 1, listed.value.length)
  }
  const documents = [...sets].map(([path, entry]): InterchangeDocument => toInterchange({ path, text: entry.text, metadata: metadataOf(facts(path)) }, entry.sets, codebook, names, adapter.name))
  const receipt = await exportDocuments(disk, adapter, { scheme: names.scheme, documents }, outFolder, options)
  return receipt.ok ? ok({ ...receipt.value, location: join(outFolder), annotators: annotators.size, leftOut }) : receipt
}

function metadataOf(facts: Pick<ArticleFacts, 'title' | 'header'> | undefined): Record<string, string> {
  if (!facts) return {}
  const { title, header } = facts
  return { title, ...(header?.date && { date: header.date }), ...(header?.dateline && { dateline: header.dateline }) }
}
