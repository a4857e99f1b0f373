import { describe, expect, it } from 'vitest'
import { aDecision, aGesture, deciding, startReviews } from '../review/testing.ts'
import { countingEnvironment, unwrap } from '../sets/testing.ts'
import { createForgetfulDisk } from '../testing/forgetful-disk.ts'
import { onlyWhileThere } from './only-there.ts'

describe('a project that is no longer at its place', () => {
  it('is not made again there: decisions are refused, and go through when it is back', async () => {
    const environment = countingEnvironment()
    const { disk, ops } = createForgetfulDisk(environment)
    unwrap(await disk.writeAtomic('/project/concord.json', '{}', { expected: null }))
    const { service } = await startReviews(onlyWhileThere(disk, '/project', 'concord.json'), { environment })
    unwrap(await service.apply(aGesture('g1'), [{ article: 'a.txt', base: 0, diff: deciding(aDecision('d1')) }]))
    unwrap(await service.flush())
    await ops.rename('/project', '/moved')
    const next = [{ article: 'a.txt', base: 1, diff: deciding(aDecision('d2')) }]
    expect(await service.apply(aGesture('g2'), next)).toMatchObject({ ok: false, error: { code: 'file.missing', retry: true, message: expect.stringContaining('no longer at /project') } })
    expect(unwrap(await disk.exists('/project'))).toBe(false)
    await ops.rename('/moved', '/project')
    unwrap(await service.apply(aGesture('g2'), next))
    unwrap(await service.close())
    expect(unwrap(await disk.readText('/project/reviews/noor/a.txt.json'))).toContain('d2')
  })

  it('keeps nothing else from being written', async () => {
    const { disk } = createForgetfulDisk(countingEnvironment())
    const guarded = onlyWhileThere(disk, '/project', 'concord.json')
    unwrap(await guarded.writeAtomic('/projects/a.txt', 'a', { expected: null }))
    unwrap(await guarded.append('/data/journal.jsonl', '{}\n'))
    expect((await guarded.append('/project/history/a.jsonl', '{}\n')).ok).toBe(false)
  })
})
