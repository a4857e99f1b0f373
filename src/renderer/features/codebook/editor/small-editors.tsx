import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isTaken } from '../../../../core/codebook/edits/fresh.ts'
import type { ChoiceValue, Codebook, RegisteredEntity, RelationType } from '../../../../core/model/codebook.ts'
import { useSession } from '../../../session/context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Checks } from '../../../ui/choices.tsx'
import { SelectField, TextArea, TextField } from '../../../ui/field.tsx'
import styles from './editor.module.css'
import { LinesField } from './fields.tsx'
import { ItemHead } from './item-head.tsx'
import type { Editing } from './use-codebook.ts'

interface Props<T> {
  readonly editing: Editing
  readonly item: T
}

function useNameProblem(item: { readonly id: string; readonly name: string }, all: readonly { readonly id: string; readonly name: string; readonly retired?: boolean | undefined }[]): string | null {
  const { t } = useTranslation()
  if (item.name.trim() === '') return t('new.required')
  return isTaken(item.name, all.filter(({ id, retired }) => id !== item.id && retired !== true)) ? t('editor.name.taken') : null
}

export function RelationEditor({ editing, item }: Props<RelationType>) {
  const { t } = useTranslation()
  const { codebook, locked } = editing
  const change = (some: Partial<RelationType>) => editing.put('relation', { ...item, ...some }, Object.keys(some)[0])
  const problem = useNameProblem(item, codebook.relations)
  const ends = (chosen: readonly string[]) => codebook.labels.filter(({ id, retired }) => retired !== true || chosen.includes(id)).map(({ id, name }) => ({ value: id, text: name }))
  return (
    <form className={styles.editor} aria-label={t('change.kind.relation')} onSubmit={(event) => event.preventDefault()}>
      <ItemHead editing={editing} kind="relation" item={item} />
      <TextField label={t('label.name')} value={item.name} error={problem} disabled={locked} dir="auto" onChange={(event) => change({ name: event.target.value })} />
      <TextArea label={t('label.definition')} rows={3} value={item.definition} disabled={locked} dir="auto" onChange={(event) => change({ definition: event.target.value })} />
      <Checks label={t('relation.from')} values={item.from} options={ends(item.from)} onChange={(from) => change({ from })} />
      <Checks label={t('relation.to')} values={item.to} options={ends(item.to)} onChange={(to) => change({ to })} />
      <p className={styles.quiet}>{t('relation.any')}</p>
    </form>
  )
}

export function RuleEditor({ editing, item }: Props<Codebook['rules'][number]>) {
  const { t } = useTranslation()
  return (
    <form className={styles.editor} aria-label={t('change.kind.rule')} onSubmit={(event) => event.preventDefault()}>
      <ItemHead editing={editing} kind="rule" item={item} />
      <TextArea label={t('rule.text')} help={t('codebook.rules.text')} rows={4} value={item.text} disabled={editing.locked} error={item.text.trim() === '' ? t('new.required') : null} dir="auto" onChange={(event) => editing.put('rule', { ...item, text: event.target.value }, 'text')} />
    </form>
  )
}

export function ExampleEditor({ editing, item }: Props<Codebook['examples'][number]>) {
  const { t } = useTranslation()
  const change = (some: Partial<typeof item>) => editing.put('example', { ...item, ...some }, Object.keys(some)[0])
  return (
    <form className={styles.editor} aria-label={t('change.kind.example')} onSubmit={(event) => event.preventDefault()}>
      <ItemHead editing={editing} kind="example" item={item} />
      <TextArea label={t('example.text')} rows={4} value={item.text} disabled={editing.locked} error={item.text.trim() === '' ? t('new.required') : null} dir="auto" onChange={(event) => change({ text: event.target.value })} />
      <TextArea label={t('example.coding')} rows={4} value={item.coding} disabled={editing.locked} dir="auto" onChange={(event) => change({ coding: event.target.value })} />
    </form>
  )
}

export function SectorEditor({ editing, item }: Props<ChoiceValue>) {
  const { t } = useTranslation()
  const problem = useNameProblem(item, editing.codebook.sectors)
  return (
    <form className={styles.editor} aria-label={t('change.kind.sector')} onSubmit={(event) => event.preventDefault()}>
      <ItemHead editing={editing} kind="sector" item={item} />
      <TextField label={t('label.name')} help={t('sector.code', { id: item.id })} value={item.name} error={problem} disabled={editing.locked} dir="auto" onChange={(event) => editing.put('sector', { ...item, name: event.target.value }, 'name')} />
      <TextArea
        label={t('label.definition')}
        rows={3}
        value={item.definition ?? ''}
        disabled={editing.locked}
        dir="auto"
        onChange={(event) => {
          const { definition: _, ...rest } = item
          editing.put('sector', event.target.value === '' ? rest : { ...rest, definition: event.target.value }, 'definition')
        }}
      />
    </form>
  )
}

export function EntityEditor({ editing, item }: Props<RegisteredEntity>) {
  const { t } = useTranslation()
  const { view } = useSession()
  const { codebook, saved, locked } = editing
  const [opened] = useState(item)
  const problem = useNameProblem(item, codebook.entities ?? [])
  const before = saved.entities?.find(({ id }) => id === item.id) ?? opened
  const set = (field: 'code' | 'sector', value: string) => {
    const { [field]: _, ...rest } = item
    editing.put('entity', value === '' ? rest : { ...rest, [field]: value }, field)
  }
  return (
    <form className={styles.editor} aria-label={t('change.kind.entity')} onSubmit={(event) => event.preventDefault()}>
      <ItemHead editing={editing} kind="entity" item={item} />
      <TextField label={t('label.name')} value={item.name} error={problem} disabled={locked} dir="auto" onChange={(event) => editing.put('entity', { ...item, name: event.target.value }, 'name')} />
      <div className={styles.row}>
        <TextField label={t('entity.code')} value={item.code ?? ''} disabled={locked} onChange={(event) => set('code', event.target.value)} />
        <SelectField
          label={t('entity.sector')}
          value={item.sector ?? ''}
          disabled={locked}
          options={[{ value: '', text: t('entity.sector.none') }, ...codebook.sectors.filter(({ id, retired }) => retired !== true || id === item.sector).map(({ id, name }) => ({ value: id, text: name }))]}
          onChange={(sector) => set('sector', sector)}
        />
      </div>
      <LinesField key={item.id} label={t('entity.aliases')} help={t('entity.aliases.help')} value={item.aliases} disabled={locked} onChange={(aliases) => editing.put('entity', { ...item, aliases }, 'aliases')} />
      <section className={styles.group}>
        <p className={styles.quiet}>{t('entity.values.text')}</p>
        <div>
          <Button disabled={locked || problem !== null} onClick={() => view.setState({ dialog: { kind: 'rename-entity', id: item.id, before } })}>
            {t('entity.values.rename')}
          </Button>
        </div>
      </section>
    </form>
  )
}
