import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../i18n/format.ts'
import { useSession, useView } from '../../session/context.tsx'
import { useKeys } from '../../session/use-keys.ts'
import { findMatches, goToMatch } from '../../session/derived.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './find-bar.module.css'

/** Finds in core's text, not in the page: what is scrolled away is found too. */
export function FindBar({ text }: { readonly text: string }) {
  const { t } = useTranslation()
  const keysFor = useKeys()
  const session = useSession()
  const find = useView((view) => view.find)
  const wanted = useView((view) => view.wants.find)
  const input = useRef<HTMLInputElement>(null)
  const count = findMatches(text, find.query).length

  useEffect(() => input.current?.select(), [wanted])

  function close(): void {
    const match = findMatches(text, find.query)[find.at]
    session.view.setState(({ wants, selection }) => ({
      find: { ...find, open: false },
      // The match stays selected, ready to be labelled.
      selection: match ? { anchor: match.start, focus: match.end } : selection,
      wants: { ...wants, text: wants.text + 1 },
    }))
  }

  return (
    <search className={styles.bar}>
      <input
        ref={input}
        type="text"
        className={styles.input}
        aria-label={t('find.label')}
        placeholder={t('find.label')}
        value={find.query}
        spellCheck={false}
        dir="auto"
        onChange={(event) => session.view.setState({ find: { ...find, query: event.target.value, at: 0 } })}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') goToMatch(session, event.shiftKey ? -1 : 1)
          else if (event.key === 'Escape') close()
          else return
          event.preventDefault()
        }}
      />
      <span className={styles.count} aria-live="polite">
        {find.query === '' ? '' : count === 0 ? t('find.none') : t('find.count', { at: formatNumber(find.at + 1), total: formatNumber(count) })}
      </span>
      <IconButton icon={ChevronUp} title={t('action.find.previous')} keys={keysFor('find.previous')} disabled={count === 0} onClick={() => goToMatch(session, -1)} />
      <IconButton icon={ChevronDown} title={t('action.find.next')} keys={keysFor('find.next')} disabled={count === 0} onClick={() => goToMatch(session, 1)} />
      <IconButton icon={X} title={t('find.close')} keys="Escape" onClick={close} />
    </search>
  )
}
