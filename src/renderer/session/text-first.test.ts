import { expect, test } from 'vitest'
import { isTextFirst, onTextFirst, textFirst } from './text-first.ts'

test('the text is painted once, when all of a change is made, and also when the change fails', () => {
  const painted: boolean[] = []
  const stop = onTextFirst(() => painted.push(isTextFirst()))
  textFirst(() => {
    textFirst(() => expect(isTextFirst()).toBe(true))
    expect(painted).toEqual([])
  })
  expect(painted).toEqual([false])
  expect(() =>
    textFirst(() => {
      throw new Error('it cannot be done')
    }),
  ).toThrow('it cannot be done')
  expect(painted).toHaveLength(2)
  expect(isTextFirst()).toBe(false)
  stop()
  expect(textFirst(() => 'done')).toBe('done')
  expect(painted).toHaveLength(2)
})
