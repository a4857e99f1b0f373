import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { verifyAnnotation } from '../../src/core/anchoring/verify.ts'
import { annotationSetSchema } from '../../src/core/model/annotation-set.ts'
import { codebookSchema } from '../../src/core/model/codebook.ts'
import { historyLineSchema } from '../../src/core/model/gesture.ts'
import { projectSchema } from '../../src/core/model/project.ts'
import { normaliseText } from '../../src/core/text/normalise.ts'
import { isTemporary } from '../../src/main/services/disk/atomic-write.ts'
import type { Work } from './record.ts'

export interface Found {
  readonly work: Work
  /** Files that are not whole, and why. A last line that was torn is whole: its reader takes it off. */
  readonly damaged: readonly string[]
}

/** Looks at every file of the project as another program would, without the app. */
export async function lookAtDisk(folder: string): Promise<Found> {
  const work = new Map<string, readonly string[]>()
  const damaged: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || isTemporary(entry.name)) continue
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')
    if (path.startsWith('.concord/') || path.startsWith('articles/')) continue
    const text = await readFile(join(folder, path), 'utf8')
    try {
      if (path.startsWith('annotations/')) {
        const set = annotationSetSchema.parse(JSON.parse(text))
        const article = normaliseText(await readFile(join(folder, 'articles', set.article.path), 'utf8'))
        for (const annotation of set.annotations) {
          const wrong = verifyAnnotation(article, annotation)
          if (wrong !== null) throw new Error(wrong)
        }
        work.set(set.article.path, set.annotations.map(({ label, fragments, note }) => `${label}: ${fragments.map(({ quote }) => quote).join(' … ')}${note ? ` (${note})` : ''}`).toSorted())
      } else if (path.endsWith('.jsonl')) {
        for (const line of text.split('\n').slice(0, -1)) historyLineSchema.parse(JSON.parse(line))
      } else if (path === 'concord.json') projectSchema.parse(JSON.parse(text))
      else if (path.startsWith('codebook')) codebookSchema.parse(JSON.parse(text))
      else if (path.endsWith('.json')) JSON.parse(text)
    } catch (error) {
      damaged.push(`${path}: ${String(error)}`)
    }
  }
  return { work, damaged }
}
