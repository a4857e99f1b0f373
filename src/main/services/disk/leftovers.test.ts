import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolders } from '../testing/temporary-folder.ts'
import { nodeDisk } from './disk.ts'
import { removeLeftovers } from './leftovers.ts'

const newFolder = temporaryFolders()

describe('removeLeftovers', () => {
  it('removes old temporary files at any depth and nothing else', async () => {
    const folder = await newFolder()
    const now = Date.UTC(2031, 2, 4)
    const put = async (path: string, hours: number) => {
      await mkdir(join(folder, path, '..'), { recursive: true })
      await writeFile(join(folder, path), 'half')
      await utimes(join(folder, path), now / 1000 - hours * 3600, now / 1000 - hours * 3600)
    }
    await put('.concord-0123456789abcdef.tmp', 2)
    await put('a/b/.concord-0123456789abcdef.tmp', 2)
    await put('a/b/.concord-fedcba9876543210.tmp', 0.5)
    await put('a/x.json', 2)
    await put('a/.concord-notes.tmp', 2)
    expect(await removeLeftovers(nodeDisk, [folder, join(folder, 'missing')], now)).toEqual({ ok: true, value: 2 })
    expect(await readdir(folder, { recursive: true })).toEqual(
      expect.arrayContaining(['a', 'a/b', 'a/x.json', 'a/.concord-notes.tmp', 'a/b/.concord-fedcba9876543210.tmp']),
    )
    expect(await readdir(folder)).toEqual(['a'])
  })
})
