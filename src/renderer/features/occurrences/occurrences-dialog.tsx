import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { offeredLabels } from '../../../core/codebook/lookup.ts'
import { inShort } from '../../../core/annotating/facts.ts'
import { annotatePlaces } from '../../session/annotate-places.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { Button } from '../../ui/button.tsx'
import { Checks, Choices } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/field.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { OccurrenceList, occurrenceKey } from './occurrence-list.tsx'
import styles from './occurrences.module.css'
import { useOccurrences, type Scope, type Search } from './use-occurrences.ts'

interface Props {
  readonly query: string
  readonly label: string | null
  readonly onClose: () => void
}

type Match = 'words' | 'case'

/** Every place that says the same is shown before anything is done; then all that stay ticked become annotations at once. */
export function OccurrencesDialog({ query, label, onClose }: Props) {
  const { t } = useTranslation()
  const session = useSession()
  const codebook = useSessionState((state) => state.project?.codebook)
  const labels = codebook ? offeredLabels(codebook) : []
  const [to, setTo] = useState(labels.find(({ id }) => id === label)?.id ?? labels[0]?.id ?? '')
  const [scope, setScope] = useState<Scope>('article')
  const [match, setMatch] = useState<readonly Match[]>(['words'])
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set())
  const { search, stop, again } = useOccurrences({ query, wholeWord: match.includes('words'), caseSensitive: !match.includes('case') }, scope)

  const articles = search.state === 'found' ? search.found.articles : []
  const all = articles.flatMap(({ article, found }) => found.map((place) => ({ article, ...place })))
  const free = all.filter(({ labels: there }) => !there.includes(to))
  const chosen = free.filter(({ article, start }) => !unticked.has(occurrenceKey(article, start)))

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (chosen.length === 0 || to === '') return
    onClose()
    void annotatePlaces(session, to, chosen, { done: t('occurrences.done', { count: chosen.length }), undo: t('occurrences.undo') })
  }

  return (
    <Dialog
      size="large"
      title={t('occurrences.title')}
      description={<q dir="auto">{inShort(query)}</q>}
      onClose={onClose}
      actions={
        <>
          <output className={styles.count}>
            {search.state === 'found' && all.length > 0 && t('occurrences.count', { count: chosen.length, of: free.length })}
            {all.length > free.length && `. ${t('occurrences.left', { count: all.length - free.length })}`}
          </output>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" form="occurrences-form" disabled={chosen.length === 0 || to === ''}>
            {t(chosen.length === 0 ? 'occurrences.do_zero' : 'occurrences.do', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <form id="occurrences-form" className={styles.form} onSubmit={submit}>
        <div className={styles.options}>
          <SelectField label={t('occurrences.label')} value={to} options={labels.map(({ id, name }) => ({ value: id, text: name }))} onChange={setTo} />
          <Choices label={t('occurrences.where')} value={scope} options={(['article', 'project'] as const).map((value) => ({ value, text: t(`occurrences.where.${value}`) }))} onChange={setScope} />
          <Checks label={t('occurrences.how')} values={match} options={(['words', 'case'] as const).map((value) => ({ value, text: t(`occurrences.how.${value}`) }))} onChange={setMatch} />
        </div>
        {search.state !== 'found' && <Waiting search={search} onStop={stop} onAgain={again} />}
        {search.state === 'found' && (
          <>
            {all.length === 0 && <p className={styles.said}>{t('occurrences.none')}</p>}
            {search.found.more && <p className={styles.said}>{t('occurrences.more')}</p>}
            {search.found.unread > 0 && <p className={styles.said}>{t('occurrences.unread', { count: search.found.unread })}</p>}
            <OccurrenceList found={search.found} label={to} unticked={unticked} onToggle={(key) => setUnticked((before) => toggled(before, key))} />
          </>
        )}
      </form>
    </Dialog>
  )
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}

interface WaitingProps {
  readonly search: Search
  readonly onStop: () => void
  readonly onAgain: () => void
}

function Waiting({ search, onStop, onAgain }: WaitingProps) {
  const { t } = useTranslation()
  const work = useSessionState((state) => state.work)
  if (search.state === 'stopped') {
    return (
      <div className={styles.waiting}>
        <p>{search.error ? `${search.error.message} ${search.error.remedy}` : t('occurrences.stopped')}</p>
        <Button onClick={onAgain}>{t('occurrences.again')}</Button>
      </div>
    )
  }
  return (
    <div className={styles.waiting}>
      <ProgressBar label={t('occurrences.searching')} done={work?.kind === 'find' ? work.done : 0} total={work?.kind === 'find' ? work.total : 1} />
      <Button onClick={onStop}>{t('occurrences.stop')}</Button>
    </div>
  )
}
