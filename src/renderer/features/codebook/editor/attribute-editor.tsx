import { useTranslation } from 'react-i18next'
import { isTaken } from '../../../../core/codebook/edits/fresh.ts'
import { attributeTypeSchema, stageSchema, type Attribute, type AttributeType } from '../../../../core/model/codebook.ts'
import { Checks } from '../../../ui/choices.tsx'
import { SelectField, TextArea, TextField } from '../../../ui/field.tsx'
import { ConditionFields } from './condition-fields.tsx'
import { DefaultFields } from './default-fields.tsx'
import styles from './editor.module.css'
import { CommaField, NumberField } from './fields.tsx'
import { ItemHead } from './item-head.tsx'
import { withSource } from './label-editor.tsx'
import { isNew, type Editing } from './use-codebook.ts'
import { ValuesEditor } from './values-editor.tsx'

const LISTED: readonly AttributeType[] = ['choice', 'choices', 'scale']

export function AttributeEditor({ editing, attribute }: { readonly editing: Editing; readonly attribute: Attribute }) {
  const { t } = useTranslation()
  const { codebook, saved, locked } = editing
  const put = (next: Attribute, about: string) => editing.put('attribute', next, about)
  const change = (some: Partial<Attribute>) => put({ ...attribute, ...some }, Object.keys(some)[0] ?? '')
  /** Sets a field that may be missing, or takes it out. */
  const set = <F extends keyof Attribute>(field: F, value: Attribute[F] | undefined) => {
    const { [field]: _, ...rest } = attribute
    put((value === undefined ? rest : { ...rest, [field]: value }) as Attribute, field)
  }
  const { id, type } = attribute
  const others = codebook.attributes.filter((other) => other.id !== id && other.retired !== true)
  const labels = codebook.labels.filter((label) => label.retired !== true || attribute.labels.includes(label.id))
  const relations = codebook.relations.filter((relation) => relation.retired !== true || relation.id === attribute.relation)
  const nameProblem = attribute.name.trim() === '' ? t('new.required') : isTaken(attribute.name, others) ? t('attribute.name.taken') : null
  const isBounded = type === 'number' || type === 'quantity'
  const backwards = attribute.min !== undefined && attribute.max !== undefined && attribute.min > attribute.max

  return (
    <form className={styles.editor} aria-label={t('change.kind.attribute')} onSubmit={(event) => event.preventDefault()}>
      <ItemHead editing={editing} kind="attribute" item={attribute} />
      <TextField label={t('attribute.name')} value={attribute.name} error={nameProblem} disabled={locked} dir="auto" onChange={(event) => change({ name: event.target.value })} />
      <TextArea label={t('attribute.help')} rows={2} value={attribute.help} disabled={locked} dir="auto" onChange={(event) => change({ help: event.target.value })} />
      <div className={styles.row}>
        <SelectField
          label={t('attribute.type')}
          value={type}
          disabled={locked || !isNew(saved, 'attribute', id)}
          help={isNew(saved, 'attribute', id) ? undefined : t('attribute.type.fixed')}
          options={attributeTypeSchema.options.map((value) => ({ value, text: t(`type.${value}`) }))}
          onChange={(next) => put(ofType(attribute, next, relations[0]?.id), 'type')}
        />
        <SelectField
          label={t('attribute.stage')}
          value={attribute.stage}
          disabled={locked}
          options={stageSchema.options.map((value) => ({ value, text: t(`stage.${value}.long`) }))}
          onChange={(stage) => change({ stage })}
        />
      </div>
      {LISTED.includes(type) && <ValuesEditor editing={editing} attribute={attribute} />}
      {type === 'link' && (
        <SelectField
          label={t('attribute.shows')}
          value={attribute.relation ?? ''}
          disabled={locked}
          error={attribute.relation === undefined ? t('attribute.shows.missing') : null}
          options={[...(attribute.relation === undefined ? [{ value: '', text: t('editor.choose') }] : []), ...relations.map((relation) => ({ value: relation.id, text: relation.name }))]}
          onChange={(relation) => set('relation', relation === '' ? undefined : relation)}
        />
      )}
      {(type === 'choices' || type === 'entities' || isBounded) && (
        <div className={styles.row}>
          {(type === 'choices' || type === 'entities') && <NumberField key={id} whole label={t('attribute.max')} value={attribute.max_values} disabled={locked} onChange={(value) => set('max_values', value)} />}
          {isBounded && <NumberField key={`least ${id}`} label={t('attribute.least')} value={attribute.min} disabled={locked} error={backwards ? t('attribute.backwards') : null} onChange={(value) => set('min', value)} />}
          {isBounded && <NumberField key={`greatest ${id}`} label={t('attribute.greatest')} value={attribute.max} disabled={locked} onChange={(value) => set('max', value)} />}
        </div>
      )}
      {type === 'quantity' && <CommaField key={`units ${id}`} label={t('attribute.units')} value={attribute.units ?? []} disabled={locked} onChange={(units) => set('units', units.length === 0 ? undefined : units)} />}
      <Checks
        label={t('attribute.labels')}
        values={attribute.labels}
        options={labels.map((label) => ({ value: label.id, text: label.name }))}
        error={attribute.labels.length === 0 ? t('attribute.labels.missing') : null}
        onChange={(chosen) => change({ labels: chosen })}
      />
      {attribute.stage === 'if_stated' && (
        <section className={styles.group} aria-label={t('attribute.required')}>
          <h3 className={styles.groupTitle}>{t('attribute.required')}</h3>
          <ConditionFields label={t('attribute.required.when')} never={t('attribute.required.never')} condition={attribute.required_when} others={others} disabled={locked} onChange={(condition) => set('required_when', condition)} />
        </section>
      )}
      {type !== 'link' && <DefaultFields codebook={codebook} attribute={attribute} others={others} disabled={locked} onChange={(rule) => set('default', rule)} />}
      <TextField label={t('label.source')} value={attribute.source ?? ''} disabled={locked} dir="auto" onChange={(event) => put(withSource(attribute, event.target.value), 'source')} />
    </form>
  )
}

/** Of another type, without what only the old one has. */
function ofType({ id, name, help, labels, stage, required_when, source, values }: Attribute, type: AttributeType, relation: string | undefined): Attribute {
  return {
    id, name, help, type, labels, stage,
    ...(required_when ? { required_when } : {}),
    ...(source === undefined ? {} : { source }),
    ...(LISTED.includes(type) ? { values: values ?? [] } : {}),
    ...(type === 'link' && relation !== undefined ? { relation } : {}),
  }
}
