import { Archive, ArchiveRestore, ArrowDown, ArrowUp, Merge, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { itemsOf, moveBy, withItems, type ItemKind, type Items } from '../../../../core/codebook/edits/items.ts'
import { remove, restore, type Retirable } from '../../../../core/codebook/edits/retire.ts'
import type { Mergeable } from '../../../../core/codebook/edits/merge.ts'
import { useSession } from '../../../session/context.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import styles from './editor.module.css'
import { isNew, type Editing } from './use-codebook.ts'

interface Props<K extends ItemKind> {
  readonly editing: Editing
  readonly kind: K
  readonly item: Items[K]
}

export function isRetirable(kind: ItemKind): kind is Retirable {
  return kind === 'label' || kind === 'attribute' || kind === 'relation' || kind === 'sector'
}

export function isMergeable(kind: ItemKind): kind is Mergeable {
  return kind === 'label' || kind === 'attribute' || kind === 'relation'
}

/** What it is called, and what can be done to it as a whole. */
export function ItemHead<K extends ItemKind>({ editing, kind, item }: Props<K>) {
  const { t } = useTranslation()
  const { view } = useSession()
  const { codebook, saved, locked, edit, show } = editing
  const retired = 'retired' in item && item.retired === true
  const deletable = !isRetirable(kind) || isNew(saved, kind, item.id)
  const name = 'name' in item ? item.name : t(`change.kind.${kind}`)

  return (
    <header>
      <div className={styles.head}>
        <h2 className={styles.title} dir="auto">
          {name.trim() === '' ? t('editor.nameless') : name}
        </h2>
        {!retired && (
          <>
            <IconButton icon={ArrowUp} title={t('editor.up')} disabled={locked} onClick={() => edit((book) => moveInBook(book, kind, item.id, -1))} />
            <IconButton icon={ArrowDown} title={t('editor.down')} disabled={locked} onClick={() => edit((book) => moveInBook(book, kind, item.id, 1))} />
          </>
        )}
        {isMergeable(kind) && !retired && itemsOf(codebook, kind).length > 1 && (
          <Button look="quiet" disabled={locked} onClick={() => view.setState({ dialog: { kind: 'merge', what: kind, id: item.id, of: null } })}>
            <Merge size={14} aria-hidden /> {t('editor.merge')}
          </Button>
        )}
        {deletable && (
          <Button
            look="quiet"
            disabled={locked}
            onClick={() => {
              edit((book) => remove(book, kind, item.id))
              show({ kind: 'read' })
            }}
          >
            <Trash2 size={14} aria-hidden /> {t('editor.delete')}
          </Button>
        )}
        {!deletable && isRetirable(kind) && !retired && (
          <Button look="quiet" disabled={locked} onClick={() => view.setState({ dialog: { kind: 'retire', what: kind, id: item.id, of: null } })}>
            <Archive size={14} aria-hidden /> {t('editor.retire')}
          </Button>
        )}
        {isRetirable(kind) && retired && (
          <Button look="quiet" disabled={locked} onClick={() => edit((book) => restore(book, kind, item.id))}>
            <ArchiveRestore size={14} aria-hidden /> {t('editor.restore')}
          </Button>
        )}
      </div>
      {retired && <p className={styles.note}>{t('editor.retired.text')}</p>}
    </header>
  )
}

export function moveInBook(codebook: Parameters<typeof itemsOf>[0], kind: ItemKind, id: string, by: 1 | -1) {
  return withItems(codebook, kind, moveBy(itemsOf(codebook, kind), id, by))
}
