import type { SourceFile } from '../adapter.ts'
import { documentOfIri } from './names.ts'
import { readText } from '../source-text.ts'

/** The file with the text of a document: the standard carries none, Concord lays it beside. */
export function textFileOf(name: string, files: readonly SourceFile[]): SourceFile | undefined {
  const paths = pathsOf(name)
  return files.find(({ path }) => paths.some((wanted) => path === wanted || path.endsWith(`/${wanted}`)))
}

/** Where the text of a document is written. */
export function textPathOf(name: string): string {
  const path = name.replace(/[\\:*?"<>|\p{Cc}]/gu, '_').split('/').filter((part) => part !== '').map((part) => part.replace(/^\.+$|[. ]+$/g, '_')).join('/')
  return `${path === '' ? '_' : path}${path.endsWith('.txt') ? '' : '.txt'}`
}

function pathsOf(name: string): string[] {
  const last = name.slice(name.lastIndexOf('/') + 1).replace(/[?#].*$/, '')
  const base = last.replace(/\.[a-z]+$/i, '')
  return [...new Set([textPathOf(name), ...(last === name || base === '' ? [] : [`${last}.txt`, `${base}.txt`])])]
}

/** Each file with the texts that lie beside and are named in it. */
export function groupWithTexts(mine: readonly SourceFile[], all: readonly SourceFile[]): SourceFile[][] {
  const texts = all.filter(({ path }) => path.endsWith('.txt'))
  return mine.map((file) => {
    const source = texts.length > 0 ? readText(file) : null
    if (!source?.ok) return [file]
    const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1)
    const near = texts.filter(({ path }) => path.startsWith(folder))
    const names = new Set([...source.value.raw.matchAll(/"(?:source|target|id)"\s*:\s*"([^"\\]+)"/g)].map(([, iri = '']) => documentOfIri(iri)))
    return [file, ...near.filter((text) => [...names].some((name) => textFileOf(name, [text])))]
  })
}
