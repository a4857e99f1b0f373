import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InterchangeDocument, Scheme } from '../../src/core/formats/interchange.ts'
import { namesOf, toInterchange } from '../../src/core/formats/project/to-interchange.ts'
import { annotationSetSchema } from '../../src/core/model/annotation-set.ts'
import { codebookSchema } from '../../src/core/model/codebook.ts'
import { normaliseText } from '../../src/core/text/normalise.ts'

const SAMPLE = join(import.meta.dirname, '../../samples/pledges')

/** The sample project as it goes out, at most so many articles. */
export function sampleProject(most = Number.POSITIVE_INFINITY): { readonly scheme: Scheme; readonly documents: readonly InterchangeDocument[] } {
  const codebook = codebookSchema.parse(JSON.parse(readFileSync(join(SAMPLE, 'codebook.json'), 'utf8')))
  const names = namesOf(codebook)
  const people = readdirSync(join(SAMPLE, 'annotations')).toSorted()
  const documents = articlesIn('').slice(0, most).map((path) => {
    const text = normaliseText(readFileSync(join(SAMPLE, 'articles', path), 'utf8'))
    const files = people.map((person) => join(SAMPLE, 'annotations', person, `${path}.json`)).filter((file) => existsSync(file))
    const sets = files.map((file) => annotationSetSchema.parse(JSON.parse(readFileSync(file, 'utf8'))))
    return toInterchange({ path, text, metadata: { title: text.split('\n', 1)[0] ?? '' } }, sets, codebook, names, '')
  })
  return { scheme: names.scheme, documents }
}

function articlesIn(folder: string): string[] {
  return readdirSync(join(SAMPLE, 'articles', folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      return entry.isDirectory() ? articlesIn(path) : [path]
    })
    .toSorted()
}
