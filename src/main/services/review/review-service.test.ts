import { describe, expect, it } from 'vitest'
import { reviewSchema, type Review } from '../../../core/model/review.ts'
import { createDisk, type Disk } from '../disk/disk.ts'
import { countingEnvironment, unwrap } from '../sets/testing.ts'
import { failingOps } from '../testing/failing-ops.ts'
import { createForgetfulDisk } from '../testing/forgetful-disk.ts'
import { aDecision, aGesture, deciding, startReviews } from './testing.ts'

const FILE = '/project/reviews/noor/a.txt.json'
const HISTORY = '/project/reviews/noor/a.txt.history.jsonl'

async function reviewOn(disk: Disk, path = FILE): Promise<Review> {
  return reviewSchema.parse(JSON.parse(unwrap(await disk.readText(path))))
}

const ids = (review: Review) => review.decisions.map(({ id }) => id)

describe('a decision', () => {
  it('is in the history when it is answered for, and in its file and the adjudicated set soon after', async () => {
    const environment = countingEnvironment()
    const { disk } = createForgetfulDisk(environment)
    const { service, timer, statuses, derived } = await startReviews(disk, { environment })
    expect(unwrap(await service.open('a.txt'))).toMatchObject({ revision: 0, decisions: [], seen: [] })
    expect(unwrap(await service.apply(aGesture('g1'), [{ article: 'a.txt', base: 0, diff: deciding(aDecision('d1')) }]))).toEqual([{ article: 'a.txt', revision: 1 }])
    expect(unwrap(await disk.readText(HISTORY)).split('\n')).toHaveLength(2)
    expect(unwrap(await disk.exists(FILE))).toBe(false)
    timer.fire()
    unwrap(await service.flush())
    expect(ids(await reviewOn(disk))).toEqual(['d1'])
    expect(derived).toEqual(['a.txt'])
    expect(statuses.at(-1)).toMatchObject({ state: 'saved' })
  })

  it('is refused on another revision, twice in one gesture, and where it is there already, and changes nothing then', async () => {
    const environment = countingEnvironment()
    const { disk } = createForgetfulDisk(environment)
    const { service } = await startReviews(disk, { environment })
    const change = { article: 'a.txt', base: 0, diff: deciding(aDecision('d1')) }
    unwrap(await service.apply(aGesture('g1'), [change]))
    const before = unwrap(await disk.readText(HISTORY))
    expect(await service.apply(aGesture('g2'), [change])).toMatchObject({ ok: false, error: { code: 'review.revision' } })
    expect(await service.apply(aGesture('g3'), [{ ...change, base: 1 }, { ...change, base: 1 }])).toMatchObject({ ok: false, error: { code: 'gesture.twice' } })
    expect(await service.apply(aGesture('g4'), [{ ...change, base: 1 }])).toMatchObject({ ok: false, error: { code: 'review.changed' } })
    const other = { article: 'news/b.txt', base: 0, diff: deciding(aDecision('d2')) }
    expect((await service.apply(aGesture('g5'), [other, { ...change, base: 1 }])).ok).toBe(false)
    expect(unwrap(await disk.readText(HISTORY))).toBe(before)
    expect(unwrap(await service.open('news/b.txt')).decisions).toEqual([])
  })

  it('can be taken back and done again after a restart, over several articles, and leaves the same bytes', async () => {
    const environment = countingEnvironment()
    const { disk } = createForgetfulDisk(environment)
    const first = await startReviews(disk, { environment })
    unwrap(await first.service.apply(aGesture('g1'), [{ article: 'a.txt', base: 0, diff: deciding(aDecision('d1')) }]))
    unwrap(await first.service.close())
    const bytes = unwrap(await disk.readText(FILE))
    const second = await startReviews(disk, { environment })
    const both = [{ article: 'a.txt', base: 1, diff: deciding(aDecision('d2')) }, { article: 'news/b.txt', base: 0, diff: deciding(aDecision('d3')) }]
    unwrap(await second.service.apply(aGesture('g2', 'merge_rule', '2031-03-04T09:16:00.000Z'), both))
    unwrap(await second.service.close())
    const third = await startReviews(disk, { environment })
    expect(await third.service.undoState()).toEqual({ undo: 'merge_rule', redo: null })
    const undone = unwrap(await third.service.undo())
    expect(undone).toMatchObject({ kind: 'merge_rule', changes: [{ article: 'a.txt', revision: 3 }, { article: 'news/b.txt', revision: 2 }] })
    unwrap(await third.service.flush())
    const withoutRevision = (text: string) => text.replace(/"revision": \d+/, '')
    expect(withoutRevision(unwrap(await disk.readText(FILE)))).toBe(withoutRevision(bytes))
    expect((await reviewOn(disk, '/project/reviews/noor/news/b.txt.json')).decisions).toEqual([])
    expect(unwrap(await third.service.redo())?.changes).toHaveLength(2)
    unwrap(await third.service.undo())
    unwrap(await third.service.undo())
    expect(unwrap(await third.service.undo())).toBeNull()
    expect(ids(unwrap(await third.service.open('a.txt')))).toEqual([])
  })
})

describe('what a person is shown', () => {
  it('is on the medium before it is answered for, each colleague once, and no undo takes it back', async () => {
    const environment = countingEnvironment()
    const { disk, powerCut } = createForgetfulDisk(environment)
    const { service } = await startReviews(disk, { environment })
    unwrap(await service.apply(aGesture('g1'), [{ article: 'a.txt', base: 0, diff: deciding(aDecision('d1')) }]))
    unwrap(await service.see('a.txt', ['tomas', 'noor', 'ines']))
    const seen = (await reviewOn(disk)).seen
    expect(seen.map(({ annotator }) => annotator)).toEqual(['ines', 'tomas'])
    unwrap(await service.see('a.txt', ['ines']))
    unwrap(await service.undo())
    powerCut()
    const again = await startReviews(disk, { environment })
    expect(unwrap(await again.service.open('a.txt'))).toMatchObject({ seen, decisions: [] })
  })

  it('is not shown where it cannot be recorded', async () => {
    const environment = countingEnvironment()
    const { ops } = createForgetfulDisk(environment)
    const full = createDisk(failingOps(ops, (call, path) => (call === 'create' && path.includes('/reviews/') ? 'ENOSPC' : null)), environment)
    const { service, statuses } = await startReviews(full, { environment })
    expect(await service.see('a.txt', ['ines'])).toMatchObject({ ok: false, error: { code: 'disk.full' } })
    expect(statuses.at(-1)).toMatchObject({ state: 'saving' })
  })
})

describe('when the app stops', () => {
  /** Counts the calls to the disk, and from the nth on nothing works any more, as when the power went. */
  function dyingDisk(after: number) {
    const environment = countingEnvironment()
    const forgetful = createForgetfulDisk(environment)
    let calls = 0
    const dying = createDisk(failingOps(forgetful.ops, () => ((calls += 1) > after ? 'EIO' : null)), environment)
    return { ...forgetful, dying, environment }
  }

  it('at any step, no decision that was answered for is lost, and none is there by half', async () => {
    const outcomes = new Set<string>()
    for (let after = 12; after < 120; after += 1) {
      const { disk, dying, powerCut, environment } = dyingDisk(after)
      unwrap(await disk.makeFolder('/project'))
      const answered: string[] = []
      const rig = await startReviews(dying, { environment }).catch(() => null)
      for (const [index, id] of ['d1', 'd2', 'd3'].entries()) {
        const applied = await rig?.service.apply(aGesture(`g${id}`), [{ article: 'a.txt', base: index, diff: deciding(aDecision(id)) }])
        if (applied?.ok) answered.push(id)
        await rig?.service.flush()
      }
      powerCut()
      const { service, problems } = await startReviews(disk, { environment })
      const there = ids(unwrap(await service.open('a.txt')))
      // A line may have reached the medium although nobody could be told.
      expect(there.slice(0, answered.length)).toEqual(answered)
      expect(there.length).toBeLessThanOrEqual(answered.length + 1)
      expect(problems).toEqual([])
      unwrap(await service.flush())
      if (there.length > 0) expect(ids(await reviewOn(disk))).toEqual(there)
      outcomes.add(`${answered.length}`)
    }
    expect([...outcomes].toSorted()).toEqual(['0', '1', '2', '3'])
  })

  it('between the history and the file, the file follows at the next start, and the adjudicated set after it', async () => {
    const environment = countingEnvironment()
    const { disk, powerCut } = createForgetfulDisk(environment)
    const first = await startReviews(disk, { environment })
    unwrap(await first.service.apply(aGesture('g1'), [{ article: 'a.txt', base: 0, diff: deciding(aDecision('d1')) }]))
    powerCut()
    const second = await startReviews(disk, { environment })
    expect(ids(await reviewOn(disk))).toEqual(['d1'])
    expect(second.derived).toEqual(['a.txt'])
  })

  it('tries again when a disk was full, and says so', async () => {
    const environment = countingEnvironment()
    const { ops } = createForgetfulDisk(environment)
    let full = true
    const disk = createDisk(failingOps(ops, (call, path) => (full && call === 'create' && path.includes('/reviews/') ? 'ENOSPC' : null)), environment)
    const { service, timer, statuses } = await startReviews(disk, { environment })
    unwrap(await service.apply(aGesture('g1'), [{ article: 'a.txt', base: 0, diff: deciding(aDecision('d1')) }]))
    expect((await service.flush()).ok).toBe(false)
    expect(statuses.at(-1)).toMatchObject({ state: 'failed', error: { code: 'disk.full' } })
    full = false
    timer.fire()
    unwrap(await service.flush())
    expect(ids(await reviewOn(disk))).toEqual(['d1'])
  })

  it('half-way through a gesture over several articles, what is there is one step and can be taken back', async () => {
    const environment = countingEnvironment()
    const { ops } = createForgetfulDisk(environment)
    const disk = createDisk(failingOps(ops, (call, path) => (call === 'write' && path.includes('news') ? 'ENOSPC' : null)), environment)
    const { service } = await startReviews(disk, { environment })
    const both = [{ article: 'a.txt', base: 0, diff: deciding(aDecision('d1')) }, { article: 'news/b.txt', base: 0, diff: deciding(aDecision('d2')) }]
    expect(await service.apply(aGesture('g1', 'merge_rule'), both)).toMatchObject({ ok: false, error: { code: 'review.partly' } })
    expect(ids(unwrap(await service.open('a.txt')))).toEqual(['d1'])
    expect(unwrap(await service.open('news/b.txt')).decisions).toEqual([])
    expect(unwrap(await service.undo())?.changes).toHaveLength(1)
    expect(unwrap(await service.open('a.txt')).decisions).toEqual([])
  })
})

describe('the file of a review', () => {
  it('that another program changed is not overwritten', async () => {
    const environment = countingEnvironment()
    const { disk } = createForgetfulDisk(environment)
    const { service } = await startReviews(disk, { environment })
    unwrap(await service.apply(aGesture('g1'), [{ article: 'a.txt', base: 0, diff: deciding(aDecision('d1')) }]))
    unwrap(await service.flush())
    const theirs = unwrap(await disk.readText(FILE)).replace('d1', 'dx')
    unwrap(await disk.writeAtomic(FILE, theirs, { expected: undefined }))
    unwrap(await service.apply(aGesture('g2'), [{ article: 'a.txt', base: 1, diff: deciding(aDecision('d2')) }]))
    expect(await service.flush()).toMatchObject({ ok: false, error: { code: 'file.changed' } })
    expect(unwrap(await disk.readText(FILE))).toBe(theirs)
  })

  it('is read anew where a synchroniser brought another and nothing was unsaved', async () => {
    const environment = countingEnvironment()
    const { disk } = createForgetfulDisk(environment)
    const { service } = await startReviews(disk, { environment })
    unwrap(await service.apply(aGesture('g1'), [{ article: 'a.txt', base: 0, diff: deciding(aDecision('d1')) }]))
    unwrap(await service.flush())
    unwrap(await disk.writeAtomic(FILE, unwrap(await disk.readText(FILE)).replace('"d1"', '"d9"'), { expected: undefined }))
    expect(ids(unwrap(await service.open('a.txt')))).toEqual(['d9'])
  })

  it.each([
    ['another article', (text: string) => text.replace('"path": "a.txt"', '"path": "b.txt"')],
    ['somebody else', (text: string) => text.replace('"key": "noor"', '"key": "tomas"')],
    ['half a file', (text: string) => text.slice(0, 300)],
  ])('of %s is refused with its line and kept', async (_, spoil) => {
    const environment = countingEnvironment()
    const { disk } = createForgetfulDisk(environment)
    const first = await startReviews(disk, { environment })
    unwrap(await first.service.apply(aGesture('g1'), [{ article: 'a.txt', base: 0, diff: deciding(aDecision('d1')) }]))
    unwrap(await first.service.close())
    const bad = spoil(unwrap(await disk.readText(FILE)))
    unwrap(await disk.writeAtomic(FILE, bad, { expected: undefined }))
    const { service } = await startReviews(disk, { environment })
    const answer = await service.open('a.txt')
    expect(answer).toMatchObject({ ok: false, error: { where: { file: 'reviews/noor/a.txt.json', line: expect.any(Number) } } })
    expect(unwrap(await disk.readText(FILE))).toBe(bad)
  })
})

it('changes nothing in a project that can only be read', async () => {
  const environment = countingEnvironment()
  const { disk } = createForgetfulDisk(environment)
  const { service } = await startReviews(disk, { environment, readOnly: 'it is on a CD.' })
  expect(await service.apply(aGesture('g1'), [{ article: 'a.txt', base: 0, diff: deciding(aDecision('d1')) }])).toMatchObject({ ok: false, error: { code: 'project.readOnly' } })
  expect(unwrap(await service.see('a.txt', ['ines'])).seen).toEqual([])
  expect(unwrap(await disk.exists('/project/reviews'))).toBe(false)
})
