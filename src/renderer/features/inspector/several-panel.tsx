import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attributesOf, unconfirmed } from '../../../core/codebook/form.ts'
import { storedValue } from '../../../core/codebook/lookup.ts'
import type { Annotation } from '../../../core/model/annotation.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { sameJson } from '../../../core/model/equal.ts'
import { run } from '../../actions/registry.ts'
import { useSession } from '../../session/context.tsx'
import { goToField } from '../../session/inspector.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { ActionKbd } from '../../ui/kbd.tsx'
import { fieldActions } from './field-actions.ts'
import { Field } from './field.tsx'
import { LabelMenu } from './label-menu.tsx'
import styles from './several-panel.module.css'

interface Props {
  readonly codebook: Codebook
  readonly annotations: readonly Annotation[]
}

/** Several annotations at once: one label, one value, one gesture each. */
export function SeveralPanel({ codebook, annotations }: Props) {
  const { t } = useTranslation()
  const session = useSession()
  const [chosen, setChosen] = useState('')
  const [first, ...others] = annotations
  if (!first) return null
  const offered = attributesOf(codebook, first.label).filter(
    (attribute) => attribute.type !== 'link' && others.every(({ label }) => attributesOf(codebook, label).includes(attribute)),
  )
  const attribute = offered.find(({ id }) => id === chosen)
  const valueOf = (annotation: Annotation) => attribute && storedValue(codebook, annotation.attributes, attribute.id)?.value
  const agree = others.every((other) => sameJson(valueOf(other), valueOf(first)))
  const open = annotations.reduce((sum, annotation) => sum + unconfirmed(annotation).length, 0)
  const sameLabel = others.every(({ label }) => label === first.label) ? first.label : null

  return (
    <div className={styles.panel}>
      <h2 className={styles.title}>{t('several.title', { count: annotations.length })}</h2>
      <LabelMenu codebook={codebook} ids={annotations.map(({ id }) => id)} label={sameLabel} />
      <div className={styles.actions}>
        {open > 0 && (
          <Button onClick={() => run(session, 'annotation.confirm')}>
            {t('inspector.confirm-all')} <ActionKbd action="annotation.confirm" />
          </Button>
        )}
        <Button onClick={() => run(session, 'annotation.link')}>
          {t('several.link')} <ActionKbd action="annotation.link" />
        </Button>
        <Button
          look="danger"
          onClick={() => {
            run(session, 'annotation.delete')
            // The button goes with them: the list takes the keys.
            goToField(session, null, null)
          }}
        >
          <Trash2 size={14} aria-hidden /> {t('several.delete')}
        </Button>
      </div>
      {offered.length > 0 && (
        <SelectField
          label={t('several.set')}
          value={attribute?.id ?? ''}
          options={[{ value: '', text: t('several.choose') }, ...offered.map(({ id, name }) => ({ value: id, text: name }))]}
          onChange={setChosen}
        />
      )}
      {attribute && (
        <>
          <Field
            key={attribute.id}
            attribute={attribute}
            codebook={codebook}
            annotation={first}
            value={agree ? valueOf(first) : undefined}
            missing={false}
            actions={fieldActions(session, codebook, attribute, annotations)}
          />
          <p className={styles.note}>{t(agree ? 'several.same' : 'several.differ')}</p>
        </>
      )}
    </div>
  )
}
