import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { itemsOf, type ItemKind, type Items } from '../../../../core/codebook/edits/items.ts'
import { codebookDesk } from '../../../session/codebook-desk.ts'
import { useSession } from '../../../session/context.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { CodebookPage } from '../codebook-page.tsx'
import { AttributeEditor } from './attribute-editor.tsx'
import styles from './editor.module.css'
import { LabelEditor } from './label-editor.tsx'
import { EntityEditor, ExampleEditor, RelationEditor, RuleEditor, SectorEditor } from './small-editors.tsx'
import type { Editing } from './use-codebook.ts'
import { Versions } from './versions.tsx'

/** What the outline has chosen; the whole codebook where that is no longer there. */
export function Content({ editing }: { readonly editing: Editing }) {
  const session = useSession()
  const place = useStore(codebookDesk(session), (state) => state.place)
  const { codebook } = editing
  if (place.kind === 'versions') return <Versions editing={editing} />
  if (place.kind === 'notes') return <NotesEditor editing={editing} />
  if (place.kind !== 'read') {
    const { id } = place
    const find = <K extends ItemKind>(kind: K): Items[K] | undefined => (place.kind === kind ? itemsOf(codebook, kind).find((item) => item.id === id) : undefined)
    const label = find('label')
    if (label) return <LabelEditor key={id} editing={editing} label={label} />
    const attribute = find('attribute')
    if (attribute) return <AttributeEditor key={id} editing={editing} attribute={attribute} />
    const relation = find('relation')
    if (relation) return <RelationEditor key={id} editing={editing} item={relation} />
    const rule = find('rule')
    if (rule) return <RuleEditor key={id} editing={editing} item={rule} />
    const example = find('example')
    if (example) return <ExampleEditor key={id} editing={editing} item={example} />
    const sector = find('sector')
    if (sector) return <SectorEditor key={id} editing={editing} item={sector} />
    const entity = find('entity')
    if (entity) return <EntityEditor key={id} editing={editing} item={entity} />
  }
  return <CodebookPage editing={editing} />
}

function NotesEditor({ editing }: { readonly editing: Editing }) {
  const { t } = useTranslation()
  const { codebook, locked, edit } = editing
  return (
    <form className={styles.editor} aria-label={t('editor.place.notes')} onSubmit={(event) => event.preventDefault()}>
      <h2 className={styles.title}>{t('editor.place.notes')}</h2>
      <TextField label={t('label.name')} value={codebook.name} error={codebook.name.trim() === '' ? t('new.required') : null} disabled={locked} dir="auto" onChange={(event) => edit((book) => ({ ...book, name: event.target.value }), 'name')} />
      <TextArea label={t('codebook.notes')} rows={8} value={codebook.notes} disabled={locked} dir="auto" onChange={(event) => edit((book) => ({ ...book, notes: event.target.value }), 'notes')} />
    </form>
  )
}
