import { describe, expect, it } from 'vitest'
import type { HistoryLine } from '../../../core/model/gesture.ts'
import { createForgetfulDisk } from '../testing/forgetful-disk.ts'
import { createHistory } from './history.ts'
import { adding, anAnnotationAt, countingEnvironment, TEXTS, unwrap } from './testing.ts'

const PATH = '/h/a.txt.jsonl'
const line = (id: string, revision: number): HistoryLine => ({
  gesture: { id, at: '2031-03-04T09:15:00.000Z', kind: 'annotate' },
  revision,
  diff: adding(anAnnotationAt(TEXTS['a.txt'] ?? '', id, 0, 6, { note: '\u2028👍🏽\r\n' })),
})
const rig = () => {
  const { disk } = createForgetfulDisk(countingEnvironment())
  return {
    disk,
    open: () =>
      createHistory(
        disk,
        (article) => `/h/${article}.jsonl`,
        (article) => `history/ines/${article}.jsonl`,
      ),
  }
}

describe('history', () => {
  it('adds lines once, however often they come after a restart', async () => {
    const { open } = rig()
    unwrap(await open().append('a.txt', [line('g1', 1), line('g2', 2)]))
    const again = open()
    unwrap(await again.append('a.txt', [line('g1', 1), line('g2', 2), line('g3', 3)]))
    unwrap(await again.append('a.txt', [line('g4', 4)]))
    expect(unwrap(await open().read('a.txt')).lines).toEqual([
      line('g1', 1),
      line('g2', 2),
      line('g3', 3),
      line('g4', 4),
    ])
  })

  it('takes off a torn last line before it goes on, and says so', async () => {
    const { disk, open } = rig()
    unwrap(await open().append('a.txt', [line('g1', 1)]))
    unwrap(await disk.append(PATH, '{"gesture":{"id":"g2'))
    expect(unwrap(await open().read('a.txt')).lines).toHaveLength(1)
    const { problems } = unwrap(await open().append('a.txt', [line('g2', 2)]))
    expect(problems).toMatchObject([{ file: 'history/ines/a.txt.jsonl', line: 2 }])
    expect(unwrap(await open().read('a.txt'))).toEqual({ lines: [line('g1', 1), line('g2', 2)], problems: [] })
  })

  it('leaves a damaged line as it is, names it, and reads the others', async () => {
    const { disk, open } = rig()
    unwrap(await open().append('a.txt', [line('g1', 1)]))
    unwrap(await disk.append(PATH, '<<<<<<< HEAD\n'))
    unwrap(await open().append('a.txt', [line('g2', 2)]))
    const read = unwrap(await open().read('a.txt'))
    expect(read.lines.map(({ revision }) => revision)).toEqual([1, 2])
    expect(read.problems).toMatchObject([{ line: 2 }])
    expect(unwrap(await disk.readText(PATH))).toContain('<<<<<<< HEAD\n')
  })
})
