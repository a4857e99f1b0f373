import { describe, expect, it } from 'vitest'
import type { AppError, Result } from '../../core/result.ts'
import { fail, ok } from '../../core/result.ts'
import { createGestureQueue, type PendingGesture } from './gesture-queue.ts'

function gesture(id: string, article = 'a'): PendingGesture {
  const records = { added: [], updated: [], removed: [] }
  return {
    gesture: { id, at: '2031-03-12T00:00:00.000Z', kind: 'annotate' },
    changes: [{ article, base: 0, diff: { annotations: records, relations: records, state: null } }],
  }
}

function queueOf(answer: (id: string) => Result<unknown>, pause: () => Promise<void> = async () => {}) {
  const sent: string[] = []
  const refused: (readonly string[])[] = []
  const troubles: (AppError | null)[] = []
  const queue = createGestureQueue({
    send: async (next) => {
      sent.push(next.gesture.id)
      return answer(next.gesture.id)
    },
    pause,
    onTrouble: (error) => troubles.push(error),
    onRefused: async (articles) => {
      refused.push(articles)
    },
  })
  return { queue, sent, refused, troubles }
}

describe('the gesture queue', () => {
  it('tries again what may succeed, and keeps the order', async () => {
    let failures = 2
    const { queue, sent, troubles, refused } = queueOf(() => {
      failures -= 1
      return failures >= 0 ? fail('disk.full', 'The disk is full.', 'Make room.', { retry: true }) : ok(null)
    })
    queue.push(gesture('1'))
    queue.push(gesture('2'))
    await queue.drained()
    expect(sent).toEqual(['1', '1', '1', '2'])
    expect(troubles.map((error) => error?.code ?? null)).toEqual(['disk.full', 'disk.full', null])
    expect(refused).toEqual([])
  })

  it('drops what stood on a refused gesture, and nothing else', async () => {
    const { queue, sent, refused } = queueOf((id) => (id === '1' ? fail('set.revision', 'No.', 'Look.') : ok(null)))
    queue.push(gesture('1', 'a'))
    queue.push(gesture('2', 'b'))
    queue.push(gesture('3', 'a'))
    await queue.drained()
    expect(sent).toEqual(['1', '2'])
    expect(refused).toEqual([['a']])
  })

  it('sends everything at once when the window closes, each gesture once', async () => {
    const { queue, sent } = queueOf(() => ok(null))
    for (const id of ['1', '2', '3']) queue.push(gesture(id))
    queue.flush()
    expect(sent).toEqual(['1', '2', '3'])
    await queue.drained()
    expect(sent).toEqual(['1', '2', '3'])
  })

  it('tries a failed gesture again at once when asked, or sends it when the window closes', async () => {
    let works = false
    const endless = () => new Promise<void>(() => {})
    const { queue, sent } = queueOf(() => (works ? ok(null) : fail('disk.full', 'The disk is full.', 'Make room.', { retry: true })), endless)
    queue.push(gesture('1'))
    await new Promise((resolve) => setTimeout(resolve))
    queue.hurry()
    await new Promise((resolve) => setTimeout(resolve))
    expect(sent).toEqual(['1', '1'])
    queue.push(gesture('2'))
    works = true
    queue.flush()
    expect(sent).toEqual(['1', '1', '1', '2'])
  })
})
