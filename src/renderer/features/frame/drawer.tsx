import { useEffect, type ReactNode } from 'react'
import { useSession } from '../../session/context.tsx'
import styles from './drawer.module.css'

/** A pane that lies over the text where the window is too narrow; Escape or a press beside it puts it away. */
export function Drawer({ side, label, children }: { readonly side: 'start' | 'end'; readonly label: string; readonly children: ReactNode }) {
  const { view } = useSession()
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key === 'Escape' && !event.defaultPrevented && view.getState().dialog === null) view.setState({ drawer: null })
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [view])
  return (
    <>
      {side === 'start' && <div className={styles.scrim} onPointerDown={() => view.setState({ drawer: null })} />}
      <aside className={styles.drawer} data-side={side} aria-label={label}>
        {children}
      </aside>
    </>
  )
}
