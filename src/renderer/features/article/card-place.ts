export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

interface Size {
  readonly width: number
  readonly height: number
}

/** Below the words there is room for their underlines. */
const BELOW = 18
const ABOVE = 6
const EDGE = 8

/** One box around several; null around none. */
export function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  }
}

/** Where a card stands, pixels of the window: below the words, else above them, else beside, and within the window. */
export function placeCard(words: Box, card: Size, window: Size): { readonly left: number; readonly top: number } {
  const within = (value: number, length: number, room: number): number => Math.max(EDGE, Math.min(value, room - length - EDGE))
  const left = within(words.left, card.width, window.width)
  const below = words.bottom + BELOW
  if (below + card.height <= window.height - EDGE) return { left, top: below }
  const above = words.top - ABOVE - card.height
  if (above >= EDGE) return { left, top: above }
  const after = words.right + EDGE
  const isRoomAfter = after + card.width <= window.width - EDGE
  return { left: isRoomAfter ? after : within(words.left - card.width - EDGE, card.width, window.width), top: within(words.top, card.height, window.height) }
}
