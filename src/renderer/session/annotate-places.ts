import type { Range } from '../../core/text/ranges.ts'
import { performAll } from './grid-perform.ts'
import type { Session } from './session.ts'
import { undo } from './undo.ts'
import { say } from './view.ts'

interface Words {
  readonly done: string
  readonly undo: string
}

/** Gives one label to many places, in one article or several: one gesture, which the note at the foot takes back. */
export async function annotatePlaces(session: Session, label: string, places: readonly (Range & { readonly article: string })[], words: Words): Promise<void> {
  const spans = new Map<string, Range[][]>()
  for (const { article, start, end } of places) spans.set(article, [...(spans.get(article) ?? []), [{ start, end }]])
  const done = await performAll(session, Array.from(spans, ([article, ranges]) => ({ article, command: { kind: 'annotate', label, spans: ranges } })))
  if (!done) return
  // The words are annotated now: left selected, the next key would label them a second time.
  session.view.setState(({ selection }) => ({ lastLabel: label, selection: { anchor: selection.focus, focus: selection.focus } }))
  say(session.view, words.done, { action: { text: words.undo, perform: () => void undo(session) }, takesBack: 'gesture' })
}
