import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useSession } from '../../session/context.tsx'
import { keepSaved, searchOf } from '../../session/search.ts'
import { say } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'

export function SaveQueryDialog({ query, onClose }: { readonly query: string; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const saved = useStore(searchOf(session), (state) => state.saved) ?? []
  const [name, setName] = useState('')
  const trimmed = name.trim()

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (trimmed === '') return
    onClose()
    const others = saved.filter((each) => each.name !== trimmed)
    void keepSaved(session, [...others, { name: trimmed, query }].sort((a, b) => a.name.localeCompare(b.name)))
    say(session.view, t('search.saved.kept', { name: trimmed }))
  }

  return (
    <Dialog
      title={t('search.saved.title')}
      description={<code dir="auto">{query}</code>}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" form="save-query" disabled={trimmed === ''}>{t('search.saved.save')}</Button>
        </>
      }
    >
      <form id="save-query" onSubmit={submit}>
        <TextField label={t('search.saved.name')} value={name} maxLength={200} help={saved.some((each) => each.name === trimmed) ? t('search.saved.again') : undefined} onChange={({ target }) => setName(target.value)} />
      </form>
    </Dialog>
  )
}
