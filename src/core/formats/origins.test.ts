import { describe, expect, it } from 'vitest'
import { ADAPTERS } from './adapters.ts'
import type { SourceFile } from './adapter.ts'
import { placeIn } from './origins.ts'
import { readSources } from './read-sources.ts'
import { encodeText } from './source-text.ts'

const file = (path: string, text: string): SourceFile => ({ path, bytes: encodeText(text) })
const read = (...files: readonly SourceFile[]) => {
  const found = readSources(files, ADAPTERS, null, {})
  if (!found.ok) throw new Error(found.error.message)
  return found.value
}
const placeOf = (sources: ReturnType<typeof read>, document: string, annotator: string | null, id: string | null) => {
  const origin = sources.origins.get(document)
  return origin && placeIn(origin, annotator, id)
}

describe('where records stand in their files', () => {
  it('brat: the line of each, of each annotator', () => {
    const sources = read(
      file('ana/x.txt', 'Kesh met.'), file('ana/x.ann', 'T1\tPlace 0 4\tKesh\nT2\tAct 5 8\tmet\n'),
      file('ben/x.txt', 'Kesh met.'), file('ben/x.ann', '#1\tAnnotatorNotes T1\thm\nT1\tPlace 0 4\tKesh\n'),
    )
    const [name = ''] = sources.documents.map((document) => document.name)
    expect(placeOf(sources, name, 'ana', 'T2')).toEqual({ file: 'ana/x.ann', line: 2 })
    expect(placeOf(sources, name, 'ben', 'T1')).toEqual({ file: 'ben/x.ann', line: 2 })
  })

  it('lines of JSON: the line of the document', () => {
    const sources = read(file('all.jsonl', '{"document": "a", "text": "Kesh", "label": [[0, 4, "Place"]]}\n\n{"document": "b", "text": "Estal", "label": [[0, 5, "Place"]]}\n'))
    expect(placeOf(sources, 'b', null, 'a1')).toEqual({ file: 'all.jsonl', line: 3 })
  })

  it('the file alone where a format has no lines', () => {
    const sources = read(file('x.conll', '-DOCSTART- -X- O O\n\nKesh NNP B-NP B-LOC\nmet VBD B-VP O\n'))
    const [name = ''] = sources.documents.map((document) => document.name)
    expect(placeOf(sources, name, null, 'a1')).toEqual({ file: 'x.conll', line: null })
  })
})
