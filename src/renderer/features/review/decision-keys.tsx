import { useTranslation } from 'react-i18next'
import type { ActionId } from '../../../core/actions/table.ts'
import type { ReviewItem } from '../../../core/review/review-article.ts'
import type { ReviewedArticle } from '../../../ipc/review-shapes.ts'
import { canRun, run } from '../../actions/registry.ts'
import { useSession } from '../../session/context.tsx'
import { peopleOf } from '../../session/review-items.ts'
import { partsOf, type PartsKind } from '../../session/review-parts.ts'
import { ActionKbd } from '../../ui/kbd.tsx'
import styles from './decision-panel.module.css'

const KEYS = [
  'review.nothing', 'review.union', 'review.intersection', 'review.labelFirst', 'review.labelSecond', 'review.valuesFirst', 'review.valuesSecond', 'review.combine', 'review.edit',
  'review.later', 'review.reason', 'review.comment', 'review.sameWords', 'review.rule', 'review.reopen', 'review.add', 'review.link',
] as const satisfies readonly ActionId[]

/** While one set is gone through: accept, change, reject, add, comment; then the set itself. */
const ONE = [
  'review.accept', 'review.edit', 'review.nothing', 'review.later', 'review.reason', 'review.comment', 'review.sameWords', 'review.reopen', 'review.add', 'review.sets',
] as const satisfies readonly ActionId[]

const PARTS: Readonly<Partial<Record<ActionId, PartsKind>>> = {
  'review.labelFirst': 'labelFirst', 'review.labelSecond': 'labelSecond', 'review.valuesFirst': 'valuesFirst', 'review.valuesSecond': 'valuesSecond',
}

/** Where there is one version only, the words are plainer. */
const PLAIN: Readonly<Partial<Record<ActionId, 'review.one.accept' | 'review.one.edit' | 'review.one.reject' | 'review.one.add' | 'review.one.reason' | 'review.comment'>>> = {
  'review.accept': 'review.one.accept', 'review.edit': 'review.one.edit', 'review.nothing': 'review.one.reject', 'review.add': 'review.one.add',
  'review.reason': 'review.one.reason', 'review.comment': 'review.comment',
}

/** What can be done here and the key of each; what cannot be is not shown. */
export function DecisionKeys({ article, item: { item }, isOne }: { readonly article: ReviewedArticle; readonly item: ReviewItem; readonly isOne: boolean }) {
  const { t } = useTranslation()
  const session = useSession()
  const nameOf = (key: string) => peopleOf(article).find((each) => each.key === key)?.name ?? key
  function textOf(id: (typeof KEYS | typeof ONE)[number]): string {
    const kind = PARTS[id]
    const found = kind && item?.kind === 'annotation' ? partsOf(item, kind) : null
    if (found) return t(kind === 'labelFirst' || kind === 'labelSecond' ? 'review.parts.label' : 'review.parts.values', { of: nameOf(found.of), other: nameOf(found.other) })
    const plain = isOne ? PLAIN[id] : undefined
    if (plain) return t(plain)
    return t(`action.${id}`)
  }
  return (
    <div className={styles.keys}>
      {(isOne ? ONE : KEYS)
        .filter((id) => canRun(session, id))
        .map((id) => (
          <button key={id} type="button" className={styles.key} onClick={() => run(session, id)}>
            <ActionKbd action={id} />
            <span>{textOf(id)}</span>
          </button>
        ))}
    </div>
  )
}
