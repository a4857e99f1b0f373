import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { attributesOf, isFilled } from '../../../core/codebook/form.ts'
import { nameOfLabel, offeredLabels, resolveId, storedValue } from '../../../core/codebook/lookup.ts'
import { anchorOf } from '../../../core/annotating/make-annotation.ts'
import type { Annotation } from '../../../core/model/annotation.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import type { Value } from '../../../core/model/value.ts'
import type { ReviewItem } from '../../../core/review/review-article.ts'
import type { ReviewedArticle } from '../../../ipc/review-shapes.ts'
import { useSession } from '../../session/context.tsx'
import { decideHere } from '../../session/review-perform.ts'
import { reviewOf, reviewSelection } from '../../session/review.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Field } from '../inspector/field.tsx'
import { Openable } from '../inspector/openable.tsx'
import { Quote } from '../inspector/quote.tsx'
import styles from './decision-panel.module.css'
import { ModeBox } from './mode-box.tsx'

interface Props {
  readonly item: ReviewItem
  readonly article: ReviewedArticle
  readonly codebook: Codebook
  readonly onDone: () => void
}

const DECIDE = 'Mod+Enter'

/** What the edit begins with: what was decided, else the version that is gone through, else the first. */
function startOf({ item, held }: ReviewItem, only: string | null): Annotation | null {
  const decided = held.map(({ decision }) => decision.outcome).find((outcome) => outcome.kind === 'annotation')
  if (decided?.kind === 'annotation') return decided.annotation
  return item?.kind === 'annotation' ? ((item.members.find(({ annotator }) => annotator === only) ?? item.members[0])?.record ?? null) : null
}

/** Label, words and values as the reviewer wants them; decided as one. */
export function EditDecision({ item, article, codebook, onDone }: Props) {
  const { t } = useTranslation()
  const session = useSession()
  const [draft, setDraft] = useState(() => startOf(item, reviewOf(session).getState().only))
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const selection = useStore(reviewOf(session), (state) => state.selection)
  const range = reviewSelection({ selection })
  if (!draft) return null

  const asked = attributesOf(codebook, draft.label, draft).filter(({ type }) => type !== 'link')
  const isShown = (id: string, filled: boolean) => filled || opened.has(id)
  const shown = asked.filter((attribute) => isShown(attribute.id, isFilled(codebook, attribute, draft, [])))
  const folded = asked.filter((attribute) => !shown.includes(attribute))

  function set(attribute: string, value: Value | null): void {
    if (!draft) return
    const key = storedValue(codebook, draft.attributes, attribute)?.key ?? attribute
    const { [key]: _, ...rest } = draft.attributes
    setDraft({ ...draft, attributes: value === null ? rest : { ...rest, [key]: value } })
  }

  function decide(): void {
    if (!draft) return
    const { label, fragments, attributes, note } = draft
    decideHere(session, { kind: 'edit', label, ranges: fragments, attributes, note })
    onDone()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) decide()
    else if (event.key === 'Escape') onDone()
    else return
    event.preventDefault()
  }

  function takeWords(): void {
    const anchor = range && draft ? anchorOf(article.text, [range]) : null
    if (anchor && draft) setDraft({ ...draft, ...anchor })
  }

  return (
    <ModeBox label={t('action.review.edit')} inField onKeyDown={onKeyDown}>
      <SelectField
        label={t('review.combine.label')}
        value={resolveId(codebook, 'label', draft.label)}
        options={[...new Set([resolveId(codebook, 'label', draft.label), ...offeredLabels(codebook).map(({ id }) => id)])].map((id) => ({ value: id, text: nameOfLabel(codebook, id) }))}
        onChange={(label) => setDraft({ ...draft, label })}
      />
      <div className={styles.words}>
        <span className={styles.lineName}>{t('review.combine.words')}</span>
        <Quote annotation={draft} />
        <Button disabled={!range} onClick={takeWords}>
          {t(range ? 'review.edit.words' : 'review.edit.select')}
        </Button>
      </div>
      {shown.map((attribute) => (
        <Field
          key={attribute.id}
          attribute={attribute}
          codebook={codebook}
          annotation={draft}
          value={storedValue(codebook, draft.attributes, attribute.id)?.value}
          missing={false}
          actions={{
            set: (value) => set(attribute.id, value),
            confirm: () => {
              const value = storedValue(codebook, draft.attributes, attribute.id)?.value
              if (value?.state === 'default') set(attribute.id, { state: 'decided', value: value.value })
            },
          }}
        />
      ))}
      {folded.length > 0 && <Openable attributes={folded} onOpen={(id) => setOpened(new Set([...opened, id]))} />}
      <div className={styles.actions}>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
        <Button look="primary" onClick={decide}>
          {t('review.combine.go')} <Kbd keys={DECIDE} />
        </Button>
      </div>
    </ModeBox>
  )
}
