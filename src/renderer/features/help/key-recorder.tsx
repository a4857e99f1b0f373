import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { canTakeOver, conflictOf, type KeyConflict } from '../../../core/actions/keymap.ts'
import { keyText } from '../../../core/actions/keys.ts'
import { isHeldKey, recordKeys } from '../../../core/actions/record-keys.ts'
import type { ActionId } from '../../../core/actions/table.ts'
import { useSessionState } from '../../session/context.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './key-recorder.module.css'
import { useKeysBeforeAll } from './use-keys-before-all.ts'

interface Props {
  readonly id: ActionId
  /** `null`: no key. */
  readonly onKeys: (keys: string | null) => void
  readonly onCancel: () => void
}

interface Tried {
  readonly keys: string
  readonly conflict: KeyConflict
}

const isPlain = (event: KeyboardEvent) => !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey

/** Takes the next keys that are pressed, or says who has them already. */
export function KeyRecorder({ id, onKeys, onCancel }: Props) {
  const { t } = useTranslation()
  const platform = useSessionState((state) => state.platform)
  const keymap = useSessionState((state) => state.settings.keys)
  const codebook = useSessionState((state) => state.project?.codebook ?? null)
  const [tried, setTried] = useState<Tried | null>(null)
  const [unusable, setUnusable] = useState(false)
  const box = useRef<HTMLFieldSetElement>(null)
  const asks = tried !== null && canTakeOver(tried.conflict)

  useEffect(() => {
    const target = asks ? box.current?.querySelector('button') : box.current
    target?.focus()
  }, [asks])

  useEffect(() => {
    const leave = ({ target }: FocusEvent) => {
      if (target instanceof Node && box.current?.contains(target) === false) onCancel()
    }
    document.addEventListener('focusin', leave)
    return () => document.removeEventListener('focusin', leave)
  }, [onCancel])

  function take(keys: string | null): void {
    const conflict = keys === null ? null : conflictOf(id, keys, { keymap, codebook, platform })
    setUnusable(keys === null)
    setTried(keys !== null && conflict ? { keys, conflict } : null)
    if (keys !== null && !conflict) onKeys(keys)
  }

  useKeysBeforeAll((event) => {
    if (event.key === 'Escape' && isPlain(event)) onCancel()
    else if (asks) return false
    else if ((event.key === 'Delete' || event.key === 'Backspace') && isPlain(event)) onKeys(null)
    else if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) {
      onCancel()
      return false
    } else if (!isHeldKey(event)) take(recordKeys(event, platform))
    return true
  })

  function words({ keys, conflict }: Tried): string {
    const shown = keyText(keys, platform)
    switch (conflict.kind) {
      case 'action':
        return t('keys.conflict.action', { keys: shown, action: t(`action.${conflict.id}`) })
      case 'label':
        return t('keys.conflict.label', { keys: shown, name: conflict.name })
      case 'reading':
        return t('keys.conflict.reading', { keys: shown, what: t(`moving.${conflict.id}`) })
      case 'field':
        return t('keys.conflict.field', { keys: shown, what: t(`field-key.${conflict.id}`) })
      case 'system':
        return t('keys.conflict.system', { keys: shown })
    }
  }

  return (
    <fieldset ref={box} tabIndex={-1} aria-label={t('keys.change', { action: t(`action.${id}`) })} className={styles.recorder}>
      <p className={styles.prompt}>{t('keys.record')}</p>
      <output className={styles.hint}>{tried ? words(tried) : t(unusable ? 'keys.unusable' : 'keys.record.hint')}</output>
      {tried && asks && (
        <div className={styles.choice}>
          <Button onClick={() => onKeys(tried.keys)}>{t('keys.takeOver')}</Button>
          <Button onClick={() => setTried(null)}>{t('keys.others')}</Button>
          <Button look="quiet" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
