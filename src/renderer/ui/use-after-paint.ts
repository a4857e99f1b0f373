import { useLayoutEffect, useState } from 'react'
import { afterPaint } from './after-paint.ts'

/**
 * A value that may follow one frame late, so that costly parts of the window do not hold up what the eye waits for.
 * `isUrgent`: now. The value must be the same object while nothing changed.
 */
export function useAfterPaint<T>(value: T, isUrgent: (shown: T) => boolean): T {
  const [shown, setShown] = useState(value)
  useLayoutEffect(() => (shown === value ? undefined : afterPaint(() => setShown(value))), [shown, value])
  return shown !== value && isUrgent(shown) ? value : shown
}
