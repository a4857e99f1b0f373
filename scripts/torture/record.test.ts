import { describe, expect, it } from 'vitest'
import { createRecord, type Work } from './record.ts'

const work = (...records: string[]): Work => new Map([['a.txt', records]])

/** Three gestures, a tenth of a second after each other; the kill comes at 1000. */
function rig() {
  const record = createRecord(work())
  const done = [work('pledge: w1'), work('pledge: w1', 'refusal: w2'), work('pledge: w1 (note)', 'refusal: w2')]
  for (const [index, state] of done.entries()) {
    record.begin(state)
    record.finish(700 + 100 * index)
  }
  return { record, done }
}

describe('what a restart finds, held against what was done', () => {
  it('is lost where it was shown as Saved and is not there', () => {
    const { record } = rig()
    record.saw('a.txt', ['w2', 'w1'])
    expect(record.judge(work('refusal: w2'), 1000)).toMatchObject({ acknowledged: 2, found: 1 })
  })

  it('may be more than was shown, or lack what was not', () => {
    const { record, done } = rig()
    record.saw('a.txt', ['w1'])
    expect(record.judge(done[1] ?? work(), 1000)).toEqual({ acknowledged: 1, found: 1, ahead: 1, oldestGone: 100, gone: 1 })
    const again = rig()
    expect(again.record.judge(again.done[2] ?? work(), 1000)).toEqual({ acknowledged: 0, found: 0, ahead: 3, oldestGone: null, gone: 0 })
  })

  it('claims the earliest state that looks like what was seen: a note is not marked', () => {
    const { record, done } = rig()
    record.saw('a.txt', ['w1', 'w2'])
    expect(record.judge(done[1] ?? work(), 1000)).toMatchObject({ acknowledged: 2, found: 2, gone: 1 })
    const { record: waited } = rig()
    waited.allSaved()
    expect(waited.judge(work('pledge: w1', 'refusal: w2'), 1000)).toMatchObject({ acknowledged: 3, found: 2 })
  })
})
