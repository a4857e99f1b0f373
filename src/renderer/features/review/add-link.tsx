import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { nameOfLabel } from '../../../core/codebook/lookup.ts'
import { mayEndAt, relationsBetween } from '../../../core/codebook/relations.ts'
import { inShort } from '../../../core/annotating/facts.ts'
import { quoteOf } from '../../../core/model/annotation.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { useSession } from '../../session/context.tsx'
import { addLink, linkStart, linkTargets } from '../../session/review-link.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import styles from './decision-panel.module.css'
import { ModeBox } from './mode-box.tsx'

const DECIDE = 'Mod+Enter'

/** A link that all missed: of which kind, and to which other record of the outcome. */
export function AddLink({ codebook, onDone }: { readonly codebook: Codebook; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const [chosen, setChosen] = useState('')
  const [aim, setAim] = useState('')
  const from = linkStart(session)
  if (!from) return null
  const all = linkTargets(session, from)
  const types = relationsBetween(codebook, from.label, []).filter((each) => all.some(({ label }) => mayEndAt(codebook, each, label)))
  const type = types.find(({ id }) => id === chosen) ?? types[0]
  const targets = type ? all.filter(({ label }) => mayEndAt(codebook, type, label)) : []
  const to = targets.find(({ id }) => id === aim) ?? targets[0]

  function add(): void {
    if (from && type && to && addLink(session, type.id, from, to)) onDone()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) add()
    else if (event.key === 'Escape') onDone()
    else return
    event.preventDefault()
  }

  return (
    <ModeBox label={t('action.review.link')} inField onKeyDown={onKeyDown}>
      {type ? (
        <>
          <SelectField label={t('review.link.type')} value={type.id} options={types.map(({ id, name }) => ({ value: id, text: name }))} onChange={setChosen} />
          <SelectField
            label={t('review.link.to')}
            value={to?.id ?? ''}
            options={targets.map((target) => ({ value: target.id, text: `${nameOfLabel(codebook, target.label)}: ${inShort(quoteOf(target))}` }))}
            onChange={setAim}
          />
        </>
      ) : (
        <p>{t('review.link.none')}</p>
      )}
      <div className={styles.actions}>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
        <Button look="primary" disabled={!type || !to} onClick={add}>
          {t('review.link.go')} <Kbd keys={DECIDE} />
        </Button>
      </div>
    </ModeBox>
  )
}
