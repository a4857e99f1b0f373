import type { Adapter, FormatFile, Serialized, SerializeOptions } from '../adapter.ts'
import { loseAll } from '../common-losses.ts'
import type { Interchange, InterchangeDocument } from '../interchange.ts'
import { createLosses } from '../losses.ts'
import { countIllegal } from '../xml.ts'
import { pageOf } from './page.ts'

/** A readable page for each article, for someone without any tool. Only written. */
export const html: Adapter = { name: 'html', title: 'HTML to read and print', detect: () => 0, serialize }

function serialize({ scheme, documents }: Interchange, _options: SerializeOptions): Serialized {
  const losses = createLosses()
  function* files(): Generator<FormatFile> {
    const taken = new Set<string>()
    for (const document of documents) {
      loseAll(losses, document, 'html', ['extra', 'timestamps'])
      losses.add('text', 'control characters, which a page cannot show', document.name, countIllegal(document.text))
      yield { path: freePath(document, taken), content: { [Symbol.iterator]: () => pageOf(document, scheme) } }
    }
  }
  return { files: files(), losses: losses.list }
}

function freePath({ name }: InterchangeDocument, taken: Set<string>): string {
  const stem = name.replace(/\.(txt|html?)$/, '')
  let path = `${stem}.html`
  for (let number = 2; taken.has(path); number += 1) path = `${stem}-${number}.html`
  taken.add(path)
  return path
}
