import { describe, expect, it } from 'vitest'
import { EMPTY_DIFF } from '../../../core/annotating/diff.ts'
import { createDisk } from '../disk/disk.ts'
import { failingOps, type FailureRule } from '../testing/failing-ops.ts'
import { createForgetfulDisk, createForgetfulOps } from '../testing/forgetful-disk.ts'
import { adding, anAnnotationAt, countingEnvironment, startService, TEXTS, unwrap } from './testing.ts'

const A = TEXTS['a.txt'] ?? ''
const B = TEXTS['news/b.txt'] ?? ''
const gesture = (id: string, kind = 'annotate' as const) => ({ id, at: '2031-03-04T09:15:00.000Z', kind })
const first = anAnnotationAt(A, 'a1', 0, 6)
const second = anAnnotationAt(A, 'a2', 34, 49, { label: 'agreement' })
const third = anAnnotationAt(B, 'b1', 0, 5)
const SET_FILE = '/project/annotations/ines/a.txt.json'

describe('saving', () => {
  it('makes no file for an article that was only opened', async () => {
    const environment = countingEnvironment()
    const { disk } = createForgetfulDisk(environment)
    const { service } = await startService(disk, { environment })
    expect(unwrap(await service.open('a.txt'))).toMatchObject({
      revision: 0,
      annotations: [],
      article: { path: 'a.txt' },
    })
    unwrap(await service.close())
    expect(unwrap(await disk.walk('/project'))).toEqual([])
  })

  it('says Saved only when the set is written, and leaves an empty journal', async () => {
    const environment = countingEnvironment()
    const { disk, powerCut } = createForgetfulDisk(environment)
    const { service, statuses, timer } = await startService(disk, { environment })
    expect(unwrap(await service.apply(gesture('g1'), [{ article: 'a.txt', base: 0, diff: adding(first) }]))).toEqual([
      { article: 'a.txt', revision: 1 },
    ])
    expect(statuses.map(({ state }) => state)).toEqual(['saving'])
    expect(timer.waiting()).toEqual([400])
    expect(unwrap(await disk.exists(SET_FILE))).toBe(false)
    unwrap(await service.flush())
    expect(statuses.at(-1)).toMatchObject({ state: 'saved', at: expect.stringMatching(/^2031-/) })
    powerCut()
    expect(unwrap(await disk.readText(SET_FILE))).toContain('"quote": "Norvia"')
    expect(unwrap(await disk.readText('/project/history/ines/a.txt.jsonl')).split('\n')).toHaveLength(2)
    expect(unwrap(await disk.walk('/data/journal'))).toEqual([])
  })

  it('writes the same bytes when nothing has changed in between', async () => {
    const environment = countingEnvironment()
    const { disk } = createForgetfulDisk(environment)
    const { service } = await startService(disk, { environment })
    await service.apply(gesture('g1'), [{ article: 'a.txt', base: 0, diff: adding(second, first) }])
    unwrap(await service.flush())
    const before = unwrap(await disk.readText(SET_FILE))
    unwrap(await service.undo())
    unwrap(await service.redo())
    unwrap(await service.flush())
    const after = unwrap(await disk.readText(SET_FILE))
    expect(after.replace('"revision": 3', '"revision": 1')).toBe(before)
    expect(after.endsWith('}\n')).toBe(true)
  })

  it('refuses and changes nothing when one article of a gesture does not fit', async () => {
    const environment = countingEnvironment()
    const { disk } = createForgetfulDisk(environment)
    const { service } = await startService(disk, { environment })
    const wrong = { ...third, fragments: [{ start: 1, end: 6, quote: third.fragments[0]?.quote ?? '' }] }
    const fits = { article: 'a.txt', base: 0, diff: adding(first) }
    expect(
      await service.apply(gesture('g1'), [fits, { article: 'news/b.txt', base: 0, diff: adding(wrong) }]),
    ).toMatchObject({ error: { code: 'quote.mismatch' } })
    expect(
      await service.apply(gesture('g2'), [fits, { article: 'news/b.txt', base: 7, diff: adding(third) }]),
    ).toMatchObject({ error: { code: 'set.revision', retry: false } })
    expect(
      await service.apply(gesture('g3'), [fits, { article: 'gone.txt', base: 0, diff: adding(third) }]),
    ).toMatchObject({ error: { code: 'article.missing' } })
    expect(
      await service.apply(gesture('g4'), [fits, { article: '../../etc/passwd', base: 0, diff: adding() }]),
    ).toMatchObject({ error: { code: 'path.outside' } })
    expect(await service.apply(gesture('g5'), [fits, fits])).toMatchObject({ error: { code: 'gesture.twice' } })
    expect(unwrap(await service.open('a.txt')).revision).toBe(0)
    expect(unwrap(await disk.walk('/data'))).toEqual([])
  })

  it('keeps the work and retries, longer and longer, while the disk is full', async () => {
    const environment = countingEnvironment()
    let full = false
    const rule: FailureRule = (call, path) =>
      full && call === 'create' && path.startsWith('/project') ? 'ENOSPC' : null
    const disk = createDisk(failingOps(createForgetfulOps(), rule), environment)
    const { service, statuses, timer } = await startService(disk, { environment })
    await service.apply(gesture('g1'), [{ article: 'a.txt', base: 0, diff: adding(first) }])
    full = true
    const waits: number[][] = []
    for (let attempt = 0; attempt < 7; attempt += 1) {
      timer.fire()
      await service.undoState()
      await settle(() => statuses.at(-1)?.state === 'failed')
      waits.push(timer.waiting())
    }
    expect(waits.flat()).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
    expect(statuses.at(-1)).toMatchObject({
      state: 'failed',
      error: { code: 'disk.full' },
      next: expect.stringMatching(/Z$/),
    })
    expect(unwrap(await service.apply(gesture('g2'), [{ article: 'a.txt', base: 1, diff: adding(second) }]))).toEqual([
      { article: 'a.txt', revision: 2 },
    ])
    expect(statuses.at(-1)?.state).toBe('failed')
    full = false
    unwrap(await service.saveNow())
    expect(statuses.at(-1)?.state).toBe('saved')
    expect(unwrap(await disk.readText(SET_FILE))).toContain('"a2"')
    expect(
      unwrap(await disk.readText('/project/history/ines/a.txt.jsonl'))
        .trim()
        .split('\n'),
    ).toHaveLength(2)
  })

  it('does not overwrite a set that somebody else has changed, and puts the work on top of it at the next start', async () => {
    const environment = countingEnvironment()
    const { disk } = createForgetfulDisk(environment)
    const { service, statuses } = await startService(disk, { environment })
    await service.apply(gesture('g1'), [{ article: 'a.txt', base: 0, diff: adding(first) }])
    unwrap(await service.flush())
    const theirs = unwrap(await disk.readText(SET_FILE))
      .replace('"revision": 1', '"revision": 5')
      .replace('"pledge"', '"demand"')
    unwrap(await disk.writeAtomic(SET_FILE, theirs, { expected: undefined }))
    unwrap(await service.apply(gesture('g2'), [{ article: 'a.txt', base: 1, diff: adding(second) }]))
    expect(await service.flush()).toMatchObject({ ok: false, error: { code: 'file.changed' } })
    expect(statuses.at(-1)?.state).toBe('failed')
    expect(unwrap(await disk.readText(SET_FILE))).toBe(theirs)
    const again = await startService(disk, { environment })
    expect(again.service.recovered).toContain('1 change in 1 article')
    const set = unwrap(await again.service.open('a.txt'))
    expect(set.revision).toBe(6)
    expect(set.annotations.map(({ id, label }) => `${id} ${label}`)).toEqual(['a1 demand', 'a2 agreement'])
  })

  it('puts back work on a text that changed before the set was written, and takes it to the new text', async () => {
    const environment = countingEnvironment()
    const { disk } = createForgetfulDisk(environment)
    const before = await startService(disk, { environment })
    unwrap(await before.service.apply(gesture('g1'), [{ article: 'a.txt', base: 0, diff: adding(first) }]))
    const changed = { ...TEXTS, 'a.txt': `${A} More.` }
    const { service } = await startService(disk, { environment, texts: changed })
    expect(service.recovered).toContain('1 change')
    // The earlier text was not kept yet: nothing is placed without asking.
    expect(unwrap(await service.open('a.txt'))).toMatchObject({ annotations: [], unplaced: [{ annotation: { id: 'a1' }, state: 'open' }] })
    unwrap(await service.close())
    const restored = await startService(disk, { environment })
    const set = unwrap(await restored.service.open('a.txt'))
    expect(set.annotations.map(({ id }) => id)).toEqual(['a1'])
    expect(set.unplaced).toBeUndefined()
    unwrap(await restored.service.close())
  })

  it('sets aside work that does not fit on what somebody else wrote, and says so', async () => {
    const environment = countingEnvironment()
    const { disk } = createForgetfulDisk(environment)
    const { service } = await startService(disk, { environment })
    await service.apply(gesture('g1'), [{ article: 'a.txt', base: 0, diff: adding(first) }])
    unwrap(await service.flush())
    const relabelled = {
      ...EMPTY_DIFF,
      annotations: { added: [], removed: [], updated: [{ from: first, to: { ...first, label: 'refusal' } }] },
    }
    await service.apply(gesture('g2'), [{ article: 'a.txt', base: 1, diff: relabelled }])
    const theirs = unwrap(await disk.readText(SET_FILE)).replace('"pledge"', '"demand"')
    unwrap(await disk.writeAtomic(SET_FILE, theirs, { expected: undefined }))
    const again = await startService(disk, { environment })
    expect(again.service.recovered).toBeNull()
    expect(again.service.problems).toMatchObject([
      { file: 'a.txt', message: expect.stringContaining('could not be put back') },
    ])
    const [aside] = unwrap(await disk.walk('/data/journal'))
    expect(unwrap(await disk.readText(`/data/journal/${aside?.path}`))).toContain('refusal')
    expect(
      unwrap(await again.service.apply(gesture('g3'), [{ article: 'a.txt', base: 1, diff: adding(second) }])),
    ).toHaveLength(1)
    unwrap(await again.service.close())
  })

  it('keeps a damaged set untouched, names its line, and keeps unsaved work until the set is restored', async () => {
    const environment = countingEnvironment()
    const { disk } = createForgetfulDisk(environment)
    const { service } = await startService(disk, { environment })
    await service.apply(gesture('g1'), [{ article: 'a.txt', base: 0, diff: adding(first) }])
    unwrap(await service.flush())
    const good = unwrap(await disk.readText(SET_FILE))
    await service.apply(gesture('g2'), [{ article: 'a.txt', base: 1, diff: adding(second) }])
    const bad = good.replace('"Norvia"', '"Estal"')
    unwrap(await disk.writeAtomic(SET_FILE, bad, { expected: undefined }))
    const line = bad.slice(0, bad.indexOf('"id": "a1"')).split('\n').length - 1
    const again = await startService(disk, { environment })
    expect(again.service.problems).toMatchObject([{ file: 'annotations/ines/a.txt.json', line }])
    expect(
      await again.service.apply(gesture('g3'), [{ article: 'a.txt', base: 1, diff: adding(second) }]),
    ).toMatchObject({ error: { code: 'quote.mismatch' } })
    unwrap(await again.service.close())
    expect(unwrap(await disk.readText(SET_FILE))).toBe(bad)
    unwrap(await disk.writeAtomic(SET_FILE, good, { expected: undefined }))
    const restored = await startService(disk, { environment })
    expect(unwrap(await restored.service.open('a.txt')).annotations.map(({ id }) => id)).toEqual(['a1', 'a2'])
  })

  it('knows its own file again when a write failed after the rename', async () => {
    const environment = countingEnvironment()
    let failing = false
    const rule: FailureRule = (call, path) =>
      failing && call === 'syncFolder' && path.startsWith('/project/annotations') ? 'EIO' : null
    const disk = createDisk(failingOps(createForgetfulOps(), rule), environment)
    const { service } = await startService(disk, { environment })
    await service.apply(gesture('g1'), [{ article: 'a.txt', base: 0, diff: adding(first) }])
    unwrap(await service.flush())
    failing = true
    await service.apply(gesture('g2'), [{ article: 'a.txt', base: 1, diff: adding(second) }])
    expect(await service.flush()).toMatchObject({ ok: false, error: { code: 'disk.failing' } })
    expect(unwrap(await disk.readText(SET_FILE))).toContain('"a2"')
    await service.undo()
    failing = false
    unwrap(await service.saveNow())
    expect(unwrap(await disk.readText(SET_FILE))).toContain('"revision": 3')
  })

  it('goes on after a close that could not write, and refuses after one that could', async () => {
    const environment = countingEnvironment()
    let full = true
    const disk = createDisk(
      failingOps(createForgetfulOps(), (call, path) =>
        full && call === 'create' && path.startsWith('/project') ? 'ENOSPC' : null,
      ),
      environment,
    )
    const { service } = await startService(disk, { environment })
    await service.apply(gesture('g1'), [{ article: 'a.txt', base: 0, diff: adding(first) }])
    expect((await service.close()).ok).toBe(false)
    expect((await service.apply(gesture('g2'), [{ article: 'a.txt', base: 1, diff: adding(second) }])).ok).toBe(true)
    full = false
    unwrap(await service.close())
    expect(await service.apply(gesture('g3'), [{ article: 'news/b.txt', base: 0, diff: adding(third) }])).toMatchObject(
      { ok: false, error: { code: 'project.closed' } },
    )
    expect(unwrap(await disk.readText(SET_FILE))).toContain('"a2"')
  })

  it('closes in time although the disk hangs, and leaves the work in the journal', async () => {
    const environment = countingEnvironment()
    let hang = false
    const ops = createForgetfulOps()
    const hanging = createDisk(
      { ...ops, create: (path) => (hang ? new Promise(() => undefined) : ops.create(path)) },
      environment,
    )
    const one = await startService(hanging, { environment })
    await one.service.apply(gesture('g1'), [{ article: 'a.txt', base: 0, diff: adding(first) }])
    hang = true
    const closing = one.service.close(1500)
    await settle(() => one.timer.waiting().includes(1500))
    one.timer.fire()
    expect(await closing).toMatchObject({ ok: false, error: { code: 'save.late' } })
    hang = false
    const two = await startService(createDisk(ops, environment), { environment })
    expect(unwrap(await two.service.open('a.txt')).annotations).toEqual([first])
  })

  it('changes nothing in a read-only project, and leaves its journal for later', async () => {
    const environment = countingEnvironment()
    const { disk } = createForgetfulDisk(environment)
    const one = await startService(disk, { environment })
    await one.service.apply(gesture('g1'), [{ article: 'a.txt', base: 0, diff: adding(first) }])
    const two = await startService(disk, { environment, readOnly: 'it is newer.' })
    expect(two.service.recovered).toBeNull()
    expect(await two.service.apply(gesture('g2'), [{ article: 'a.txt', base: 0, diff: adding(first) }])).toMatchObject({
      error: { code: 'project.readOnly' },
    })
    unwrap(await two.service.close())
    expect(unwrap(await disk.walk('/project'))).toEqual([])
    expect((await startService(disk, { environment })).service.recovered).toContain('1 change')
  })
})

async function settle(done: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !done(); turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
