import { useId, useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { narrow } from '../../../core/codebook/inputs/narrow.ts'
import { numberText, readNumber } from '../../../core/codebook/inputs/number-input.ts'
import { choiceById, labelById, offeredLabels } from '../../../core/codebook/lookup.ts'
import { valueOf } from '../../../core/grid/cell.ts'
import { LABEL, NOTE, type GridColumn, type GridRow } from '../../../core/grid/columns.ts'
import type { CellContent } from '../../../core/grid/plan.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import type { Payload, Value } from '../../../core/model/value.ts'
import { Combobox, type Option } from '../inspector/controls/combobox.tsx'
import { KeptOnLeave } from '../inspector/controls/use-draft.ts'
import { Editor } from '../inspector/fields/editor.tsx'
import { GrowingText } from '../inspector/fields/growing-text.tsx'
import { Input } from '../inspector/fields/input.tsx'
import { Problem } from '../inspector/fields/problem.tsx'
import { useNumberWords } from '../inspector/fields/use-number-words.ts'
import { LabelSwatch } from '../labels/label-swatch.tsx'
import styles from './cell-editor.module.css'

/** It is the dialog of one cell, over it; the element of that name would be one of the whole window. */
const DIALOG = { role: 'dialog' } as const

export type Leave = 'stay' | 'down' | 'up' | 'next' | 'previous'

interface Props {
  readonly codebook: Codebook
  readonly row: GridRow
  readonly column: GridColumn
  readonly name: string
  readonly anchor: string
  /** Typing began it: what stands there is replaced. */
  readonly fresh: boolean
  readonly onContent: (content: CellContent) => void
  readonly onLeave: (where: Leave) => void
}

/** The editor of a cell, over it: one line for what is one line, else the inspector's own field. Enter and Tab keep and go on, Escape leaves it. */
export function CellEditor(props: Props) {
  const { row, column, name, anchor, onContent, onLeave } = props
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const listOpen = useRef(false)
  const leaving = useRef(false)
  /** What a field of several parts holds so far: one gesture when it is left. */
  const held = useRef<{ readonly content: CellContent } | null>(null)

  function hold(content: CellContent): void {
    held.current = { content }
  }

  function leave(where: Leave, keep: boolean): void {
    if (leaving.current) return
    leaving.current = true
    // Fields keep what is typed when they are left.
    if (keep && document.activeElement instanceof HTMLElement && frame.current?.contains(document.activeElement)) document.activeElement.blur()
    if (keep && held.current) onContent(held.current.content)
    onLeave(where)
  }

  useLayoutEffect(() => {
    const shown = frame.current
    shown?.showPopover()
    const field = shown?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input:not([tabindex="-1"]), textarea, select')
    field?.focus({ preventScroll: true })
    if (field && 'select' in field) field.select()
    return () => shown?.hidePopover()
  }, [])

  function onKeyDown(event: KeyboardEvent): void {
    // What is typed into a cell is nobody else's.
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && !listOpen.current) {
      event.preventDefault()
      return leave('stay', false)
    }
    if (event.defaultPrevented) return
    if (event.key === 'Enter' && !event.altKey && !(event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      leave(event.shiftKey ? 'up' : 'down', true)
    } else if (event.key === 'Tab' && isLastField(frame.current, event.target, event.shiftKey)) {
      event.preventDefault()
      leave(event.shiftKey ? 'previous' : 'next', true)
    }
  }

  function onBlur(event: FocusEvent): void {
    // Another window in front is no leaving.
    if (document.hasFocus() && !frame.current?.contains(event.relatedTarget)) leave('stay', true)
  }

  const dialog = {
    ...DIALOG,
    onKeyDownCapture: () => {
      listOpen.current = frame.current?.querySelector('[aria-expanded="true"]') !== null
    },
    onKeyDown,
    onBlur,
    onPointerDown: (event: PointerEvent) => event.stopPropagation(),
  }
  return (
    <div
      ref={frame}
      popover="manual"
      className={styles.editor}
      style={{ positionAnchor: anchor }}
      aria-label={t('grid.edit', { column: name, quote: row.annotation.fragments[0]?.quote ?? '' })}
      {...dialog}
    >
      <Field {...props} onLeave={(where) => leave(where, true)} onHold={hold} key={column.id} />
    </div>
  )
}

function isLastField(frame: HTMLElement | null, target: EventTarget, backwards: boolean): boolean {
  const fields = [...(frame?.querySelectorAll<HTMLElement>('input, textarea, select, button') ?? [])].filter((field) => field.tabIndex >= 0)
  return fields.at(backwards ? 0 : -1) === target
}

interface FieldProps extends Props {
  /** Holds what is recorded so far until the cell is left. */
  readonly onHold: (content: CellContent) => void
}

function Field(props: FieldProps): ReactNode {
  const { codebook, row, column, onContent } = props
  const { attribute } = column
  if (column === LABEL) return <LabelField {...props} />
  if (column === NOTE) return <TextField {...props} text={row.annotation.note ?? ''} onText={onContent} />
  if (!attribute) return null
  const value = valueOf(codebook, row.annotation, column)
  const payload = value && 'value' in value ? value.value : null
  const set = (next: Payload | null) => onContent(next === null ? null : { state: 'decided', value: next })
  switch (attribute.type) {
    case 'text':
      return <TextField {...props} text={typeof payload === 'string' ? payload : ''} onText={(text) => set(text.trim() === '' ? null : text.trim())} />
    case 'number':
      return <NumberField {...props} payload={payload} onNumber={set} />
    case 'boolean':
    case 'choice':
    case 'scale':
      return <ChoiceField {...props} payload={payload} onChoice={set} />
    default:
      return <InspectorField {...props} value={value} payload={payload} />
  }
}

/** A draft that becomes the content when the field is left, unless Escape did it. */
function useKept<T>(start: T, keep: (draft: T) => boolean) {
  const [draft, setDraft] = useState<{ readonly value: T } | null>(null)
  return {
    draft: draft ? draft.value : start,
    set: (value: T) => setDraft({ value }),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.nativeEvent.isComposing) return
      if (event.key === 'Escape') setDraft(null)
      else if ((event.key === 'Enter' && !event.altKey) || event.key === 'Tab') {
        if (draft === null || keep(draft.value)) setDraft(null)
        else event.preventDefault()
      }
    },
    /** Leaving by the pointer keeps what can be kept. */
    onBlur: (event: FocusEvent) => {
      if (draft !== null && !event.defaultPrevented && document.hasFocus()) keep(draft.value)
    },
  }
}

function TextField({ name, fresh, text, onText }: Props & { readonly text: string; readonly onText: (text: string) => void }) {
  const { draft, set, onKeyDown, onBlur } = useKept(fresh ? '' : text, (typed) => {
    onText(typed)
    return true
  })
  return (
    <GrowingText
      aria-label={name}
      value={draft}
      onChange={(event) => set(event.target.value)}
      onBlur={onBlur}
      onKeyDown={(event) => {
        // As in a spreadsheet: a line end inside the cell.
        if (event.key === 'Enter' && event.altKey) {
          event.preventDefault()
          document.execCommand('insertLineBreak')
        } else onKeyDown(event)
      }}
    />
  )
}

function NumberField({ column, name, fresh, payload, onNumber }: Props & { readonly payload: Payload | null; readonly onNumber: (value: number | null) => void }) {
  const bounds = column.attribute ?? {}
  const words = useNumberWords(bounds)
  const { draft, set, onKeyDown, onBlur } = useKept(!fresh && typeof payload === 'number' ? numberText(payload) : '', (typed) => {
    const { value, problem } = readNumber(typed, bounds)
    if (problem === null) onNumber(value)
    return problem === null
  })
  const { problem } = readNumber(draft, bounds)
  return (
    <>
      <Input inputMode="decimal" aria-label={name} wrong={problem !== null} placeholder={words.range} value={draft} onChange={(event) => set(event.target.value)} onBlur={onBlur} onKeyDown={onKeyDown} />
      {problem !== null && <Problem text={words.problem(problem)} />}
    </>
  )
}

function ChoiceField({ codebook, column, name, fresh, payload, onChoice, onLeave }: Props & { readonly payload: Payload | null; readonly onChoice: (payload: Payload) => void }) {
  const { t } = useTranslation()
  const { attribute } = column
  if (!attribute) return null
  const chosen = typeof payload === 'string' ? (choiceById(codebook, attribute, payload)?.id ?? payload) : typeof payload === 'boolean' ? String(payload) : null
  const offered: Option[] =
    attribute.type === 'boolean'
      ? [{ id: 'true', text: t('field.yes') }, { id: 'false', text: t('field.no') }]
      : (attribute.values ?? []).filter((value) => !value.retired || value.id === chosen).map(({ id, name: text, definition }) => ({ id, text, also: `${id} ${definition ?? ''}`, detail: definition }))
  return (
    <OneOf
      options={offered.map((option) => ({ ...option, chosen: option.id === chosen }))}
      name={name}
      fresh={fresh}
      onChoose={(id) => onChoice(attribute.type === 'boolean' ? id === 'true' : id)}
      onLeave={onLeave}
    />
  )
}

function LabelField({ codebook, row, name, fresh, onContent, onLeave }: Props) {
  const current = labelById(codebook, row.annotation.label)?.id
  const options = offeredLabels(codebook).map((label): Option => ({ id: label.id, text: label.name, also: label.key, detail: label.definition, mark: <LabelSwatch look={label} />, chosen: label.id === current }))
  return <OneOf options={options} name={name} fresh={fresh} onChoose={onContent} onLeave={onLeave} />
}

interface OneOfProps {
  readonly options: readonly Option[]
  readonly name: string
  readonly fresh: boolean
  readonly onChoose: (id: string) => void
  readonly onLeave: (where: Leave) => void
}

/** Typing narrows; Enter takes the first and goes down, Tab takes it and goes on, a press takes it and stays. */
function OneOf({ options, name, fresh, onChoose, onLeave }: OneOfProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(fresh ? '' : null)
  const key = useRef<string | null>(null)
  return (
    <div
      role="presentation"
      onKeyDownCapture={(event) => {
        key.current = event.key
      }}
    >
      <Combobox
        options={narrow(options, typed ?? '')}
        shown={options.find(({ chosen }) => chosen === true)?.text ?? ''}
        typed={typed}
        onType={setTyped}
        onChoose={({ id }) => {
          onChoose(id)
          if (key.current === 'Enter') onLeave('down')
          else if (key.current !== 'Tab') onLeave('stay')
        }}
        empty={t('field.none')}
        opensOnFocus
        label={name}
      />
    </div>
  )
}

/** The field of the inspector, which holds what is chosen and typed until it is left. */
function InspectorField({ codebook, row, column, name, value, payload, onHold }: FieldProps & { readonly value: Value | undefined; readonly payload: Payload | null }) {
  const { t } = useTranslation()
  const id = useId()
  const [shown, show] = useState(payload)
  const { attribute } = column
  if (!attribute) return null
  const answer = value?.state === 'not_stated' ? t('field.not-stated') : value?.state === 'not_applicable' ? t('field.not-applicable') : null
  return (
    <KeptOnLeave value>
      <span id={id} className="visually-hidden">
        {name}
      </span>
      <Editor
        attribute={attribute}
        codebook={codebook}
        annotation={row.annotation}
        payload={shown}
        tentative={value?.state === 'default'}
        onChange={(next) => {
          show(next)
          onHold(next === null ? null : { state: 'decided', value: next })
        }}
        placeholder={answer ?? t(`field.empty.${attribute.type}`)}
        answer={answer}
        labelledBy={id}
        describedBy=""
      />
    </KeptOnLeave>
  )
}
