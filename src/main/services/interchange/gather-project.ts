import type { InterchangeDocument } from '../../../core/formats/interchange.ts'
import { onlyLabels } from '../../../core/formats/project/only-labels.ts'
import { toInterchange, type CodebookNames } from '../../../core/formats/project/to-interchange.ts'
import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import { ok, type Result } from '../../../core/result.ts'
import type { ArticleFacts } from '../articles/facts.ts'
import { resolveInside } from '../disk/contained.ts'
import { cancelled, listVisibleSets, type CollectOptions } from '../export/collect-sets.ts'
import { problemOf, type Problem } from '../sets/problem.ts'
import { readVerifiedSet } from '../sets/set-file.ts'

/** An article with the sets that were chosen, as they are on disk. */
export interface GatheredArticle {
  readonly path: string
  readonly text: string
  readonly sets: readonly AnnotationSet[]
}

export interface Gathered {
  /** By path. */
  readonly articles: readonly GatheredArticle[]
  /** Sets left out because they cannot be used, with why. */
  readonly leftOut: readonly Problem[]
  /** Sets left out because whoever asks may not see them yet. */
  readonly hidden: number
}

export async function gatherProject(request: CollectOptions): Promise<Result<Gathered>> {
  const { disk, folder, signal, onProgress } = request
  const visible = await listVisibleSets(request)
  if (!visible.ok) return visible
  const { listed, hidden } = visible.value
  const articles = new Map<string, { path: string; text: string; sets: AnnotationSet[] }>()
  const leftOut: Problem[] = []
  for (const [index, { article, annotatorFolder, name }] of listed.entries()) {
    if (signal?.aborted) return cancelled()
    const [found, path] = [await request.text(article), await resolveInside(disk, folder, name)]
    const read = !found.ok ? found : path.ok ? await readVerifiedSet(disk, { path: path.value, name, article, annotatorFolder }, found.value) : path
    if (!read.ok) leftOut.push({ ...problemOf(read.error, name), file: name })
    else if (read.value && found.ok) {
      const entry = articles.get(article) ?? { path: article, text: found.value.text, sets: [] }
      entry.sets.push(read.value.set)
      articles.set(article, entry)
    }
    onProgress?.(index + 1, listed.length)
  }
  return ok({ articles: [...articles.values()], leftOut, hidden })
}

/** Only the annotations of some labels; null: of all. `cut`: relations that lost an end by it. */
export function chooseLabels(articles: readonly GatheredArticle[], labels: readonly string[] | null, codebook: CollectOptions['codebook']): { readonly articles: readonly GatheredArticle[]; readonly cut: number } {
  if (labels === null) return { articles, cut: 0 }
  const wanted = new Set(labels)
  let cut = 0
  const chosen = articles.map((article) => ({
    ...article,
    sets: article.sets.map((set) => {
      const only = onlyLabels(set, wanted, codebook)
      cut += only.cut
      return only.set
    }),
  }))
  return { articles: chosen, cut }
}

export type FactsOf = (article: string) => Pick<ArticleFacts, 'title' | 'header'> | undefined

export function documentOf({ path, text, sets }: GatheredArticle, facts: FactsOf, codebook: CollectOptions['codebook'], names: CodebookNames, format: string): InterchangeDocument {
  return toInterchange({ path, text, metadata: metadataOf(facts(path)) }, sets, codebook, names, format)
}

function metadataOf(facts: ReturnType<FactsOf>): Record<string, string> {
  if (!facts) return {}
  const { title, header } = facts
  return { title, ...(header?.date && { date: header.date }), ...(header?.dateline && { dateline: header.dateline }) }
}
