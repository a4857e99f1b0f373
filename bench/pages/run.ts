import type { Corpus } from '../lib/corpus.ts'
import { frames, nextTask, scrollThrough, timeToPaint } from './clock.ts'
import type { Design } from './design.ts'

/** What the runner calls in a page. */
export interface BenchPage {
  prepare(address: string): Promise<void>
  painted(): Promise<number>
  /** The middle of the article is in view and at rest. */
  middle(): Promise<void>
  /**
   * Adds the span of this index, or none; answers after the frame that shows it, with how long the main thread was at it:
   * the call with the microtasks it leaves, and that frame with its callbacks, layout and paint. Milliseconds.
   */
  add(index: number | null): Promise<number>
  /** Whether the page shows the span of this index. */
  isAdded(index: number): boolean
  /** Everything that follows from a gesture has been done. */
  settled(): Promise<void>
  scroll(count: number, step: number): Promise<number[]>
}

declare global {
  interface Window {
    bench: BenchPage
  }
}

/** No main-thread work is left: so many idle periods in a row, or the time is over. */
async function untilIdle(): Promise<void> {
  const end = performance.now() + 8_000
  for (let calm = 0; calm < 5 && performance.now() < end; ) {
    const remaining = await new Promise<number>((resolve) => requestIdleCallback((deadline) => resolve(deadline.timeRemaining())))
    calm = remaining > 5 ? calm + 1 : 0
    await frames(1)
  }
}

export function run(design: Design): void {
  let corpus: Corpus | null = null
  window.bench = {
    async prepare(address) {
      const made: Corpus = await (await fetch(address)).json()
      corpus = made
      await design.prepare(made)
      await Promise.all(Array.from(document.fonts, (face) => face.load()))
      await frames(10)
    },
    painted: () => timeToPaint(() => void design.load(), () => design.isDrawn()),
    async middle() {
      await untilIdle()
      const first = corpus?.additions[0]
      if (first) design.reveal(first.start)
      await frames(20)
      await untilIdle()
    },
    async add(index) {
      const span = index === null ? undefined : corpus?.additions[index]
      // Everybody begins at the same place of a frame.
      await frames(1)
      await nextTask()
      // The first of the frame's callbacks, as it is asked for before any other.
      const frame = frames(1).then(() => performance.now())
      const from = performance.now()
      if (span) design.add(span)
      await Promise.resolve()
      const called = performance.now() - from
      const began = await frame
      await nextTask()
      return called + performance.now() - began
    },
    isAdded(index) {
      const span = corpus?.additions[index]
      return span !== undefined && design.isAdded(span)
    },
    settled: () => frames(8),
    scroll: (count, step) => {
      design.scroller().scrollTop = 0
      return frames(20).then(() => scrollThrough(design.scroller(), count, step))
    },
  }
}
