import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { nameOfAttribute, nameOfLabel } from '../../../core/codebook/lookup.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import type { AnnotationItem } from '../../../core/review/differences.ts'
import type { ReviewedArticle } from '../../../ipc/review-shapes.ts'
import { useSession } from '../../session/context.tsx'
import { peopleOf } from '../../session/review-items.ts'
import { decideHere } from '../../session/review-perform.ts'
import { Button } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import styles from './decision-panel.module.css'
import { ModeBox } from './mode-box.tsx'

interface Props {
  readonly item: AnnotationItem
  readonly article: ReviewedArticle
  readonly codebook: Codebook
  readonly onDone: () => void
}

interface Option {
  readonly value: string
  readonly key: string
  readonly text: string
}

/** Whose words, whose label, whose value: line by line, a key for each answer, decided after the last. */
export function Combine({ item, article, codebook, onDone }: Props) {
  const { t } = useTranslation()
  const session = useSession()
  const people = peopleOf(article)
  const [first] = item.members
  const [row, setRow] = useState(0)
  const [picks, setPicks] = useState<Readonly<Record<string, string>>>({})
  const members: Option[] = item.members.map(({ annotator }) => {
    const at = people.findIndex(({ key }) => key === annotator)
    return { value: annotator, key: String(at + 1), text: people[at]?.name ?? annotator }
  })
  const differing = item.attributes.filter(({ outcome }) => outcome === 'differs').map(({ attribute }) => attribute)
  const lines: readonly { readonly id: string; readonly text: string; readonly options: readonly Option[] }[] = [
    { id: 'words', text: t('review.combine.words'), options: [...members, { value: 'union', key: 'U', text: t('review.combine.union') }, { value: 'intersection', key: 'I', text: t('review.combine.intersection') }] },
    { id: 'label', text: t('review.combine.label'), options: members.map((option, index) => ({ ...option, text: `${option.text}: ${nameOfLabel(codebook, item.members[index]?.record.label ?? '')}` })) },
    ...differing.map((attribute) => ({ id: `value ${attribute}`, text: nameOfAttribute(codebook, attribute), options: members })),
  ]

  const active = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Chromium answers with a promise, which would be taken for what is to be done afterwards.
    void active.current?.scrollIntoView({ block: 'nearest' })
  }, [row])

  function decide(chosen: Readonly<Record<string, string>>): void {
    const base = chosen['label'] ?? first?.annotator ?? ''
    const words = chosen['words'] ?? base
    const boundaries = words === 'union' || words === 'intersection' ? words : { of: words }
    const attributes = Object.fromEntries(differing.flatMap((attribute) => (chosen[`value ${attribute}`] === undefined ? [] : [[attribute, chosen[`value ${attribute}`] ?? base]])))
    decideHere(session, { kind: 'combine', base, boundaries, ...(Object.keys(attributes).length > 0 ? { attributes } : {}) })
    onDone()
  }

  function pick(line: number, value: string): void {
    const id = lines[line]?.id
    if (id === undefined) return
    const next = { ...picks, [id]: value }
    setPicks(next)
    if (line + 1 < lines.length) setRow(line + 1)
    else decide(next)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const option = lines[row]?.options.find(({ key }) => key.toLowerCase() === event.key.toLowerCase())
    if (option) pick(row, option.value)
    else if (event.key === 'Enter') decide(picks)
    else if (event.key === 'Escape') onDone()
    else if (event.key === 'ArrowDown') setRow(Math.min(lines.length - 1, row + 1))
    else if (event.key === 'ArrowUp') setRow(Math.max(0, row - 1))
    else return
    event.preventDefault()
  }

  return (
    <ModeBox label={t('action.review.combine')} onKeyDown={onKeyDown}>
      {lines.map(({ id, text, options }, index) => (
        <div key={id} ref={index === row ? active : undefined} className={styles.line} data-active={index === row || undefined} role="radiogroup" aria-label={text}>
          <span className={styles.lineName} dir="auto">
            {text}
          </span>
          <span className={styles.options}>
            {options.map(({ value, key, text: name }) => (
              // The digits choose; a radio button would take the arrows for itself.
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
              <button key={value} type="button" role="radio" aria-checked={picks[id] === value} tabIndex={index === row ? 0 : -1} className={styles.option} onClick={() => pick(index, value)}>
                <Kbd keys={key} /> <bdi>{name}</bdi>
              </button>
            ))}
          </span>
        </div>
      ))}
      <div className={styles.actions}>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
        <Button look="primary" onClick={() => decide(picks)}>
          {t('review.combine.go')} <Kbd keys="Enter" />
        </Button>
      </div>
    </ModeBox>
  )
}
