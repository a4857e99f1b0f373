import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { textFirst } from './text-first.ts'

let painted: (() => void)[] = []
vi.mock('../ui/after-paint.ts', () => ({ afterPaint: (callback: () => void) => painted.push(callback) }))
const { behindText, lateStore } = await import('./late.ts')

/** The next frame is drawn. */
function paint(): void {
  const due = painted
  painted = []
  for (const callback of due) callback()
}

beforeEach(() => {
  painted = []
})
afterEach(() => expect(painted).toEqual([]))

test('the window hears of a gesture in the text after its frame, all of it at once, and of anything else without delay', () => {
  const store = createStore<{ readonly spans: number; readonly saved: boolean }>(() => ({ spans: 0, saved: true }))
  const heard: string[] = []
  const behind = behindText(store)
  const stop = behind.subscribe((now, before) => heard.push(`${before.spans} ${before.saved} to ${now.spans} ${now.saved}`))

  textFirst(() => {
    store.setState({ spans: 1 })
    store.setState({ saved: false })
  })
  // What main answers meanwhile waits for the same frame.
  store.setState({ saved: true })
  expect(heard).toEqual([])
  expect(behind.getState()).toEqual({ spans: 1, saved: true })
  paint()
  expect(heard).toEqual(['0 true to 1 true'])

  store.setState({ spans: 2 })
  expect(heard[1]).toBe('1 true to 2 true')
  stop()
  store.setState({ spans: 3 })
  expect(heard).toHaveLength(2)
})

test('late parts hear of a gesture a frame after the rest of the window', () => {
  const store = createStore<{ readonly spans: number }>(() => ({ spans: 0 }))
  const behind = behindText(store)
  const late = lateStore(behind)
  const heard: string[] = []
  behind.subscribe(({ spans }) => heard.push(`window ${spans}`))
  late.subscribe(({ spans }) => heard.push(`late ${spans}`))

  textFirst(() => store.setState({ spans: 1 }))
  paint()
  expect(heard).toEqual(['window 1'])
  expect(late.getState()).toEqual({ spans: 0 })
  paint()
  expect(heard).toEqual(['window 1', 'late 1'])
  expect(late.getState()).toEqual({ spans: 1 })
})
