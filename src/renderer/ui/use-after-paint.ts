import { useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** In a window that is not drawn there are no frames. */
const AT_LATEST_MS = 150

const pending = new Set<() => void>()

function runPending(): void {
  if (pending.size === 0) return
  flushSync(() => {
    for (const run of Array.from(pending)) run()
  })
}

// Before any other listener: whatever a person does next meets a page that is up to date. Not every change of a field comes
// with a key: input methods, dictation and pasting by mouse do not.
for (const event of ['keydown', 'pointerdown', 'focusin', 'beforeinput']) window.addEventListener(event, runPending, { capture: true })

/** Calls back after the next frame was drawn, or before the person does something. Answers how to take that back. */
function afterPaint(callback: () => void): () => void {
  const { port1, port2 } = new MessageChannel()
  const run = (): void => {
    stop()
    callback()
  }
  const frame = requestAnimationFrame(() => port2.postMessage(null))
  const timer = setTimeout(run, AT_LATEST_MS)
  const stop = (): void => {
    pending.delete(run)
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    port1.close()
  }
  port1.addEventListener('message', run)
  port1.start()
  pending.add(run)
  return stop
}

/**
 * A value that may follow one frame late, so that costly parts of the window do not hold up what the eye waits for.
 * `isUrgent`: now. The value must be the same object while nothing changed.
 */
export function useAfterPaint<T>(value: T, isUrgent: (shown: T) => boolean): T {
  const [shown, setShown] = useState(value)
  useLayoutEffect(() => (shown === value ? undefined : afterPaint(() => setShown(value))), [shown, value])
  return shown !== value && isUrgent(shown) ? value : shown
}
