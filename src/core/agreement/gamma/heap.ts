/** A queue that gives the least first; of equals the one that came last, so that a search goes on where it was. */
export class Heap<T> {
  readonly #items: { readonly value: T; readonly turn: number }[] = []
  readonly #compare: (a: T, b: T) => number
  #turns = 0

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare
  }

  push(value: T): void {
    this.#turns += 1
    const items = this.#items
    const item = { value, turn: this.#turns }
    let at = items.push(item) - 1
    while (at > 0) {
      const above = (at - 1) >> 1
      const other = items[above]
      if (!other || !this.#before(item, other)) break
      items[at] = other
      at = above
    }
    items[at] = item
  }

  pop(): T | undefined {
    const items = this.#items
    const first = items[0]
    const last = items.pop()
    if (!first || !last || items.length === 0) return first?.value
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      const [left, right] = [items[child], items[child + 1]]
      if (!left) break
      const least = right && this.#before(right, left) ? right : left
      if (least === right) child += 1
      if (!this.#before(least, last)) break
      items[at] = least
      at = child
    }
    items[at] = last
    return first.value
  }

  #before(a: { readonly value: T; readonly turn: number }, b: { readonly value: T; readonly turn: number }): boolean {
    const order = this.#compare(a.value, b.value)
    return order !== 0 ? order < 0 : a.turn > b.turn
  }
}
