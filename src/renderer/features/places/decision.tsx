import { ChevronDown, ChevronUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActionId } from '../../../core/actions/table.ts'
import { wordsOf, type Candidate } from '../../../core/anchoring/candidates.ts'
import { labelById } from '../../../core/codebook/lookup.ts'
import { quoteOf } from '../../../core/model/annotation.ts'
import { differingWords } from '../../../core/review/word-diff.ts'
import { canRun, run } from '../../actions/registry.ts'
import { useSession, useSessionState, useView } from '../../session/context.tsx'
import { plainPlaces, waitingIn, type AtHand } from '../../session/places.ts'
import { useKeys } from '../../session/use-keys.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ActionKbd } from '../../ui/kbd.tsx'
import { LabelSwatch } from '../labels/label-swatch.tsx'
import styles from './places-panel.module.css'

/** One annotation: what it said, where it could belong, and what can be decided, each with its key. */
export function Decision({ here, candidate }: { readonly here: AtHand; readonly candidate: number }) {
  const { t } = useTranslation()
  const keysFor = useKeys()
  const session = useSession()
  const codebook = useSessionState((state) => state.project?.codebook)
  const { annotation } = here.waiting
  const label = codebook && labelById(codebook, annotation.label)
  const before = quoteOf(annotation)
  const after = here.candidate ? wordsOf(here.candidate) : null
  return (
    <div className={styles.decision}>
      <div className={styles.which}>
        <span className={styles.label}>
          <LabelSwatch look={label} />
          <span dir="auto">{label?.name ?? annotation.label}</span>
        </span>
        <span className={styles.at}>{t('places.at', { at: here.index + 1, count: here.count })}</span>
        <IconButton icon={ChevronUp} title={t('action.places.previous')} keys={keysFor('places.previous')} onClick={() => run(session, 'places.previous')} />
        <IconButton icon={ChevronDown} title={t('action.places.next')} keys={keysFor('places.next')} onClick={() => run(session, 'places.next')} />
      </div>
      <p className={styles.outcome}>{t(`places.${here.proposal.outcome}`)}</p>
      <Words title={t('places.was')} before={annotation.prefix} after={annotation.suffix} words={before} other={after} />
      {here.candidate && after !== null ? <Proposed candidate={here.candidate} at={candidate} count={here.proposal.candidates.length} words={after} other={before} /> : <p className={styles.why}>{t('places.orphan.help')}</p>}
      <Keys />
    </div>
  )
}

interface ProposedProps {
  readonly candidate: Candidate
  readonly at: number
  readonly count: number
  readonly words: string
  readonly other: string
}

function Proposed({ candidate, at, count, words, other }: ProposedProps) {
  const { t } = useTranslation()
  const keysFor = useKeys()
  const session = useSession()
  const text = useSessionState((state) => state.article?.text) ?? ''
  const ranges = candidate.pieces.flatMap(({ range }) => range ?? [])
  const start = ranges[0]?.start ?? 0
  const end = ranges.at(-1)?.end ?? 0
  const gone = candidate.pieces.filter(({ outcome }) => outcome === 'gone')
  return (
    <>
      <Words
        title={count > 1 ? t('places.other', { at: at + 1, count }) : t('places.proposed')}
        detail={t('places.score', { percent: Math.floor(candidate.score * 100) })}
        before={text.slice(Math.max(0, start - 32), start)}
        after={text.slice(end, end + 32)}
        words={words}
        other={other}
      >
        {count > 1 && (
          <>
            <IconButton icon={ChevronUp} title={t('action.places.otherBefore')} keys={keysFor('places.otherBefore')} onClick={() => run(session, 'places.otherBefore')} />
            <IconButton icon={ChevronDown} title={t('action.places.other')} keys={keysFor('places.other')} onClick={() => run(session, 'places.other')} />
          </>
        )}
      </Words>
      {gone.map(({ quote }) => (
        <p key={quote} className={styles.gone} dir="auto">
          {t('places.gone', { quote: `“${quote}”` })}
        </p>
      ))}
    </>
  )
}

interface WordsProps {
  readonly title: string
  readonly detail?: string
  readonly before: string
  readonly after: string
  readonly words: string
  /** What differs from it is marked. */
  readonly other: string | null
  readonly children?: ReactNode
}

function Words({ title, detail, before, after, words, other, children }: WordsProps) {
  const pieces = other === null ? [{ text: words, differs: false }] : differingWords(words, [other])
  return (
    <div>
      <div className={styles.wordsHead}>
        <h3 className={styles.wordsTitle}>{title}</h3>
        {detail !== undefined && <span className={styles.at}>{detail}</span>}
        {children}
      </div>
      <blockquote className={styles.words} dir="auto">
        <span className={styles.around}>{before}</span>
        {pieces.map(({ text, differs }, index) => (differs ? <mark key={index}>{text}</mark> : <b key={index}>{text}</b>))}
        <span className={styles.around}>{after}</span>
      </blockquote>
    </div>
  )
}

const KEYS = [
  { action: 'places.accept', text: 'places.accept', look: 'primary' },
  { action: 'places.toSelection', text: 'places.toSelection', look: 'plain' },
  { action: 'places.aside', text: 'places.aside', look: 'plain' },
  { action: 'places.delete', text: 'places.delete', look: 'danger' },
] as const satisfies readonly { readonly action: ActionId; readonly text: string; readonly look: string }[]

function Keys() {
  const { t } = useTranslation()
  const session = useSession()
  const article = useSessionState((state) => state.article)
  // What can be done depends on what is selected.
  useView((view) => view.selection)
  const plain = article ? plainPlaces(article.text, waitingIn(article.set, 'open')).length : 0
  return (
    <div className={styles.keys}>
      {KEYS.map(({ action, text, look }) => (
        <Button key={action} look={look} disabled={!canRun(session, action)} onClick={() => run(session, action)}>
          {t(text)} <ActionKbd action={action} />
        </Button>
      ))}
      {plain > 1 && (
        <Button onClick={() => run(session, 'places.acceptAll')}>
          {t('places.all', { count: plain })} <ActionKbd action="places.acceptAll" />
        </Button>
      )}
    </div>
  )
}
