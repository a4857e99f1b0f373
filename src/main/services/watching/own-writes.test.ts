import { describe, expect, it } from 'vitest'
import { createForgetfulDisk } from '../testing/forgetful-disk.ts'
import { countingEnvironment, unwrap } from '../sets/testing.ts'
import { watchOwnWrites } from './own-writes.ts'

describe('what the app itself wrote', () => {
  it('is known as its own until somebody else writes there, also when they bring it back', async () => {
    const { disk, isOwn } = watchOwnWrites(createForgetfulDisk(countingEnvironment()).disk)
    unwrap(await disk.makeFolder('/project'))
    const { sha256 } = unwrap(await disk.writeAtomic('/project/a.txt', 'as it was', { expected: undefined }))
    expect(isOwn('/project/a.txt', sha256)).toBe(true)
    expect(isOwn('/project/a.txt', 'f'.repeat(64))).toBe(false)
    expect(isOwn('/project/a.txt', sha256)).toBe(false)
    expect(isOwn('/project/other.txt', sha256)).toBe(false)
  })
})
