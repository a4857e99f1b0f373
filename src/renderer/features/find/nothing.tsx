import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { examplesOf } from '../../../core/search/examples.ts'
import { parseQuery } from '../../../core/search/parse.ts'
import { printQuery } from '../../../core/search/print.ts'
import { either, isAboutAnnotations, type Query } from '../../../core/search/query.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { find, searchOf } from '../../session/search.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import styles from './nothing.module.css'

/** Before anything is looked for: the language, in words of this project. */
export function Examples() {
  const { t } = useTranslation()
  const session = useSession()
  const codebook = useSessionState((state) => state.project?.codebook)
  const rows = useSessionState((state) => state.rows)
  const examples = useMemo(() => (codebook ? examplesOf(codebook, rows.values()) : []), [codebook, rows])
  return (
    <div className={styles.scroller}>
      <div className={styles.page}>
        <h2 className={styles.title}>{t('search.empty.title')}</h2>
        <p className={styles.text}>{t('search.empty.text')}</p>
        <ul className={styles.examples}>
          {examples.map(({ kind, query }) => (
            <li key={kind}>
              <button type="button" className={styles.example} onClick={() => find(session, query)}>
                <code className={styles.code} dir="auto">{query}</code>
                <span className={styles.meaning}>{t(`search.example.${kind}`)}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** Nothing found: what might be meant instead. */
export function NothingFound() {
  const { t } = useTranslation()
  const session = useSession()
  const asked = useStore(searchOf(session), (state) => state.asked)
  const project = useSessionState((state) => state.project)
  if (!project) return null
  const parsed = parseQuery(asked, project.codebook)
  const query = parsed.ok ? parsed.value : null
  const offers = query ? looser(query) : []
  return (
    <EmptyState title={t('search.none.title')}>
      <p>{t('search.none.text')}</p>
      {query && project.blind && isAboutAnnotations(query) && <p>{t('search.none.blind')}</p>}
      <ul className={styles.offers}>
        {offers.map(({ kind, query: offered }) => {
          const text = printQuery(offered, project.codebook)
          return (
            <li key={kind}>
              <button type="button" className={styles.example} onClick={() => find(session, text)}>
                <code className={styles.code} dir="auto">{text}</code>
                <span className={styles.meaning}>{t(`search.none.${kind}`)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </EmptyState>
  )
}

function looser(query: Query): { readonly kind: 'prefix' | 'loose'; readonly query: Query }[] {
  if (query.kind === 'words' && !query.prefix) {
    const words = query.text.split(' ')
    return words.length === 1
      ? [{ kind: 'prefix', query: { ...query, prefix: true } }]
      : [{ kind: 'loose', query: either(words.map((text) => ({ kind: 'words', text, prefix: false }))) }]
  }
  if (query.kind === 'all' && query.of.every(({ kind }) => kind === 'words')) return [{ kind: 'loose', query: either(query.of) }]
  return []
}
