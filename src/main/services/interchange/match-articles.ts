import type { Refused } from '../../../core/formats/adapter.ts'
import type { ParsedDocument } from '../../../core/formats/interchange.ts'
import { moveToText, withoutBlanks } from '../../../core/formats/project/align.ts'
import type { Result } from '../../../core/result.ts'
import type { ArticleFacts } from '../articles/facts.ts'
import { sha256 } from '../hash.ts'

/** A document with the article that it is about, there already or still to be added. */
export interface Placed {
  readonly article: string
  readonly text: string
  /** With its places in the article’s text. */
  readonly document: ParsedDocument
}

export interface Matched extends Placed {
  /** How its article was found: the same text, the same but for blanks, or by name where the format holds no text. */
  readonly how: 'same' | 'blanks' | 'name'
}

export interface Matches {
  readonly matched: readonly Matched[]
  /** Documents whose text is that of no article. */
  readonly strangers: readonly ParsedDocument[]
  readonly refused: readonly Refused[]
  readonly remarks: readonly string[]
}

interface Articles {
  readonly all: readonly Pick<ArticleFacts, 'path' | 'textSha256' | 'problem'>[]
  readonly text: (path: string) => Promise<Result<{ readonly text: string }>>
}

/**
 * Finds the article of each document by its text: the same, else the same but for blanks (formats that hold tokens rebuild the text).
 * A format without texts names its articles; there the quotes must fit.
 */
export async function matchArticles(documents: readonly ParsedDocument[], articles: Articles): Promise<Matches> {
  const byText = new Map(articles.all.filter(({ problem }) => problem === null).map((facts) => [facts.textSha256, facts.path]))
  const matched: Matched[] = []
  const strangers: ParsedDocument[] = []
  const refused: Refused[] = []
  const remarks: string[] = []
  let loose: Map<string, string> | null = null
  for (const document of documents) {
    if (document.text === null) {
      const facts = articles.all.find(({ path }) => path === document.name || path === `${document.name}.txt`)
      const found = facts && (await articles.text(facts.path))
      if (facts && found?.ok) matched.push({ article: facts.path, text: found.value.text, how: 'name', document: { ...document, text: found.value.text } })
      else refused.push({ file: document.name, line: null, what: 'the document', why: 'the project has no article of this name, and the file does not hold its text' })
      continue
    }
    const exact = byText.get(sha256(document.text))
    if (exact !== undefined) {
      matched.push({ article: exact, text: document.text, how: 'same', document })
      continue
    }
    loose ??= await withoutBlanksByHash(articles)
    const near = document.text.trim() === '' ? undefined : loose.get(sha256(withoutBlanks(document.text)))
    const found = near === undefined ? undefined : await articles.text(near)
    if (near === undefined || !found?.ok) {
      strangers.push(document)
      continue
    }
    const moved = moveToText(document, document.text, found.value.text)
    matched.push({ article: near, text: found.value.text, how: 'blanks', document: moved.document })
    remarks.push(`${document.name}: its text is that of ${near} but for blanks; the annotations were put to the same signs.`)
    for (const id of moved.lost) refused.push({ file: document.name, line: null, what: `annotation ${id}`, why: 'it marks nothing but blanks' })
  }
  return { matched, strangers, refused, remarks }
}

async function withoutBlanksByHash({ all, text }: Articles): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const { path, problem } of all) {
    const read = problem === null ? await text(path) : null
    if (read?.ok) found.set(sha256(withoutBlanks(read.value.text)), path)
  }
  return found
}
