import { Archive, ArchiveRestore, ArrowDown, ArrowUp, Merge, Trash2 } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { freshId } from '../../../../core/codebook/edits/fresh.ts'
import { moveBy } from '../../../../core/codebook/edits/items.ts'
import { restoreValue } from '../../../../core/codebook/edits/retire.ts'
import type { Attribute, ChoiceValue } from '../../../../core/model/codebook.ts'
import { useSession } from '../../../session/context.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import styles from './editor.module.css'
import { linesOf } from './fields.tsx'
import type { Editing } from './use-codebook.ts'

interface Props {
  readonly editing: Editing
  readonly attribute: Attribute
}

/** The field's own, like those of a text field: no action has them. */
const UP = 'Alt+ArrowUp'
const DOWN = 'Alt+ArrowDown'

/** The values of a list in order, each with its definition; Alt and an arrow move one. */
export function ValuesEditor({ editing, attribute }: Props) {
  const { t } = useTranslation()
  const session = useSession()
  const { codebook, saved, locked, edit } = editing
  const values = attribute.values ?? []
  const before = saved.attributes.find(({ id }) => id === attribute.id)?.values ?? []
  const put = (next: ChoiceValue[], about?: string) => editing.put('attribute', { ...attribute, values: next }, about)
  const change = (value: ChoiceValue, about: string) => put(values.map((other) => (other.id === value.id ? value : other)), `${about} ${value.id}`)
  const [adding, setAdding] = useState('')

  function add(): void {
    const taken = [...values.map(({ id }) => id), ...codebook.aliases.filter(({ kind, attribute: of }) => kind === 'value' && of === attribute.id).map(({ from }) => from)]
    const made = linesOf(adding.replaceAll('\t', ' ')).map((name) => {
      const id = freshId(name, taken, session.environment)
      taken.push(id)
      return { id, name }
    })
    if (made.length > 0) put([...values, ...made])
    setAdding('')
  }

  function onKeyDown(event: KeyboardEvent, id: string): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    put(moveBy(values, id, event.key === 'ArrowUp' ? -1 : 1))
  }

  const shown = values.filter(({ retired }) => retired !== true)
  const retired = values.filter((value) => value.retired === true)
  const open = (kind: 'merge' | 'retire', id: string) => session.view.setState({ dialog: { kind, what: 'value', id, of: attribute.id } })
  return (
    <section className={styles.group} aria-label={t('codebook.values')}>
      <h3 className={styles.groupTitle}>{attribute.type === 'scale' ? t('values.scale') : t('codebook.values')}</h3>
      <ul className={styles.items}>
        {shown.map((value) => (
          <li key={value.id} className={styles.item}>
            <TextField label={t('values.name', { name: value.name })} hideLabel value={value.name} disabled={locked} error={value.name.trim() === '' ? t('new.required') : null} dir="auto" onChange={(event) => change({ ...value, name: event.target.value }, 'value')} onKeyDown={(event) => onKeyDown(event, value.id)} />
            <TextArea
              label={t('values.definition', { name: value.name })}
              hideLabel
              rows={1}
              placeholder={t('label.definition')}
              value={value.definition ?? ''}
              disabled={locked}
              dir="auto"
              onChange={(event) => change(withDefinition(value, event.target.value), 'definition')}
              onKeyDown={(event) => onKeyDown(event, value.id)}
            />
            <div className={styles.itemActions}>
              <IconButton icon={ArrowUp} title={t('values.up', { name: value.name })} keys={UP} disabled={locked} onClick={() => put(moveBy(values, value.id, -1))} />
              <IconButton icon={ArrowDown} title={t('values.down', { name: value.name })} keys={DOWN} disabled={locked} onClick={() => put(moveBy(values, value.id, 1))} />
              {before.some(({ id }) => id === value.id) ? (
                <>
                  <IconButton icon={Merge} title={t('values.merge', { name: value.name })} disabled={locked || shown.length < 2} onClick={() => open('merge', value.id)} />
                  <IconButton icon={Archive} title={t('values.retire', { name: value.name })} disabled={locked || shown.length < 2} onClick={() => open('retire', value.id)} />
                </>
              ) : (
                <IconButton icon={Trash2} title={t('values.delete', { name: value.name })} disabled={locked} onClick={() => put(values.filter(({ id }) => id !== value.id))} />
              )}
            </div>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className={styles.problem}>{t('values.none')}</p>}
      <div className={styles.item}>
        <TextArea
          label={t('values.new')}
          hideLabel
          rows={1}
          placeholder={t('values.new.help')}
          value={adding}
          disabled={locked}
          dir="auto"
          onChange={(event) => setAdding(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            add()
          }}
        />
        <div>
          <Button disabled={locked || adding.trim() === ''} onClick={add}>
            {t('values.add')}
          </Button>
        </div>
      </div>
      {retired.length > 0 && (
        <p className={styles.retired}>
          {t('editor.retired')}
          {retired.map(({ id, name }) => (
            <Button key={id} look="quiet" disabled={locked} aria-label={t('values.restore', { name })} onClick={() => edit((book) => restoreValue(book, attribute.id, id))}>
              <ArchiveRestore size={14} aria-hidden /> {name}
            </Button>
          ))}
        </p>
      )}
    </section>
  )
}

function withDefinition(value: ChoiceValue, definition: string): ChoiceValue {
  const { definition: _, ...rest } = value
  return definition === '' ? rest : { ...rest, definition }
}
