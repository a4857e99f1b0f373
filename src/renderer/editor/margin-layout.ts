/** A label to stand in the margin, beside the line where its span begins. Pixels; `top` from the column's top. */
export interface MarginWish {
  readonly id: string
  readonly top: number
  readonly width: number
}

export interface MarginPlace {
  readonly id: string
  readonly top: number
  readonly left: number
}

export interface MarginSize {
  /** Of one label. */
  readonly height: number
  /** Of the margin. */
  readonly width: number
}

/**
 * Puts each label beside its line: after those that stand there already while there is room in the row, else in a row
 * below. A crowd is pushed down; none ever touch.
 */
export function placeInMargin(wishes: readonly MarginWish[], { height, width }: MarginSize): MarginPlace[] {
  let row = Number.NEGATIVE_INFINITY
  let used = 0
  return [...wishes]
    .sort((a, b) => a.top - b.top)
    .map((wish) => {
      const fits = wish.top < row + height && used + wish.width <= width
      if (!fits) {
        row = Math.max(wish.top, row + height)
        used = 0
      }
      const place = { id: wish.id, top: row, left: used }
      used += wish.width
      return place
    })
}
