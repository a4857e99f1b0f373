/** Longer than a window that still answers takes; one that does not must not keep the app from closing. */
const LONGEST = 1_000

/**
 * What a window holds that main does not know yet: a note half typed, gestures on their way, the place. It is asked for
 * them before a project is left; its answer comes after all it sent, so that nothing is left behind.
 */
export class LastWords {
  private waiting: (() => void)[] = []

  /** `ask` answers whether there is a window to ask. */
  async wait(ask: () => boolean, longest = LONGEST): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const said = new Promise<void>((resolve) => this.waiting.push(resolve))
    if (!ask()) return this.heard()
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, longest)))
    await Promise.race([said, late])
    clearTimeout(timer)
  }

  /** The window has said everything. */
  heard(): void {
    for (const resolve of this.waiting.splice(0)) resolve()
  }
}
