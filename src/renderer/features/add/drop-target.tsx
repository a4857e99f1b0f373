import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../session/context.tsx'
import { takeDropped } from '../../session/intake.ts'
import { sayError } from '../../session/view.ts'
import styles from './drop-target.module.css'

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Files may be dropped anywhere. They go to main as they are: only it learns where they lie. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const session = useSession()
  const [over, setOver] = useState(false)

  useEffect(() => {
    const canAdd = () => session.store.getState().project?.readOnly === null
    function onDragOver(event: DragEvent): void {
      if (!carriesFiles(event)) return
      // Without this the browser would open the file in place of the app.
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = canAdd() ? 'copy' : 'none'
      setOver(canAdd())
    }
    function onDragLeave(event: DragEvent): void {
      if (event.relatedTarget === null) setOver(false)
    }
    async function onDrop(event: DragEvent): Promise<void> {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (!canAdd() || files.length === 0) return
      const token = await session.client.drop(files)
      if (token.ok) await takeDropped(session, token.value, files.map(({ name }) => name))
      else sayError(session.view, token.error)
    }
    const listeners = { dragover: onDragOver, dragleave: onDragLeave, drop: (event: DragEvent) => void onDrop(event) }
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name as 'drop', listener)
    return () => {
      for (const [name, listener] of Object.entries(listeners)) window.removeEventListener(name as 'drop', listener)
    }
  }, [session])

  return (
    <>
      {children}
      {over && (
        <div className={styles.over}>
          <div className={styles.hint}>
            <strong>{t('drop.hint')}</strong>
            <span>{t('drop.detail')}</span>
          </div>
        </div>
      )}
    </>
  )
}
