import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inShort, placeFacts, type PlaceFacts } from '../../../core/annotating/facts.ts'
import { useSession } from '../../session/context.tsx'
import type { Session } from '../../session/session.ts'
import { selectedRange } from '../../session/view.ts'
import { useTold } from './use-told.ts'

/** How long the caret rests before anything is said of its place: walking through the text stays quiet. */
const REST_MS = 400

type Place = { readonly kind: 'caret' | 'annotation'; readonly facts: PlaceFacts } | { readonly kind: 'words'; readonly words: string }

/**
 * Says to those who do not see the window what an action did and where they are: what the caret has come into, the annotation
 * that was gone to, the words that were selected. A polite live region: it never interrupts.
 */
export function Announcer() {
  const { t } = useTranslation()
  const session = useSession()
  const [text, setText] = useState('')
  const wordsOf = useTold()

  useEffect(() => {
    let known = keyOf(placeOf(session))
    let timer = 0
    // The same words twice are two announcements: a blank more makes them new.
    const say = (next: string) => next !== '' && setText((before) => (before === next ? `${next}\u00a0` : next))
    const rested = () => {
      const place = placeOf(session)
      const key = keyOf(place)
      if (key === known) return
      const left = place?.kind === 'caret' && place.facts.ids.length === 0
      const wasIn = known !== '' && !known.startsWith('words')
      known = key
      if (!place) return
      if (place.kind === 'words') say(t('said.selected', { words: place.words }))
      else if (left) say(wasIn ? t('said.outside') : '')
      else say(t('said.here', { labels: place.facts.labels.join(', '), quote: place.facts.quote }))
    }
    return session.view.subscribe((state, before) => {
      if (state.told !== before.told && state.told) {
        clearTimeout(timer)
        known = keyOf(placeOf(session))
        say(wordsOf(state.told))
      } else if (state.selection !== before.selection || state.selected !== before.selected) {
        clearTimeout(timer)
        timer = window.setTimeout(rested, REST_MS)
      }
    })
  }, [session, t, wordsOf])

  return (
    <div className="visually-hidden" aria-live="polite">
      {text}
    </div>
  )
}

/** Where the person is: in selected words, at an annotation that was gone to, or at the caret. */
function placeOf({ store, view }: Session): Place | null {
  const { article, project } = store.getState()
  if (!article || !project) return null
  const { selected, selection } = view.getState()
  const range = selectedRange({ selection })
  if (range) return { kind: 'words', words: inShort(article.text.slice(range.start, range.end)) }
  const chosen = selected.length === 1 ? article.set.annotations.find(({ id }) => id === selected[0]) : undefined
  const facts = placeFacts(project.codebook, article.set, selection.focus)
  if (!chosen || facts.ids.includes(chosen.id)) return { kind: 'caret', facts }
  return { kind: 'annotation', facts: placeFacts(project.codebook, { ...article.set, annotations: [chosen] }, chosen.fragments[0]?.start ?? 0) }
}

function keyOf(place: Place | null): string {
  if (!place) return ''
  return place.kind === 'words' ? `words ${place.words}` : place.facts.ids.join(' ')
}
