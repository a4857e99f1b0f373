import { useTranslation } from 'react-i18next'
import { useState } from 'react'
import { fold } from '../../../../core/query/article-list.ts'
import type { RegisteredEntity } from '../../../../core/model/codebook.ts'
import { sameJson } from '../../../../core/model/equal.ts'
import type { Entity } from '../../../../core/model/value.ts'
import type { AnnotatorUses } from '../../../../ipc/shapes.ts'
import { reloadArticle } from '../../../session/reload.ts'
import { useSession } from '../../../session/context.tsx'
import { say, sayError, stepMade } from '../../../session/view.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useEditing } from '../editor/use-codebook.ts'
import styles from './dialogs.module.css'
import { useUses } from './use-uses.ts'

interface Props {
  readonly id: string
  /** As it was before it was changed. */
  readonly before: RegisteredEntity
  readonly onClose: () => void
}

/** Writes an entity's name, code and sector into the annotator's own values: which ones is chosen, and counted, beforehand. */
export function RenameEntityDialog({ id, before, onClose }: Props) {
  const { t } = useTranslation()
  const session = useSession()
  const editing = useEditing()
  const uses = useUses(null)
  const [left, setLeft] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const entity = editing?.codebook.entities?.find((each) => each.id === id)
  if (!entity) return null
  const to: Entity = { name: entity.name, ...(entity.code === undefined ? {} : { code: entity.code }), ...(entity.sector === undefined ? {} : { sector: entity.sector }) }
  const found = uses ? meant(uses, [before, entity]).filter(({ value }) => !sameJson(value, to)) : null
  const chosen = found?.filter(({ value }) => !left.includes(describe(value))) ?? []
  const others = uses ? uses.filter(({ own }) => !own).reduce((total, each) => total + meant([{ ...each, own: true }], [before, entity]).reduce((sum, { count }) => sum + count, 0), 0) : 0

  async function rename(): Promise<void> {
    setBusy(true)
    await session.queue.drained()
    const answer = await session.client.ask('codebook.renameEntity', { from: chosen.map(({ value }) => value), to })
    setBusy(false)
    if (!answer.ok) return sayError(session.view, answer.error)
    stepMade(session.view, 'gesture')
    const open = session.store.getState().article
    if (open && answer.value.some(({ article }) => article === open.id)) await reloadArticle(session, open.id)
    const count = answer.value.reduce((total, { diff }) => total + diff.annotations.updated.length, 0)
    say(session.view, t('rename.done', { count, name: to.name }), { detail: t('rename.undo') })
    onClose()
  }

  return (
    <Dialog
      title={t('rename.title', { name: entity.name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" disabled={chosen.length === 0 || busy} onClick={() => void rename()}>
            {t('rename.do')}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <p>{t('rename.text', { name: describe(to) })}</p>
        {!found && <p className={styles.quiet}>{t('uses.counting')}</p>}
        {found?.length === 0 && <p>{t('rename.none')}</p>}
        {found && found.length > 0 && (
          <ul>
            {found.map(({ value, count }) => (
              <li key={describe(value)}>
                <label className={styles.reads}>
                  <input
                    type="checkbox"
                    checked={!left.includes(describe(value))}
                    onChange={(event) => setLeft(event.target.checked ? left.filter((each) => each !== describe(value)) : [...left, describe(value)])}
                  />
                  <span dir="auto">{describe(value)}</span>
                  <span className={styles.quiet}>{t('rename.count', { count })}</span>
                </label>
              </li>
            ))}
          </ul>
        )}
        {others > 0 && <p className={styles.quiet}>{t('rename.others', { count: others })}</p>}
      </div>
    </Dialog>
  )
}

/** The annotator's own recorded entities that have its name, an alias of it or its old name. */
function meant(uses: readonly AnnotatorUses[], entities: readonly RegisteredEntity[]): { readonly value: Entity; readonly count: number }[] {
  const names = new Set(entities.flatMap(({ name, aliases }) => [name, ...aliases].map(fold)))
  return uses
    .filter(({ own }) => own)
    .flatMap((each) => each.uses.entities)
    .filter(({ name }) => names.has(fold(name)))
    .map(({ count, ...value }) => ({ value, count }))
}

function describe({ name, code, sector }: Entity): string {
  return [name, code, sector].filter((part) => part !== undefined).join(' · ')
}
