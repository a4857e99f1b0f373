import { afterEach, expect, it } from 'vitest'
import { fail, ok } from '../../core/result.ts'
import { createAskedWorker } from './asked-worker.ts'

type Question = 'echo' | 'count' | 'never' | 'break'
interface Heard {
  readonly kind: 'progress' | 'done'
  readonly value: number
}

/** Counts its questions; never answers one, and breaks at another. */
const SCRIPT = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads'
    let asked = 0
    parentPort.on('message', (question) => {
      asked += 1
      if (question === 'break') throw new Error('out of ink')
      if (question === 'never') return
      parentPort.postMessage({ kind: 'progress', value: asked })
      parentPort.postMessage({ kind: 'done', value: asked })
    })`)}`,
)

const worker = createAskedWorker<Question, Heard>(SCRIPT, {
  cancelled: () => fail('work.cancelled', 'cancelled', ''),
  failed: (reason) => fail('failed', reason, ''),
})
const progress: number[] = []
const ask = (question: Question) =>
  worker.ask(question, (heard) => {
    if (heard.kind === 'progress') progress.push(heard.value)
    return heard.kind === 'done' ? ok(heard.value) : null
  })

afterEach(() => worker.end())

it('begins with the first question and keeps what it knows for the next', async () => {
  expect(worker.isRunning()).toBe(false)
  expect([await ask('echo'), await ask('count')]).toEqual([ok(1), ok(2)])
  expect(progress).toEqual([1, 2])
  expect([worker.isRunning(), worker.isBusy()]).toEqual([true, false])
})

it('answers a question that is given up, stops, and begins anew', async () => {
  const given = ask('never')
  expect(worker.isBusy()).toBe(true)
  worker.cancel()
  expect(await given).toMatchObject({ ok: false, error: { code: 'work.cancelled' } })
  await worker.stopped()
  expect(worker.isRunning()).toBe(false)
  expect(await ask('count')).toEqual(ok(1))
})

it('is let alone by a cancel when nothing waits', async () => {
  await ask('count')
  worker.cancel()
  expect(await ask('count')).toEqual(ok(2))
})

it('says why it broke, and answers the next question', async () => {
  expect(await ask('break')).toMatchObject({ ok: false, error: { message: 'out of ink' } })
  expect(await ask('count')).toEqual(ok(1))
})
