let depth = 0
const painters = new Set<() => void>()

/**
 * For gestures in the text: what is changed in here is painted there in the next frame, and nothing else is; the window's
 * other parts hear of it once that frame was drawn. The state itself changes at once, so that the next key acts on it.
 */
export function textFirst<T>(change: () => T): T {
  depth += 1
  try {
    return change()
  } finally {
    depth -= 1
    if (depth === 0) for (const paint of painters) paint()
  }
}

/** Calls back at the end of every change that the text is to show first. Answers how to take that back. */
export function onTextFirst(paint: () => void): () => void {
  painters.add(paint)
  return () => painters.delete(paint)
}

/** Whether what changes now is painted in the text first. */
export function isTextFirst(): boolean {
  return depth > 0
}
