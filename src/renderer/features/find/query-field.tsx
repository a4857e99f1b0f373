import { Search, X } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { completionsAt, type Completion } from '../../../core/search/complete.ts'
import type { FoundLine } from '../../../ipc/search-shapes.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { lineKey, searchOf, setQuery } from '../../session/search.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { anchorName, Floating } from '../inspector/controls/floating.tsx'
import { focusLine } from './focus-line.ts'
import styles from './query-field.module.css'
import { useProblem } from './use-problem.ts'

/** What a combobox owns: the page has no element of its own for it. */
const LISTBOX = { role: 'listbox' } as const
const OPTION = { role: 'option' } as const

/** The query as text. What can stand at the caret is offered below; the arrow down goes on to the hits. */
export function QueryField({ lines }: { readonly lines: readonly FoundLine[] }) {
  const { t } = useTranslation()
  const session = useSession()
  const store = searchOf(session)
  const query = useStore(store, (state) => state.query)
  const wanted = useStore(store, (state) => state.wantsField)
  const problem = useProblem()
  const project = useSessionState((state) => state.project)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const [caret, setCaret] = useState<number | null>(null)
  const [at, setAt] = useState(0)
  const offered = caret === null || !project ? [] : completionsAt(query, caret, { codebook: project.codebook, annotators: project.annotators.map(({ name }) => name) })

  useEffect(() => {
    // Coming back from a text, the focus goes to the line that was left.
    if (store.getState().active === null || wanted > 0) {
      field.current?.focus()
      field.current?.select()
    }
    if (wanted > 0) store.setState({ wantsField: 0 })
  }, [store, wanted])

  function put({ start, text }: Completion): void {
    const end = caret ?? query.length
    setQuery(session, query.slice(0, start) + text + query.slice(end).trimStart())
    const next = start + text.length
    setAt(0)
    requestAnimationFrame(() => {
      field.current?.setSelectionRange(next, next)
      setCaret(text.endsWith(':') ? next : null)
    })
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const choice = offered[Math.min(at, offered.length - 1)]
    if (choice && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) setAt((before) => (before + (event.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length)
    else if (choice && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) put(choice)
    else if (choice && event.key === 'Escape') setCaret(null)
    else if ((event.key === 'ArrowDown' || event.key === 'Enter') && lines[0]) focusLine(session, store.getState().active ?? lineKey(lines[0]))
    else if (event.key === 'Escape' && query !== '') setQuery(session, '')
    else return
    event.preventDefault()
  }

  return (
    <div className={styles.field} style={{ anchorName: anchorName(id) }}>
      <Search size={16} aria-hidden className={styles.icon} />
      <input
        ref={field}
        type="text"
        role="combobox"
        className={styles.input}
        aria-label={t('search.query')}
        aria-expanded={offered.length > 0}
        aria-controls={`${id}-offered`}
        aria-autocomplete="list"
        aria-activedescendant={offered.length > 0 ? `${id}-${at}` : undefined}
        aria-invalid={problem ? true : undefined}
        aria-describedby="search-status"
        placeholder={t('search.placeholder')}
        spellCheck={false}
        autoComplete="off"
        maxLength={2000}
        dir="auto"
        value={query}
        onChange={({ target }) => {
          setQuery(session, target.value)
          setCaret(target.selectionStart)
          setAt(0)
        }}
        onBlur={() => setCaret(null)}
        onKeyDown={onKeyDown}
      />
      {query !== '' && <IconButton icon={X} title={t('search.clear')} onClick={() => (setQuery(session, ''), field.current?.focus())} />}
      {offered.length > 0 && (
        <Floating anchor={id}>
          <div id={`${id}-offered`} {...LISTBOX} aria-label={t('search.completions')} className={styles.offered}>
            {offered.map((completion, index) => {
              const interactive = { ...OPTION, 'aria-selected': index === at, onClick: () => put(completion) }
              return (
                <div key={completion.text} id={`${id}-${index}`} {...interactive} className={styles.option}>
                  <code className={styles.code}>{completion.text.trim()}</code>
                  {completion.name !== null && <span className={styles.name} dir="auto">{completion.name}</span>}
                </div>
              )
            })}
          </div>
        </Floating>
      )}
    </div>
  )
}
