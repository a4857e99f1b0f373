import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { below, seeded, type Random } from '../../src/core/agreement/random.ts'
import { anchorOf } from '../../src/core/annotating/make-annotation.ts'
import { pledgesAndAgreements } from '../../src/core/codebook/starter.ts'
import { codebookVersion } from '../../src/core/codebook/version.ts'
import type { Annotation } from '../../src/core/model/annotation.ts'
import { annotationSetSchema, FORMAT_VERSION, type AnnotationSet } from '../../src/core/model/annotation-set.ts'
import { serialise } from '../../src/core/model/canonical.ts'
import { annotatorKey, setPath } from '../../src/core/model/folder-name.ts'
import { nodeDisk } from '../../src/main/services/disk/disk.ts'
import { nodeEnvironment } from '../../src/main/services/environment.ts'
import { sha256 } from '../../src/main/services/hash.ts'
import { createProject } from '../../src/main/services/project/create-project.ts'
import { makeCorpus } from './corpus.ts'

export interface Coded {
  readonly folder: string
  /** Paths inside `articles/`. */
  readonly articles: readonly string[]
}

const AT = '2031-03-04T09:00:00.000Z'
const NAMES = ['Ana', 'Ben', 'Cem', 'Dia', 'Eli', 'Fay', 'Gus', 'Hua']

/**
 * A project that so many annotators have coded whole. They start from the same spans; each then misses one in seven, moves an end of one
 * in five, and takes another label for one in eight, by a seed.
 */
export async function makeCodedFolder(parent: string, articles: number, annotators: number, spans: number): Promise<Coded> {
  const codebook = pledgesAndAgreements
  const created = await createProject(nodeDisk, parent, { name: 'Bench', codebook, environment: nodeEnvironment })
  if (!created.ok) throw new Error(created.error.message)
  const { folder } = created.value
  const write = async (path: string, content: string): Promise<void> => {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
  const corpus = makeCorpus({ bytes: 6_000, spans })
  const random = seeded(2031)
  const version = codebookVersion(codebook, sha256)
  const paths = Array.from({ length: articles }, (_, index) => `wire/${String(index).padStart(5, '0')}.txt`)
  for (const [index, path] of paths.entries()) {
    const text = `${corpus.text}\nReport ${index}.\n`
    await write(`articles/${path}`, text)
    const gold = corpus.spans.map((span) => ({ span, label: LABELS[below(random, LABELS.length)] ?? 'pledge' }))
    for (const name of NAMES.slice(0, annotators)) {
      const annotations = gold.flatMap(({ span, label }, at) => varied(text, span, label, `${name}-${String(at).padStart(3, '0')}`, random))
      const set: AnnotationSet = {
        format: 'concord/annotation-set', version: FORMAT_VERSION, article: { path, text_sha256: sha256(text) }, annotator: { key: annotatorKey(name), name },
        codebook: version, revision: annotations.length, state: { status: 'done', changed: AT }, annotations, relations: [],
      }
      await write(setPath(annotatorKey(name), path), serialise(annotationSetSchema, set))
    }
  }
  return { folder, articles: paths }
}

const LABELS = ['pledge', 'agreement', 'demand', 'provision']

function varied(text: string, span: { readonly start: number; readonly end: number }, label: string, id: string, random: Random): Annotation[] {
  if (below(random, 7) === 0) return []
  const end = below(random, 5) === 0 ? Math.min(text.length, span.end + 6) : span.end
  const anchor = anchorOf(text, [{ start: span.start, end }])
  if (!anchor) return []
  const own = below(random, 8) === 0 ? (LABELS[below(random, LABELS.length)] ?? label) : label
  return [{ id, label: own, ...anchor, attributes: { specificity: { state: 'decided', value: below(random, 3) === 0 ? 'vague' : 'specific' } }, created: AT, modified: AT }]
}
