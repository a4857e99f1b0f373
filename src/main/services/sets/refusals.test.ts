import { describe, expect, it } from 'vitest'
import { createDisk } from '../disk/disk.ts'
import { failingOps, type FailureRule } from '../testing/failing-ops.ts'
import { createForgetfulOps } from '../testing/forgetful-disk.ts'
import { annotationSetSchema } from '../../../core/model/annotation-set.ts'
import { adding, anAnnotationAt, countingEnvironment, startService, TEXTS, unwrap } from './testing.ts'

const A = TEXTS['a.txt'] ?? ''
const CODES = ['ENOSPC', 'EDQUOT', 'EIO', 'EACCES', 'EPERM', 'EROFS', 'EBUSY', 'ENOENT', 'EMFILE'] as const
const CALLS = ['readFile', 'create', 'openToAppend', 'write', 'sync', 'truncate', 'rename', 'removeFile', 'makeFolder', 'syncFolder', 'stat', 'realPath'] as const
const PLACES = { 'the project': '/project/', 'the app’s own folder': '/data/' } as const
const FILE = '/project/annotations/ines/a.txt.json'

async function rig() {
  const environment = countingEnvironment()
  const ops = createForgetfulOps()
  let rule: FailureRule = () => null
  const disk = createDisk(failingOps(ops, (call, path) => rule(call, path)), environment)
  const { service, statuses, timer } = await startService(disk, { environment })
  /** On the set as the window shows it. */
  const mark = (id: string, base: number, start: number) =>
    service.apply({ id, at: '2031-03-04T10:00:00.000Z', kind: 'annotate' }, [{ article: 'a.txt', base, diff: adding(anAnnotationAt(A, id, start, start + 4)) }])
  return { disk, service, statuses, timer, mark, fail: (next: FailureRule) => void (rule = next), works: () => void (rule = () => null) }
}

describe.each(Object.entries(PLACES))('a disk that says no in %s', (_, place) => {
  it.each(CODES.flatMap((code) => CALLS.map((call) => [code, call] as const)))('%s at %s: the work stays, the status says what to do, and a retry succeeds', async (code, call) => {
    const { disk, service, statuses, mark, fail, works } = await rig()
    unwrap(await service.open('a.txt'))
    unwrap(await mark('g1', 0, 0))
    unwrap(await service.flush())
    fail((now, path) => (now === call && path.startsWith(place) ? code : null))
    const accepted = await mark('g2', 1, 5)
    // Refused here, the window keeps it and tries again: it must know that it may.
    if (!accepted.ok) expect(accepted.error).toMatchObject({ retry: true })
    const flushed = await service.flush()
    for (const said of [accepted, flushed]) {
      if (said.ok) continue
      expect(said.error.message).toMatch(/could not be|was not overwritten/)
      expect(said.error.remedy).not.toBe('')
    }
    if (!flushed.ok) expect(statuses.at(-1)).toMatchObject({ state: 'failed', error: flushed.error })
    // What was accepted is to be seen all the while, unless the set would have to be read from this very disk.
    const during = accepted.ok && !flushed.ok ? unwrap(await service.open('a.txt')) : null
    if (during) expect(during.annotations.map(({ id }) => id)).toEqual(['g1', 'g2'])
    works()
    if (!accepted.ok) unwrap(await mark('g2', 1, 5))
    unwrap(await service.saveNow())
    expect(statuses.at(-1)).toMatchObject({ state: 'saved' })
    const saved = annotationSetSchema.parse(JSON.parse(unwrap(await disk.readText(FILE))))
    expect(saved.annotations.map(({ id }) => id)).toEqual(['g1', 'g2'])
    unwrap(await service.close())
  })
})

describe('a set file that another program takes away', () => {
  it('is still shown, and is there again with the next change', async () => {
    const { disk, service, mark } = await rig()
    unwrap(await service.open('a.txt'))
    unwrap(await mark('g1', 0, 0))
    unwrap(await service.flush())
    unwrap(await disk.remove(FILE))
    expect(unwrap(await service.open('a.txt')).annotations.map(({ id }) => id)).toEqual(['g1'])
    unwrap(await mark('g2', 1, 5))
    unwrap(await disk.remove(FILE))
    unwrap(await service.flush())
    expect(annotationSetSchema.parse(JSON.parse(unwrap(await disk.readText(FILE)))).annotations.map(({ id }) => id)).toEqual(['g1', 'g2'])
  })
})
