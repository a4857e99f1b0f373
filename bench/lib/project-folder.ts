import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { applyCommand } from '../../src/core/annotating/apply-command.ts'
import { applyDiff } from '../../src/core/annotating/diff.ts'
import { pledgesAndAgreements } from '../../src/core/codebook/starter.ts'
import { codebookVersion } from '../../src/core/codebook/version.ts'
import { annotationSetSchema, FORMAT_VERSION, type AnnotationSet, type Annotator } from '../../src/core/model/annotation-set.ts'
import { serialise } from '../../src/core/model/canonical.ts'
import { setPath } from '../../src/core/model/folder-name.ts'
import { nodeDisk } from '../../src/main/services/disk/disk.ts'
import { nodeEnvironment } from '../../src/main/services/environment.ts'
import { sha256 } from '../../src/main/services/hash.ts'
import { createProject } from '../../src/main/services/project/create-project.ts'
import { makeCorpus } from './corpus.ts'

export const ANNOTATOR: Annotator = { key: 'ines duarte', name: 'Ines Duarte' }

export interface MadeFolder {
  readonly folder: string
  /** Every file that a program that reads the whole project would read. */
  readonly files: readonly string[]
}

/** A project of so many articles of about 5 KB, every tenth with an annotation set of twenty spans. */
export async function makeFolder(parent: string, articles: number): Promise<MadeFolder> {
  const codebook = pledgesAndAgreements
  const created = await createProject(nodeDisk, parent, { name: 'Bench', codebook, environment: nodeEnvironment })
  if (!created.ok) throw new Error(created.error.message)
  const { folder } = created.value
  const files: string[] = []
  const write = async (path: string, content: string): Promise<void> => {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
    files.push(file)
  }
  const { text, spans } = makeCorpus({ bytes: 5_000, spans: 20 })
  for (let index = 0; index < articles; index += 1) {
    const path = `wire/${Math.floor(index / 500)}/${String(index).padStart(5, '0')}.txt`
    const own = `date 2031-03-${String((index % 28) + 1).padStart(2, '0')} PORT KESH: Report ${index}.\n${text}`
    await write(`articles/${path}`, own)
    if (index % 10 !== 0) continue
    const empty: AnnotationSet = {
      format: 'concord/annotation-set', version: FORMAT_VERSION, article: { path, text_sha256: sha256(own) }, annotator: ANNOTATOR,
      codebook: codebookVersion(codebook, sha256), revision: 0, state: { status: 'in_progress', changed: '2031-03-04T00:00:00.000Z' }, annotations: [], relations: [],
    }
    const context = { text: own, codebook, articleDate: null, environment: nodeEnvironment }
    const made = applyCommand(empty, { kind: 'annotate', label: 'pledge', spans: spans.map((span) => [span]) }, context)
    const set = made.ok ? applyDiff(empty, made.value) : made
    if (!set.ok) throw new Error(set.error.message)
    await write(setPath(ANNOTATOR.key, path), serialise(annotationSetSchema, set.value))
  }
  return { folder, files }
}
