import { describe, expect, it } from 'vitest'
import { createDisk } from '../disk/disk.ts'
import { failingOps, type FailureRule } from '../testing/failing-ops.ts'
import { createForgetfulDisk, createForgetfulOps } from '../testing/forgetful-disk.ts'
import { createJournal } from './journal.ts'
import { standingEntries, type JournalEntry } from './journal-lines.ts'
import { adding, anAnnotationAt, CODEBOOK, countingEnvironment, TEXTS, unwrap } from './testing.ts'

const PATH = '/data/j.jsonl'
const text = TEXTS['a.txt'] ?? ''

function entry(id: string, ...revisions: readonly [string, number][]): JournalEntry {
  return {
    kind: 'gesture',
    gesture: { id, at: '2031-03-04T09:15:00.000Z', kind: 'annotate' },
    changes: revisions.map(([article, revision]) => ({
      article,
      text_sha256: 'a'.repeat(64),
      codebook: CODEBOOK,
      on: { revision: 0, sha256: null, state: null },
      revision,
      diff: adding(anAnnotationAt(text, id, 0, 6)),
    })),
  }
}

const open = (disk: ReturnType<typeof createDisk>) =>
  createJournal({ disk, path: PATH, folder: '/project', annotator: 'ines' })
const ids = (entries: readonly JournalEntry[]) => entries.map(({ gesture }) => gesture.id)

describe('journal', () => {
  it('keeps what it acknowledged through a power cut', async () => {
    const { disk, powerCut } = createForgetfulDisk(countingEnvironment())
    const journal = open(disk)
    expect(unwrap(await journal.open()).entries).toEqual([])
    unwrap(await journal.append(entry('g1', ['a.txt', 1])))
    powerCut()
    expect(unwrap(await open(disk).open()).entries).toEqual([entry('g1', ['a.txt', 1])])
  })

  it('drops a torn last line, and goes on after it', async () => {
    const { disk } = createForgetfulDisk(countingEnvironment())
    await open(disk).append(entry('g1', ['a.txt', 1]))
    unwrap(await disk.append(PATH, '{"kind":"gesture","gesture":{"id":"👩‍'))
    const journal = open(disk)
    const found = unwrap(await journal.open())
    expect(found).toMatchObject({ damaged: null })
    expect(ids(found.entries)).toEqual(['g1'])
    unwrap(await journal.append(entry('g2', ['a.txt', 2])))
    expect(ids(unwrap(await open(disk).open()).entries)).toEqual(['g1', 'g2'])
  })

  it('keeps a copy where a line in the middle is damaged, and the other lines', async () => {
    const { disk } = createForgetfulDisk(countingEnvironment())
    const journal = open(disk)
    await journal.append(entry('g1', ['a.txt', 1]))
    unwrap(await disk.append(PATH, 'not JSON\n'))
    await journal.append(entry('g2', ['a.txt', 2]))
    const before = unwrap(await disk.readText(PATH))
    const found = unwrap(await open(disk).open())
    expect(found.damaged).toEqual({ copy: `${PATH}.damaged`, lines: [3] })
    expect(ids(found.entries)).toEqual(['g1', 'g2'])
    expect(unwrap(await disk.readText(`${PATH}.damaged`))).toBe(before)
  })

  it('never continues half a line that a failed append left behind', async () => {
    const ops = createForgetfulOps()
    let failing = false
    const rule: FailureRule = (call) => (failing && ['write', 'truncate'].includes(call) ? 'EIO' : null)
    const disk = createDisk(failingOps(ops, rule), countingEnvironment())
    const journal = open(disk)
    unwrap(await journal.append(entry('g1', ['a.txt', 1])))
    failing = true
    expect((await journal.append(entry('g2', ['a.txt', 2]))).ok).toBe(false)
    failing = false
    unwrap(await journal.append(entry('g3', ['a.txt', 2])))
    expect(ids(unwrap(await open(disk).open()).entries)).toEqual(['g1', 'g3'])
  })

  it('is removed when everything is saved, and keeps what is not', async () => {
    const { disk } = createForgetfulDisk(countingEnvironment())
    const journal = open(disk)
    await journal.append(entry('g1', ['a.txt', 1], ['b.txt', 1]))
    await journal.announce([{ article: 'a.txt', revision: 1, sha256: 'b'.repeat(64) }])
    unwrap(await journal.compact((article) => article === 'b.txt'))
    expect(unwrap(await open(disk).open())).toMatchObject({ entries: [entry('g1', ['b.txt', 1])], writes: [] })
    unwrap(await journal.compact(() => false))
    expect(unwrap(await disk.exists(PATH))).toBe(false)
    unwrap(await journal.append(entry('g2', ['a.txt', 2])))
    expect(ids(unwrap(await open(disk).open()).entries)).toEqual(['g2'])
  })
})

describe('standingEntries', () => {
  it('leaves out a refused gesture whose revision was taken since, with all its parts', () => {
    const entries = [
      entry('g1', ['a', 1]),
      entry('refused', ['a', 2], ['b', 1]),
      entry('g2', ['a', 2]),
      entry('g3', ['a', 3], ['b', 1]),
    ]
    expect(ids(standingEntries(entries))).toEqual(['g1', 'g2', 'g3'])
    expect(ids(standingEntries(entries.slice(0, 2)))).toEqual(['g1', 'refused'])
  })
})
