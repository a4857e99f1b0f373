import { useEffect, useRef } from 'react'

/** Sees every key press before the dialog, its fields and the rest of the window do; `true` keeps it from them. */
export function useKeysBeforeAll(onPress: (event: KeyboardEvent) => boolean): void {
  const latest = useRef(onPress)
  useEffect(() => {
    latest.current = onPress
  })
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.isComposing || !latest.current(event)) return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [])
}
