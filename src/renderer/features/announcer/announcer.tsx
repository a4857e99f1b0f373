import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inShort, placeFacts, type PlaceFacts } from '../../../core/annotating/facts.ts'
import { useHeard, useSession } from '../../session/context.tsx'
import type { Session } from '../../session/session.ts'
import { selectedRange } from '../../session/view.ts'
import { useTold } from './use-told.ts'

/** How long the caret rests before anything is said of its place: walking through the text stays quiet. */
const REST_MS = 400

interface Place {
  readonly key: string
  readonly facts: PlaceFacts | null
  /** Selected words, in short. */
  readonly words: string | null
}

const NOWHERE: Place = { key: '', facts: null, words: null }

/**
 * Says to those who do not see the window what an action did and where they are: what the caret has come into, the annotation
 * that was gone to, the words that were selected. A polite live region: it never interrupts.
 */
export function Announcer() {
  const { t } = useTranslation()
  const session = useSession()
  const { view } = useHeard()
  const [text, setText] = useState('')
  const wordsOf = useTold()

  useEffect(() => {
    let known = placeOf(session, false).key
    let chosen = false
    let timer = 0
    // The same words twice are two announcements: a blank more makes them new.
    const say = (next: string) => next !== '' && setText((before) => (before === next ? `${next}\u00a0` : next))
    const rested = () => {
      const place = placeOf(session, chosen)
      chosen = false
      if (place.key === known) return
      const left = known !== ''
      known = place.key
      if (place.words !== null) say(t('said.selected', { words: place.words }))
      else if (place.facts) say(t('said.here', { labels: place.facts.labels.join(', '), quote: place.facts.quote }))
      else if (left) say(t('said.outside'))
    }
    return view.subscribe((state, before) => {
      if (state.told !== before.told && state.told) {
        clearTimeout(timer)
        chosen = false
        known = placeOf(session, false).key
        say(wordsOf(state.told))
      } else if (state.selection !== before.selection || state.selected !== before.selected) {
        chosen ||= state.selected !== before.selected && state.selected.length === 1
        clearTimeout(timer)
        timer = window.setTimeout(rested, REST_MS)
      }
    })
  }, [session, view, t, wordsOf])

  return (
    <div className="visually-hidden" aria-live="polite">
      {text}
    </div>
  )
}

/** In selected words, at the annotation that was just chosen, or at the caret; `key` differs where there is something new to say. */
function placeOf({ store, view }: Session, chosen: boolean): Place {
  const { article, project } = store.getState()
  if (!article || !project) return NOWHERE
  const { selected, selection } = view.getState()
  const range = selectedRange({ selection })
  if (chosen) {
    const annotations = article.set.annotations.filter(({ id }) => id === selected[0])
    return placeWith(placeFacts(project.codebook, { ...article.set, annotations }, annotations[0]?.fragments[0]?.start ?? 0))
  }
  if (!range) return placeWith(placeFacts(project.codebook, article.set, selection.focus))
  return { key: `words ${range.start} ${range.end}`, facts: null, words: inShort(article.text.slice(range.start, range.end)) }
}

function placeWith(facts: PlaceFacts): Place {
  return facts.ids.length === 0 ? NOWHERE : { key: facts.ids.join(' '), facts, words: null }
}
