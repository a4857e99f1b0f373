import { Command } from 'cmdk'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { fold } from '../../../core/query/article-list.ts'
import { completionsAt } from '../../../core/search/complete.ts'
import { parseQuery } from '../../../core/search/parse.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { find, readSaved, searchOf } from '../../session/search.ts'
import styles from './palette.module.css'

/** What follows `>find`; null: it is not a query that is written. */
export function queryToFind(text: string): string | null {
  return /^>\s*(?:find|suchen?)\s+(.*)$/is.exec(text)?.[1] ?? null
}

interface Props {
  readonly query: string
  readonly close: (then: () => void) => void
  /** Goes on writing the query; absent: it is only offered as it is. */
  readonly put?: (query: string) => void
}

/** The query to be found in all articles, how it may go on, and what is kept under such a name. */
export function FindItems({ query, close, put }: Props) {
  const { t } = useTranslation()
  const session = useSession()
  const project = useSessionState((state) => state.project)
  const saved = useStore(searchOf(session), (state) => state.saved) ?? []
  useEffect(() => void readSaved(session), [session])
  if (!project) return null
  const { codebook, annotators } = project
  const kept = saved.filter(({ name }) => fold(name).includes(fold(query)))
  const parsed = parseQuery(query, codebook)
  const completions = put ? completionsAt(query, query.length, { codebook, annotators: annotators.map(({ name }) => name) }) : []
  return (
    <>
      {completions.length > 0 && put && (
        <Command.Group heading={t('search.completions')} className={styles.group}>
          {completions.map(({ start, text, name }) => (
            <Command.Item key={text} value={`complete ${text}`} className={styles.item} onSelect={() => put(query.slice(0, start) + text)}>
              <span className={styles.text}>{text.trim()}</span>
              {name !== null && <span className={styles.detail}>{name}</span>}
            </Command.Item>
          ))}
        </Command.Group>
      )}
      {parsed.ok && parsed.value && (
        <Command.Group heading={t('search.palette')} className={styles.group}>
          <Command.Item value={`find ${query}`} className={styles.item} onSelect={() => close(() => find(session, query))}>
            <span className={styles.text}>
              <bdi>{query}</bdi>
            </span>
          </Command.Item>
        </Command.Group>
      )}
      {kept.length > 0 && (
        <Command.Group heading={t('search.palette.saved')} className={styles.group}>
          {kept.map(({ name, query: asked }) => (
            <Command.Item key={name} value={`kept ${name}`} className={styles.item} onSelect={() => close(() => find(session, asked))}>
              <span className={styles.text} dir="auto">{name}</span>
              <span className={styles.detail} dir="auto">{asked}</span>
            </Command.Item>
          ))}
        </Command.Group>
      )}
    </>
  )
}
