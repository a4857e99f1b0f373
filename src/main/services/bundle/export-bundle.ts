import { join } from 'node:path'
import { lineOf } from '../../../core/bundle/versions.ts'
import { FORMAT_VERSION } from '../../../core/model/annotation-set.ts'
import { bundleSchema, type Bundle } from '../../../core/model/bundle.ts'
import { serialise } from '../../../core/model/canonical.ts'
import { timestamp } from '../../../core/model/environment.ts'
import { codebookPath, roundPath } from '../../../core/model/folder-name.ts'
import { fail, ok, type Result } from '../../../core/result.ts'
import { safePath } from '../articles/place-for.ts'
import { sha256 } from '../hash.ts'
import { codebookVersions } from '../project/codebook-versions.ts'
import { readRounds } from '../rounds/read-rounds.ts'
import { problemOf, type Problem } from '../sets/problem.ts'
import { readVerifiedSet } from '../sets/set-file.ts'
import type { BundleContext } from './context.ts'
import { listWork, type WorkFile } from './list-work.ts'
import { MANIFEST, readBundle } from './open-bundle.ts'
import { writeZip, type ZipFile } from './write-zip.ts'
import { LARGEST_ZIP, ZIP_LIMITS } from './zip-directory.ts'

export interface BundleWanted {
  /** Keys of those whose work is taken; null: everybody's. */
  readonly annotators: readonly string[] | null
  /** Paths inside `articles/`; null: all. */
  readonly articles: readonly string[] | null
  /** The texts of the articles, or only their hashes. */
  readonly texts: boolean
  /** Whether a file that is there may be replaced: a person was asked. */
  readonly replace: boolean
}

export interface BundleReceipt {
  readonly bytes: number
  readonly sha256: string
  readonly people: readonly { readonly name: string; readonly sets: number }[]
  readonly articles: number
  readonly texts: boolean
  readonly sets: number
  readonly reviews: number
  readonly rounds: number
  /** Left out because they cannot be used. */
  readonly problems: readonly Problem[]
}

/**
 * Writes a bundle to `target`, an absolute path, and reads it back before it says so. What whoever exports may not see yet is not in it; files that
 * cannot be used are left out and named.
 */
export async function exportBundle(context: BundleContext, wanted: BundleWanted, target: string): Promise<Result<BundleReceipt>> {
  const { disk, environment, opened, by } = context
  const gathered = await gather(context, wanted)
  const { problems, references, versions, counts } = gathered
  const files = [...gathered.files, ...(await codebookFiles(context, versions))]
  const { rounds } = await readRounds(disk, opened.folder)
  for (const { id } of rounds) await addFile(context, files, roundPath(id))
  files.sort((a, b) => (a.name < b.name ? -1 : 1))
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (size > ZIP_LIMITS.total || files.length >= ZIP_LIMITS.entries) {
    return fail('bundle.tooLarge', 'No bundle was made: it would be too large to be opened again.', 'Choose fewer articles, or only their hashes.')
  }
  const bundle: Bundle = {
    format: 'concord/bundle',
    version: FORMAT_VERSION,
    project: { id: opened.project.id, name: opened.project.name },
    created: timestamp(environment.now()),
    by,
    codebook: opened.project.codebook,
    articles: wanted.texts ? 'texts' : 'hashes',
    references: [...references].map(([path, text_sha256]) => ({ path, text_sha256 })).toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    files: files.map(({ name, bytes }) => ({ path: name, bytes: bytes.length, sha256: sha256(bytes) })),
  }
  const zip = await writeZip([{ name: MANIFEST, bytes: new TextEncoder().encode(serialise(bundleSchema, bundle)) }, ...files])
  if (zip.length > LARGEST_ZIP) return fail('bundle.tooLarge', 'No bundle was made: it would be too large to be opened again.', 'Choose fewer articles, or only their hashes.')
  const written = await disk.writeAtomic(target, zip, { expected: wanted.replace ? undefined : null })
  if (!written.ok) return written
  const back = await disk.readBytes(target)
  if (!back.ok) return back
  const read = await readBundle(back.value, target)
  if (!read.ok) return read
  if (read.value.leftOut.length > 0 || read.value.files.length !== files.length) return fail('bundle.verify', `${target} does not hold what was to be in it.`, 'Export it again, at another place.')
  return ok({
    bytes: zip.length,
    sha256: written.value.sha256,
    people: [...counts.people].map(([name, sets]) => ({ name, sets })),
    articles: references.size,
    texts: wanted.texts,
    sets: counts.sets,
    reviews: counts.reviews,
    rounds: rounds.length,
    problems,
  })
}

async function gather(context: BundleContext, { annotators, articles, texts }: BundleWanted) {
  const { opened } = context
  const chosen = articles && new Set(articles)
  const people = annotators && new Set(annotators)
  const files: ZipFile[] = []
  const problems: Problem[] = []
  const references = new Map<string, string>()
  const versions = new Set([opened.project.codebook])
  const counts = { sets: 0, reviews: 0, people: new Map<string, number>() }
  for (const { path, problem, textSha256 } of context.articles.all()) {
    if ((chosen && !chosen.has(path)) || problem !== null) continue
    const name = path.normalize('NFC')
    if (safePath(name) !== name) {
      problems.push({ file: `articles/${path}`, line: null, message: `articles/${path}: not every system takes such a name, so it is not in the bundle.`, remedy: 'Rename the article before it is coded, or add it to the other project by hand.' })
      continue
    }
    references.set(name, textSha256)
    if (texts) await addFile(context, files, `articles/${path}`)
  }
  const work = (await listWork(context)).filter(({ annotator }) => !people || people.has(annotator.key))
  for (const file of work) {
    const article = file.article.normalize('NFC')
    const reference = references.get(article)
    if (reference === undefined) continue
    const usable = await isUsable(context, file)
    if (!usable.ok) problems.push({ ...problemOf(usable.error, file.path), file: file.path })
    else if (await addFile(context, files, file.path)) {
      if (usable.value !== null) versions.add(usable.value)
      if (file.kind === 'annotations') {
        counts.sets += 1
        counts.people.set(file.annotator.name, (counts.people.get(file.annotator.name) ?? 0) + 1)
      } else if (file.kind === 'reviews') counts.reviews += 1
    }
  }
  return { files, problems, references, versions, counts }
}

/** Sets: the codebook version, where the set is right. */
async function isUsable({ disk, opened, articles }: BundleContext, { kind, article, path }: WorkFile): Promise<Result<string | null>> {
  if (kind === 'reviews') return ok(null)
  const text = await articles.text(article)
  if (!text.ok) return text
  const [, annotatorFolder = ''] = path.split('/')
  const read = await readVerifiedSet(disk, { path: join(opened.folder, ...path.split('/')), name: path, article, annotatorFolder }, text.value)
  return read.ok ? ok(read.value?.set.codebook ?? null) : read
}

async function addFile({ disk, opened }: BundleContext, files: ZipFile[], path: string): Promise<boolean> {
  const bytes = await disk.readBytes(join(opened.folder, ...path.split('/')))
  if (bytes.ok) files.push({ name: path.normalize('NFC'), bytes: bytes.value })
  return bytes.ok
}

/** The versions and what they were made from, so that whoever opens the bundle sees which of two is the later. */
async function codebookFiles({ disk, opened }: BundleContext, versions: ReadonlySet<string>): Promise<ZipFile[]> {
  const kept = await codebookVersions(disk, opened.folder, opened.project.codebook)
  const parents = new Map(kept.map(({ version, parent }) => [version, parent]))
  const wanted = new Set([...versions].flatMap((version) => lineOf(version, parents)).filter((version) => parents.has(version)))
  const files: ZipFile[] = []
  for (const version of wanted) {
    const bytes = await disk.readBytes(join(opened.folder, ...codebookPath(version).split('/')))
    if (bytes.ok) files.push({ name: codebookPath(version), bytes: bytes.value })
  }
  return files
}
