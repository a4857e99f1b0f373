import type { CaretBox } from './line-layout.ts'

/** Half of a blink, as long as most systems make it. */
const BLINK_MS = 550

/** The caret of a text that cannot be edited: the browser shows none, so this is an element of ours. */
export class Caret {
  private readonly element: HTMLElement
  private readonly column: HTMLElement
  private timer = 0

  /** `column`: the positioned element in which the caret element lies. */
  constructor(element: HTMLElement, column: HTMLElement) {
    this.element = element
    this.column = column
  }

  show(box: CaretBox): void {
    const origin = this.column.getBoundingClientRect()
    const { style } = this.element
    style.transform = `translate(${box.left - origin.left - 1}px, ${box.top - origin.top}px)`
    style.height = `${box.height}px`
    this.element.hidden = false
    this.blink()
  }

  hide(): void {
    clearInterval(this.timer)
    this.element.hidden = true
  }

  /** From the start, so that it is seen wherever it comes to stand. By a timer: an animation costs work in every frame. */
  private blink(): void {
    clearInterval(this.timer)
    this.element.removeAttribute('data-off')
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
    this.timer = window.setInterval(() => this.element.toggleAttribute('data-off'), BLINK_MS)
  }
}
