import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { emptyCodebook } from '../../../../core/codebook/empty.ts'
import { annotationSetSchema, type AnnotationSet } from '../../../../core/model/annotation-set.ts'
import { serialise } from '../../../../core/model/canonical.ts'
import type { Codebook } from '../../../../core/model/codebook.ts'
import { annotatorKey, setPath } from '../../../../core/model/folder-name.ts'
import { createArticleStore } from '../../articles/article-store.ts'
import { nodeDisk } from '../../disk/disk.ts'
import { sha256 } from '../../hash.ts'
import { createProject } from '../../project/create-project.ts'
import { readProject } from '../../project/read-project.ts'
import { anAnnotationAt, unwrap } from '../../sets/testing.ts'
import { testEnvironment } from '../../testing/temporary-folder.ts'
import type { BundleContext } from '../context.ts'
import { whatMaySee } from '../may-see.ts'

export const TEXT = 'Norvia 🇰🇪 will deliver 40 ambulances.\n'
export const OTHER = 'הסכם — 签署了协议。\n'

export const aLabel = (id: string, name: string, tint: Codebook['labels'][number]['tint']): Codebook['labels'][number] => ({
  id, name, tint, underline: 'solid', kind: 'event', definition: '', include: [], exclude: [], examples: [], active: true,
})

export const CODEBOOK: Codebook = { ...emptyCodebook('Mine', 'mine'), labels: [aLabel('pledge', 'Pledge', 'blue')] }

/** A project on disk, with these articles and sets. */
export async function aProjectWith(parent: string, name: string, articles: Readonly<Record<string, string>>, codebook = CODEBOOK): Promise<string> {
  const { folder } = unwrap(await createProject(nodeDisk, parent, { name, codebook, environment: testEnvironment() }))
  for (const [path, text] of Object.entries(articles)) await put(folder, `articles/${path}`, text)
  return folder
}

export async function put(folder: string, path: string, content: string): Promise<void> {
  const file = join(folder, ...path.split('/'))
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
}

export async function putSet(folder: string, name: string, article: string, text: string, ids: readonly string[], more: Partial<AnnotationSet> = {}): Promise<AnnotationSet> {
  const key = annotatorKey(name)
  const project = unwrap(await readProject(nodeDisk, folder))
  const set: AnnotationSet = {
    format: 'concord/annotation-set',
    version: 1,
    article: { path: article, text_sha256: sha256(text) },
    annotator: { key, name },
    codebook: project.project.codebook,
    revision: ids.length,
    state: { status: 'done', changed: '2031-03-04T09:15:00.000Z' },
    annotations: ids.map((id, index) => anAnnotationAt(text, id, index, index + 3)),
    relations: [],
    ...more,
  }
  await put(folder, setPath(key, article), serialise(annotationSetSchema, set))
  return set
}

/** As whoever works there; what is on disk now. */
export async function contextOf(folder: string, name: string): Promise<BundleContext> {
  const opened = unwrap(await readProject(nodeDisk, folder))
  const environment = testEnvironment()
  const articles = createArticleStore(nodeDisk, folder, environment)
  unwrap(await articles.scan())
  const by = { key: annotatorKey(name), name }
  return { disk: nodeDisk, environment, opened, articles, by, maySee: await whatMaySee(nodeDisk, opened, articles, by) }
}

/** Every file but the cache and the records of imports, with its content. */
export async function snapshot(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1)
    if (entry.isFile() && !path.startsWith('.concord') && !path.startsWith('imports')) found[path] = await readFile(join(folder, path), 'utf8')
  }
  return found
}
