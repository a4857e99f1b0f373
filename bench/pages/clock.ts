const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))

/** A task of its own: after a frame's callbacks, layout and paint when it is asked for inside the frame. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => resolve(), { once: true })
    port1.start()
    port2.postMessage(null)
  })
}

export async function frames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame += 1) await nextFrame()
}

/**
 * Milliseconds from `start` to the end of the first frame in which `isDrawn`. It is asked after that frame's layout and
 * before its paint, which is when a resize observer is told; the observed element changes its size in every frame.
 */
export async function timeToPaint(start: () => unknown, isDrawn: () => boolean): Promise<number> {
  const probe = document.createElement('div')
  probe.style.cssText = 'position: fixed; top: 0; left: 0; width: 1px; height: 1px; contain: strict; visibility: hidden'
  document.body.append(probe)
  await frames(3)
  // Everybody begins at the same place of a frame.
  await nextTask()
  const from = performance.now()
  start()
  const to = await new Promise<number>((resolve) => {
    let isOver = false
    let frameIsOver = Promise.resolve()
    const observer = new ResizeObserver(() => {
      if (isOver || !isDrawn()) return
      isOver = true
      observer.disconnect()
      void frameIsOver.then(() => resolve(performance.now()))
    })
    observer.observe(probe)
    const tick = (): void => {
      if (isOver) return
      // Asked for before anything of the page's own in this frame, so that what it puts off until after the frame is not in it.
      frameIsOver = nextTask()
      probe.style.width = probe.style.width === '1px' ? '2px' : '1px'
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  probe.remove()
  return to - from
}

/** Scrolls by `step` pixels a frame; the times between frames, milliseconds. */
export async function scrollThrough(scroller: Element, count: number, step: number): Promise<number[]> {
  const times: number[] = []
  let before = await nextFrame()
  for (let frame = 0; frame < count; frame += 1) {
    scroller.scrollTop += step
    const now = await nextFrame()
    times.push(now - before)
    before = now
  }
  return times
}
