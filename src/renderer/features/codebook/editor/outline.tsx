import { Plus } from 'lucide-react'
import { useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { itemKinds, itemsOf, moveItem, type ItemKind } from '../../../../core/codebook/edits/items.ts'
import type { Label } from '../../../../core/model/codebook.ts'
import { codebookDesk } from '../../../session/codebook-desk.ts'
import { useSession } from '../../../session/context.tsx'
import { Kbd } from '../../../ui/kbd.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { LabelSwatch } from '../../../ui/label-sample.tsx'
import { moveInBook } from './item-head.tsx'
import styles from './outline.module.css'
import { useAddItem } from './use-add-item.ts'
import type { Editing } from './use-codebook.ts'

/** Everything in the codebook by kind: chosen by a press, moved by dragging or with Alt and an arrow, added by its name. */
export function Outline({ editing }: { readonly editing: Editing }) {
  const { t } = useTranslation()
  const session = useSession()
  const place = useStore(codebookDesk(session), (state) => state.place)
  const { show } = editing
  return (
    <>
      <ul className={styles.list}>
        {(['read', 'notes', 'versions'] as const).map((kind) => (
          <li key={kind}>
            <button type="button" className={styles.jump} aria-current={place.kind === kind ? 'page' : undefined} onClick={() => show({ kind })}>
              {t(`editor.place.${kind}`)}
            </button>
          </li>
        ))}
      </ul>
      {itemKinds.map((kind) => (
        <Section key={kind} editing={editing} kind={kind} chosen={'id' in place && place.kind === kind ? place.id : null} />
      ))}
    </>
  )
}

interface Entry {
  readonly id: string
  readonly retired?: boolean | undefined
  readonly name?: string
  readonly text?: string
}

function Section({ editing, kind, chosen }: { readonly editing: Editing; readonly kind: ItemKind; readonly chosen: string | null }) {
  const { t } = useTranslation()
  const { codebook, locked, edit, show } = editing
  const desk = codebookDesk(useSession())
  const isAdding = useStore(desk, (state) => state.adding === kind)
  const [typed, setTyped] = useState('')
  const add = useAddItem(editing)
  const list = useRef<HTMLUListElement>(null)
  const items: readonly Entry[] = itemsOf(codebook, kind)
  const shown = items.filter(({ retired }) => retired !== true)
  const retired = items.filter((item) => item.retired === true)

  function stop(): void {
    setTyped('')
    desk.setState({ adding: null })
  }

  function finish(): void {
    const name = typed.trim()
    stop()
    if (name !== '') add(kind, name)
  }

  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>, id: string): void {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    event.stopPropagation()
    if (event.altKey) return locked ? undefined : edit((book) => moveInBook(book, kind, id, event.key === 'ArrowUp' ? -1 : 1))
    const buttons = [...(list.current?.closest('nav')?.querySelectorAll<HTMLButtonElement>('button[data-entry]') ?? [])]
    buttons[buttons.indexOf(event.currentTarget) + (event.key === 'ArrowUp' ? -1 : 1)]?.focus()
  }

  function onDrop(event: DragEvent, before: string): void {
    const id = event.dataTransfer.getData(`concord/${kind}`)
    if (id === '' || id === before) return
    event.preventDefault()
    edit((book) => moveItem(book, kind, id, itemsOf(book, kind).findIndex((item) => item.id === before)))
  }

  const entry = (item: Entry) => (
    <li key={item.id}>
      <button
        type="button"
        data-entry
        className={styles.jump}
        data-inner
        draggable={!locked && item.retired !== true}
        aria-current={item.id === chosen ? 'page' : undefined}
        onClick={() => show({ kind, id: item.id })}
        onKeyDown={(event) => item.retired !== true && onKeyDown(event, item.id)}
        onDragStart={(event) => event.dataTransfer.setData(`concord/${kind}`, item.id)}
        onDragOver={(event) => event.dataTransfer.types.includes(`concord/${kind}`) && event.preventDefault()}
        onDrop={(event) => onDrop(event, item.id)}
      >
        {isLabel(kind, item) && <LabelSwatch look={item} />}
        <span className={styles.name} dir="auto">
          {item.name ?? item.text}
        </span>
        {isLabel(kind, item) && !item.active && <span className={styles.off}>{t('codebook.off')}</span>}
        {isLabel(kind, item) && item.key !== undefined && item.active && <Kbd keys={item.key.toUpperCase()} />}
      </button>
    </li>
  )

  return (
    <section className={styles.section} aria-label={t(`change.kinds.${kind}`)}>
      <header className={styles.head}>
        <h2 className={styles.title}>{t(`change.kinds.${kind}`)}</h2>
        <span className={styles.count}>{shown.length}</span>
        <IconButton icon={Plus} title={t(`editor.add.${kind}`)} disabled={locked} onClick={() => desk.setState({ adding: kind })} />
      </header>
      <ul ref={list} className={styles.list}>
        {shown.map(entry)}
      </ul>
      {isAdding && (
        <input
          className={styles.input}
          aria-label={t(`editor.new.${kind}`)}
          placeholder={t(`editor.new.${kind}`)}
          value={typed}
          dir="auto"
          // Asked for with the press that made it.
          ref={(input) => input?.focus()}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={finish}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter') finish()
            else if (event.key === 'Escape') stop()
          }}
        />
      )}
      {retired.length > 0 && (
        <details className={styles.retired}>
          <summary>{t('editor.retired.count', { count: retired.length })}</summary>
          <ul className={styles.list}>{retired.map(entry)}</ul>
        </details>
      )}
    </section>
  )
}

function isLabel(kind: ItemKind, item: Entry): item is Label {
  return kind === 'label' && 'tint' in item
}
