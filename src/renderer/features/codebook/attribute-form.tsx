import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { attributeTypeSchema, stageSchema, type Attribute, type AttributeType, type Codebook } from '../../../core/model/codebook.ts'
import { fold } from '../../../core/query/article-list.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { saveCodebook } from '../../session/project.ts'
import { Button } from '../../ui/button.tsx'
import { Checks } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextArea, TextField } from '../../ui/field.tsx'
import { freshId, linesOf, valuesFromLines, withAttribute } from './edit.ts'
import styles from './forms.module.css'

interface Props {
  /** Null: a new one. */
  readonly id: string | null
  /** The label that a new one is for. */
  readonly label: string | null
  readonly onClose: () => void
}

export function AttributeForm(props: Props) {
  const codebook = useSessionState((state) => state.project?.codebook)
  return codebook ? <Form {...props} codebook={codebook} /> : null
}

const LISTED: readonly AttributeType[] = ['choice', 'choices', 'scale']

function Form({ id, label, onClose, codebook }: Props & { readonly codebook: Codebook }) {
  const { t } = useTranslation()
  const session = useSession()
  const known = codebook.attributes.find((each) => each.id === id)
  const labels = codebook.labels.filter(({ retired }) => retired !== true)
  const [name, setName] = useState(known?.name ?? '')
  const [help, setHelp] = useState(known?.help ?? '')
  const [type, setType] = useState<AttributeType>(known?.type ?? 'choice')
  const [stage, setStage] = useState(known?.stage ?? 'now')
  const [on, setOn] = useState<readonly string[]>(known?.labels ?? (label === null ? labels.filter(({ kind }) => kind === 'event').map((each) => each.id) : [label]))
  const [values, setValues] = useState(known?.values?.filter(({ retired }) => retired !== true).map((value) => value.name).join('\n') ?? '')
  const [most, setMost] = useState(known?.max_values === undefined ? '' : String(known.max_values))
  const [units, setUnits] = useState(known?.units?.join(', ') ?? '')
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)

  const taken = codebook.attributes.some((each) => each.id !== id && fold(each.name) === fold(name.trim()))
  const noValues = LISTED.includes(type) && linesOf(values).length < 2
  const nameProblem = taken ? t('attribute.name.taken') : tried && name.trim() === '' ? t('new.required') : null

  function made(): Attribute {
    const { values: before = [], max_values: _most, units: _units, relation, ...rest } = known ?? {}
    const own = known?.id ?? freshId(name, codebook.attributes.map((each) => each.id), session.environment)
    const listed = LISTED.includes(type)
    const count = Number.parseInt(most, 10)
    const offered = units.split(',').map((unit) => unit.trim()).filter((unit) => unit !== '')
    return {
      ...rest,
      id: own,
      name: name.trim(),
      help: help.trim(),
      type,
      labels: [...on],
      stage,
      ...(listed ? { values: valuesFromLines(values, before, session.environment) } : {}),
      ...(type === 'choices' && count > 0 ? { max_values: count } : {}),
      ...(type === 'quantity' && offered.length > 0 ? { units: offered } : {}),
      ...(type === 'link' ? { relation: relation ?? own } : {}),
    }
  }

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '' || taken || noValues || on.length === 0) return
    const words = t(id === null ? 'attribute.change.added' : 'attribute.change.edited', { name: name.trim() })
    const answer = await saveCodebook(session, withAttribute(codebook, made()), words)
    if (answer.ok) onClose()
    else setRefused(`${answer.error.message} ${answer.error.remedy}`)
  }

  return (
    <Dialog
      kind="sheet"
      size="small"
      title={id === null ? t('attribute.new') : t('attribute.edit')}
      onClose={onClose}
      actions={
        <>
          {refused !== null && <p className={styles.refused}>{refused}</p>}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" form="attribute-form">
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form id="attribute-form" className={styles.form} onSubmit={(event) => void save(event)}>
        <TextField label={t('attribute.name')} value={name} error={nameProblem} dir="auto" onChange={(event) => setName(event.target.value)} />
        <TextArea label={t('attribute.help')} rows={2} value={help} dir="auto" onChange={(event) => setHelp(event.target.value)} />
        <SelectField
          label={t('attribute.type')}
          value={type}
          disabled={known !== undefined}
          help={known && t('attribute.type.fixed')}
          options={attributeTypeSchema.options.map((value) => ({ value, text: t(`type.${value}`) }))}
          onChange={setType}
        />
        {LISTED.includes(type) && (
          <TextArea
            label={type === 'scale' ? t('attribute.values.scale') : t('attribute.values')}
            rows={5}
            value={values}
            error={tried && noValues ? t('attribute.values.missing') : null}
            dir="auto"
            onChange={(event) => setValues(event.target.value)}
          />
        )}
        {type === 'choices' && <TextField label={t('attribute.max')} inputMode="numeric" value={most} onChange={(event) => setMost(event.target.value.replaceAll(/\D/g, ''))} />}
        {type === 'quantity' && <TextField label={t('attribute.units')} value={units} onChange={(event) => setUnits(event.target.value)} />}
        <SelectField
          label={t('attribute.stage')}
          value={stage}
          options={stageSchema.options.map((value) => ({ value, text: t(`stage.${value}.long`) }))}
          onChange={setStage}
        />
        <Checks
          label={t('attribute.labels')}
          values={on}
          options={labels.map((each) => ({ value: each.id, text: each.name }))}
          error={tried && on.length === 0 ? t('attribute.labels.missing') : null}
          onChange={setOn}
        />
      </form>
    </Dialog>
  )
}
