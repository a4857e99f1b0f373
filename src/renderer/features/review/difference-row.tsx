import { CheckCheck, Circle, CircleCheck, Clock, GitFork, RefreshCw, X } from 'lucide-react'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { labelById, nameOfLabel, nameOfRelation } from '../../../core/codebook/lookup.ts'
import type { Annotator } from '../../../core/model/annotation-set.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { groupOf } from '../../../core/review/counts.ts'
import type { ReviewItem } from '../../../core/review/review-article.ts'
import type { Fate } from '../../../core/review/what-became.ts'
import { quoteIn } from '../../session/review-perform.ts'
import { LabelSwatch } from '../labels/label-swatch.tsx'
import styles from './difference-list.module.css'

const STATUS = { open: Circle, later: Clock, decided: CircleCheck, stale: RefreshCw, conflict: GitFork } as const
const FATE = { taken: CheckCheck, changed: CircleCheck, rejected: X, added: CircleCheck, stale: RefreshCw, open: Circle } as const

/** Stands between options and is no option: what it says is in the name of each. */
export function HeadRow({ text, count, style }: { readonly text: string; readonly count: number; readonly style: CSSProperties }) {
  return (
    <div className={styles.group} style={style} aria-hidden>
      <span>{text}</span>
      <span className={styles.count}>{count}</span>
    </div>
  )
}

interface Props {
  readonly id: string
  readonly item: ReviewItem
  readonly fate: Fate | null
  readonly codebook: Codebook
  /** Of a link: what it starts from; null for anything else. */
  readonly words: string | null
  readonly people: readonly Annotator[]
  readonly selected: boolean
  readonly style: CSSProperties
  readonly onPick: () => void
}

export function DifferenceRow({ id, item: reviewed, fate, codebook, words, people, selected, style, onPick }: Props) {
  const { t } = useTranslation()
  const { item, status, outcome } = reviewed
  const Icon = fate === null ? STATUS[status] : FATE[fate]
  const state = fate === null ? t(`review.item.${status}`) : t(`review.fate.${fate}`)
  const made = outcome?.decision.outcome ?? reviewed.held[0]?.decision.outcome
  const labels = item?.kind === 'annotation' ? [...new Set(item.members.map(({ record }) => record.label))] : made?.kind === 'annotation' ? [made.annotation.label] : []
  const what = !item && made?.kind === 'relation' ? nameOfRelation(codebook, made.relation.type) : item?.kind === 'relation' ? [...new Set(item.members.map(({ record }) => nameOfRelation(codebook, record.type)))].join(' / ') : labels.map((label) => nameOfLabel(codebook, label)).join(' / ')
  const who = item?.members.map(({ annotator }) => people.findIndex(({ key }) => key === annotator) + 1).filter((number) => number > 0) ?? []
  const bulk = outcome?.decision.bulk
  return (
    // The keyboard moves in the list itself, which names the option that is active.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events, jsx-a11y/prefer-tag-over-role
    <div id={id} role="option" aria-selected={selected} className={styles.row} data-status={fate ?? status} style={style} onClick={onPick} title={state}>
      <Icon size={13} strokeWidth={2} aria-hidden className={styles.icon} />
      <span className="visually-hidden">{[t(`review.group.${groupOf(reviewed)}`), state].join(', ')}: </span>
      <span className={styles.quote} dir="auto">
        {words === null ? quoteIn(reviewed) || what : `${what}: ${words}`}
      </span>
      {bulk && (
        <span className={styles.bulk} title={t('review.bulk.mark')}>
          {t('review.bulk.short')}
        </span>
      )}
      <span className={styles.who}>{who.join(' ')}</span>
      <span className={styles.looks} title={what}>
        {labels.slice(0, 3).map((label) => (
          <LabelSwatch key={label} look={labelById(codebook, label)} />
        ))}
        <span className="visually-hidden">{what}</span>
      </span>
    </div>
  )
}
