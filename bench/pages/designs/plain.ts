import type { Design } from '../design.ts'
import { PlainText } from '../plain-text.ts'
import { run } from '../run.ts'

/** Paragraphs and no spans, laid out as a whole or in groups that the browser skips: the two ends to measure against. */
function plain(groups: boolean): Design {
  let text: PlainText | null = null
  const shown = (): PlainText => {
    if (!text) throw new Error('not prepared')
    return text
  }
  return {
    prepare: (corpus) => void (text = new PlainText(corpus)),
    load: () => shown().show({ groups }),
    isDrawn: () => shown().column.text.firstChild !== null,
    scroller: () => shown().column.scroller,
    reveal: (offset) => shown().reveal(offset),
    add: () => undefined,
    isAdded: () => true,
  }
}

run(plain(new URLSearchParams(location.search).get('variant') === 'groups'))
