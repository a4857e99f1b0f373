import { useEffect, useState } from 'react'
import { afterPaint } from './after-paint.ts'

/** Whether this has been drawn once: what takes long to count can come after what is looked at. */
export function usePainted(): boolean {
  const [painted, setPainted] = useState(false)
  useEffect(() => afterPaint(() => setPainted(true)), [])
  return painted
}
