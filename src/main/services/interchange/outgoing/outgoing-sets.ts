import { adapterNamed } from '../../../../core/formats/adapters.ts'
import { namesOf } from '../../../../core/formats/project/to-interchange.ts'
import type { Environment } from '../../../../core/model/environment.ts'
import { fail, ok, type Result } from '../../../../core/result.ts'
import { createArticleStore } from '../../articles/article-store.ts'
import type { Disk } from '../../disk/disk.ts'
import type { CollectOptions } from '../../export/collect-sets.ts'
import { exportSets } from '../../export/export-service.ts'
import { exportProject } from '../export-project.ts'
import { chooseLabels, documentOf, gatherProject, type GatheredArticle } from '../gather-project.ts'
import { fileStem } from './file-stem.ts'
import type { OutgoingPreview, OutgoingProject, OutgoingReceipt, SetsWish } from './messages.ts'
import { sampleFiles } from './sample-files.ts'

type OnProgress = (done: number, total: number) => void

/** So many annotations, and at most so many articles, stand for the others in a preview. */
const SAMPLE_ANNOTATIONS = 40
const SAMPLE_ARTICLES = 5

export async function previewSets(disk: Disk, environment: Environment, project: OutgoingProject, wish: SetsWish, onProgress: OnProgress): Promise<Result<OutgoingPreview>> {
  const adapter = adapterNamed(wish.format)
  if (!adapter?.serialize) return noFormat(wish)
  const gathered = await gatherProject(collectOptions(disk, environment, project, wish, onProgress))
  if (!gathered.ok) return gathered
  const { codebook } = project
  const { articles } = chooseLabels(gathered.value.articles, wish.labels, codebook)
  const names = namesOf(codebook)
  const documents = firstOf(articles).map((article) => documentOf(article, factsIn(project), codebook, names, adapter.name))
  const serialized = adapter.serialize({ scheme: names.scheme, documents }, { own: wish.own, name: fileStem(project.name) })
  const sets = articles.flatMap((article) => article.sets)
  return ok({
    counts: [
      { of: 'annotations', count: sets.reduce((sum, { annotations }) => sum + annotations.length, 0) },
      { of: 'articles', count: articles.length },
      { of: 'annotators', count: new Set(sets.map(({ annotator }) => annotator.key)).size },
    ],
    samples: sampleFiles(serialized.files),
    leftOut: gathered.value.leftOut,
    hidden: gathered.value.hidden,
  })
}

export async function writeSets(disk: Disk, environment: Environment, project: OutgoingProject, wish: SetsWish, outFolder: string, onProgress: OnProgress): Promise<Result<OutgoingReceipt>> {
  const adapter = adapterNamed(wish.format)
  if (!adapter) return noFormat(wish)
  const options = collectOptions(disk, environment, project, wish, onProgress)
  // Concord's own lines have the ids of the codebook and are proven by cutting every quote out of its article.
  if (wish.format === 'jsonl' && wish.labels === null) {
    const receipt = await exportSets({ ...options, project: project.name, format: 'jsonl', outFolder })
    if (!receipt.ok) return receipt
    const { files, annotations, articles, annotators, verified, omitted, problems, hidden } = receipt.value
    return ok({
      files,
      counts: [{ of: 'annotations', count: annotations }, { of: 'articles', count: articles }, { of: 'annotators', count: annotators }],
      verified,
      losses: omitted.map(({ what, count }) => ({ kind: 'statuses', what, count, places: [] })),
      differences: [],
      advice: [],
      leftOut: problems,
      hidden,
    })
  }
  const receipt = await exportProject({ ...options, adapter, options: { own: wish.own, name: fileStem(project.name) }, labels: wish.labels, outFolder, facts: factsIn(project) })
  if (!receipt.ok) return receipt
  const { files, annotations, relations, documents, annotators, verified, placed, problems, advice, leftOut, hidden } = receipt.value
  return ok({
    files,
    counts: [{ of: 'annotations', count: annotations }, { of: 'articles', count: documents }, { of: 'annotators', count: annotators }, { of: 'relations', count: relations }],
    verified,
    losses: placed,
    differences: problems,
    advice,
    leftOut,
    hidden,
  })
}

function collectOptions(disk: Disk, environment: Environment, project: OutgoingProject, { articles, annotators }: SetsWish, onProgress: OnProgress): CollectOptions {
  const visible = new Set(project.visible)
  return {
    disk,
    folder: project.folder,
    codebook: project.codebook,
    text: createArticleStore(disk, project.folder, environment).text,
    articles,
    annotators,
    sight: { own: project.own, visible: async () => visible },
    onProgress,
  }
}

function factsIn({ articles }: OutgoingProject) {
  const facts = new Map(articles.map((article) => [article.path, article]))
  return (path: string) => facts.get(path)
}

function firstOf(articles: readonly GatheredArticle[]): GatheredArticle[] {
  const chosen: GatheredArticle[] = []
  let count = 0
  for (const article of articles) {
    const annotations = article.sets.reduce((sum, set) => sum + set.annotations.length, 0)
    if (annotations === 0) continue
    chosen.push(article)
    count += annotations
    if (count >= SAMPLE_ANNOTATIONS || chosen.length === SAMPLE_ARTICLES) break
  }
  return chosen.length > 0 ? chosen : articles.slice(0, 1)
}

function noFormat({ format }: SetsWish) {
  return fail('export.format', `The format ${format} is not written.`, 'Choose another format.')
}
