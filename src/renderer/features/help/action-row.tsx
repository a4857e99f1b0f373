import { RotateCcw } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { assign, isChanged, keysOf, reset, type Keymap } from '../../../core/actions/keymap.ts'
import type { ActionId } from '../../../core/actions/table.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { updateSettings } from '../../session/project.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import styles from './help-sheet.module.css'
import { KeyRecorder } from './key-recorder.tsx'

interface Props {
  readonly id: ActionId
  readonly recording: boolean
  readonly onRecord: (on: boolean) => void
}

/** A command and its keys, which are a button: choose it and press others. */
export function ActionRow({ id, recording, onRecord }: Props) {
  const { t } = useTranslation()
  const session = useSession()
  const keymap = useSessionState((state) => state.settings.keys)
  const button = useRef<HTMLButtonElement>(null)
  const was = useRef(recording)
  const action = t(`action.${id}`)
  const keys = keysOf(id, keymap)

  useEffect(() => {
    // The recorder had the focus and is gone, unless another row has taken over.
    if (was.current && !recording && (document.activeElement === document.body || !document.activeElement)) button.current?.focus()
    was.current = recording
  }, [recording])

  function change(next: Keymap): void {
    onRecord(false)
    void updateSettings(session, { keys: next })
  }

  return (
    <div className={styles.key} data-recording={recording || undefined}>
      <dt>{action}</dt>
      <dd>
        {recording ? (
          <KeyRecorder id={id} onKeys={(taken) => change(assign(keymap, id, taken))} onCancel={() => onRecord(false)} />
        ) : (
          <>
            {isChanged(id, keymap) && <IconButton icon={RotateCcw} title={t('keys.reset', { action })} className={styles.reset} onClick={() => change(reset(keymap, id))} />}
            <button ref={button} type="button" className={styles.change} onClick={() => onRecord(true)}>
              <span className="visually-hidden">{t('keys.change', { action })}: </span>
              {keys.length === 0 && <span className={styles.none}>{t('keys.none')}</span>}
              {keys.map((each) => (
                <Kbd key={each} keys={each} />
              ))}
              <span className="visually-hidden">{isChanged(id, keymap) && `, ${t('keys.changed')}`}</span>
            </button>
          </>
        )}
      </dd>
    </div>
  )
}
