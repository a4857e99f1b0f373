import { Plus } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { folded } from '../../../core/codebook/inputs/narrow.ts'
import type { Attribute } from '../../../core/model/codebook.ts'
import styles from './openable.module.css'

interface Props {
  readonly attributes: readonly Attribute[]
  readonly onOpen: (id: string) => void
}

/** The attributes that nobody has filled and nobody must: one press opens the field. One stop for Tab; arrows and letters move in it. */
export function Openable({ attributes, onOpen }: Props) {
  const { t } = useTranslation()
  const group = useRef<HTMLFieldSetElement>(null)
  const [at, setAt] = useState(0)
  const current = Math.min(at, attributes.length - 1)

  function focus(index: number): void {
    const next = (index + attributes.length) % attributes.length
    setAt(next)
    group.current?.querySelectorAll('button')[next]?.focus()
  }

  function onKeyDown(event: KeyboardEvent, index: number): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1
    const steps: Record<string, number> = { ArrowRight: forward, ArrowLeft: -forward, ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (step !== undefined) focus(index + step)
    else if ([...event.key].length === 1 && /\p{L}/u.test(event.key)) {
      const order = [...attributes.keys()].map((offset) => (index + 1 + offset) % attributes.length)
      const found = order.find((candidate) => folded(attributes[candidate]?.name ?? '').startsWith(folded(event.key)))
      if (found !== undefined) focus(found)
    } else return
    event.preventDefault()
  }

  return (
    <fieldset ref={group} aria-label={t('inspector.add')} className={styles.group}>
      {attributes.map((attribute, index) => (
        <button
          key={attribute.id}
          type="button"
          className={styles.open}
          title={attribute.help}
          tabIndex={index === current ? 0 : -1}
          onClick={() => onOpen(attribute.id)}
          onKeyDown={(event) => onKeyDown(event, index)}
        >
          <Plus size={12} aria-hidden />
          <span dir="auto">{attribute.name}</span>
        </button>
      ))}
    </fieldset>
  )
}
