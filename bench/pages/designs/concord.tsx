import { createRoot } from 'react-dom/client'
import { packSet } from '../../../src/ipc/packed-set.ts'
import { defaultSettings } from '../../../src/ipc/shapes.ts'
import { App } from '../../../src/renderer/app.tsx'
import { openArticle } from '../../../src/renderer/session/articles.ts'
import { perform } from '../../../src/renderer/session/perform.ts'
import { createSession, type Session } from '../../../src/renderer/session/session.ts'
import { createFakeMain, type FakeMain } from '../../../src/renderer/testing/fake-bridge.ts'
import { HASH, type HeldArticle } from '../../../src/renderer/testing/sample-project.ts'
import '../../../src/renderer/ui/fonts.css'
import '../../../src/renderer/ui/tokens.css'
import '../../../src/renderer/ui/base.css'
import type { Corpus } from '../../lib/corpus.ts'
import type { Design } from '../design.ts'
import { firstSpans, isHighlighted } from '../plain-text.ts'
import { run } from '../run.ts'
import { ARTICLE, labelOf, projectOf } from './concord-project.ts'

let session: Session | null = null
let corpus: Corpus | null = null
function started(): Session {
  if (!session) throw new Error('not prepared')
  return session
}

/** Main's answer to a gesture without main's work, which is done in another process: the row changes, and all is saved. */
function answerGestures(long: { readonly row: object }, main: () => FakeMain) {
  let count = 0
  return (input: { readonly changes: readonly { readonly article: string; readonly base: number }[] }) => {
    count += 1
    const row = { ...long.row, annotations: (corpus?.spans.length ?? 0) + count }
    setTimeout(() => {
      main().emit('rows.changed', { rows: [row as never], removed: [] })
      main().emit('undo.state', { undo: 'annotate', redo: null })
      main().emit('save.status', { state: 'saved', at: new Date().toISOString() })
    }, 5)
    return { ok: true, value: input.changes.map(({ article, base }) => ({ article, revision: base + 1 })) }
  }
}

/** Main's answer when the article is opened, made beforehand like the file that it reads; the bridge copies it as it copies everything. */
function answerOpening({ id, text, set }: HeldArticle) {
  return { ok: true, value: { id, text, textSha256: HASH, header: null, set: packSet(set), notice: null, offset: 0 } }
}

/** The whole window as `src/renderer/main.tsx` makes it, with main played by the renderer's own fake. */
async function startApp(given: Corpus): Promise<void> {
  corpus = given
  const { project, long } = projectOf(given)
  const main: FakeMain = createFakeMain(
    project,
    { 'annotations.apply': answerGestures(long, () => main) },
    { settings: { ...defaultSettings, annotator: 'Mira Jansen', theme: 'light', language: 'en' } },
  )
  const made = createSession(main.bridge, { now: () => Date.now(), random: (count) => crypto.getRandomValues(new Uint8Array(count)) })
  session = made
  const root = document.createElement('div')
  root.id = 'root'
  document.body.append(root)
  createRoot(root).render(<App session={made} />)
  while (made.store.getState().article === null) await new Promise((resolve) => setTimeout(resolve, 20))
  main.queueAnswer('articles.open', answerOpening(long))
}

const count = (selector: string): number => document.querySelectorAll(selector).length

const design: Design = {
  prepare: startApp,
  load: () => openArticle(started(), ARTICLE).then(() => undefined),
  isDrawn() {
    if (started().store.getState().article?.id !== ARTICLE || !corpus) return false
    const expected = firstSpans(corpus).length
    let ranges = 0
    CSS.highlights.forEach((highlight) => (ranges += highlight.size))
    const box = scroller().getBoundingClientRect()
    // The last line of the window is text, the spans are painted, and the margin, the inspector's list and the header are there.
    return (
      document.elementFromPoint(box.left + box.width / 2, box.bottom - 20)?.closest('.reading-text p') !== null &&
      ranges >= expected &&
      count('.reading-margin-label') >= expected &&
      count('[aria-setsize][aria-posinset]') > 0
    )
  },
  scroller,
  reveal(offset) {
    started().view.setState({ selected: [], selection: { anchor: offset, focus: offset } })
    const nearest = corpus?.spans.find(({ start }) => start >= offset)
    // Selecting what stands there brings it into view, as a press on the list does.
    if (nearest) started().view.setState({ selected: [nearest.id] })
  },
  add(span) {
    perform(started(), { kind: 'annotate', label: labelOf(span), spans: [[span]] })
  },
  /** The words are painted, and the label stands in the margin. */
  isAdded(span) {
    const [id] = started().view.getState().selected
    return corpus !== null && isHighlighted(corpus, span) && document.querySelector(`.reading-margin-label[data-annotation="${id}"]`) !== null
  },
}

function scroller(): Element {
  const element = document.querySelector('.reading-surface')
  if (!element) throw new Error('no article is shown')
  return element
}

run(design)
