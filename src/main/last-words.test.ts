import { describe, expect, it } from 'vitest'
import { LastWords } from './last-words.ts'

describe('last words', () => {
  it('are waited for', async () => {
    const words = new LastWords()
    const order: string[] = []
    const waiting = words.wait(() => true, 60_000).then(() => order.push('went on'))
    await Promise.resolve()
    order.push('said')
    words.heard()
    await waiting
    expect(order).toEqual(['said', 'went on'])
  })

  it('are not waited for where nobody is there to say them', async () => {
    await new LastWords().wait(() => false, 60_000)
  })

  it('are not waited for without end', async () => {
    const words = new LastWords()
    await words.wait(() => true, 1)
    words.heard()
  })
})
