import { flushSync } from 'react-dom'

/** In a window that is not drawn there are no frames. Longer than any frame takes, however busy the machine is. */
const AT_LATEST_MS = 1_000

/** More would be parts that follow each other in a circle. */
const MOST_ROUNDS = 4

const pending = new Set<() => void>()
let cancelWait: (() => void) | null = null

/** All at once: what waits for the same frame is one pass over the window. */
function runPending(): void {
  cancelWait?.()
  cancelWait = null
  if (pending.size === 0) return
  const due = Array.from(pending)
  pending.clear()
  flushSync(() => {
    for (const run of due) run()
  })
}

/** With what waits for what waits: some parts follow others. */
function runAllPending(): void {
  for (let round = 0; round < MOST_ROUNDS && pending.size > 0; round += 1) runPending()
}

// Before any other listener: whatever a person does next meets a page that is up to date. Not every change of a field comes
// with a key: input methods, dictation and pasting by mouse do not.
for (const event of ['keydown', 'pointerdown', 'beforeinput']) window.addEventListener(event, runAllPending, { capture: true })
// Only a field shows what can be out of date: the text takes the focus by itself when an article is opened.
window.addEventListener('focusin', ({ target }) => target instanceof Element && target.matches('input, textarea, select, button') && runAllPending(), { capture: true })

function waitForPaint(): () => void {
  const { port1, port2 } = new MessageChannel()
  const frame = requestAnimationFrame(() => port2.postMessage(null))
  const timer = setTimeout(runPending, AT_LATEST_MS)
  port1.addEventListener('message', runPending)
  port1.start()
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    port1.close()
  }
}

/** Calls back after the next frame was drawn, or before the person does something. Answers how to take that back. */
export function afterPaint(callback: () => void): () => void {
  const run = (): void => callback()
  pending.add(run)
  cancelWait ??= waitForPaint()
  return () => pending.delete(run)
}
