import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolders } from '../testing/temporary-folder.ts'
import { isInside, pathProblem, resolveInside } from './contained.ts'
import { nodeDisk } from './disk.ts'

const newFolder = temporaryFolders()

describe('pathProblem', () => {
  it.each([
    '',
    '..',
    '../x',
    'a/../../x',
    '/etc/passwd',
    'C:/x',
    'c:x',
    'a\\..\\x',
    'a//b',
    './a',
    'a/',
    'x\0.txt',
    'aux',
    'a/con.txt',
    'LPT1.md',
    'nul .txt',
  ])('refuses %j', (path) => {
    expect(pathProblem(path)).not.toBeNull()
  })

  it.each(['a.txt', 'a/b/c.md', '...txt', 'a..b', 'console.txt', '合意/条約 一.txt', 'com10.txt'])(
    'takes %j',
    (path) => {
      expect(pathProblem(path)).toBeNull()
    },
  )
})

describe('resolveInside', () => {
  it('answers the place of a file, whether it is there or not', async () => {
    const root = await newFolder()
    await mkdir(join(root, 'articles'))
    expect(await resolveInside(nodeDisk, root, 'articles/new/a.txt')).toEqual({
      ok: true,
      value: join(root, 'articles', 'new', 'a.txt'),
    })
  })

  it('refuses what a link leads out of the project, file or folder', async () => {
    const root = await newFolder()
    const elsewhere = await newFolder()
    await writeFile(join(elsewhere, 'secret.txt'), 'secret')
    await symlink(elsewhere, join(root, 'folder'))
    await symlink(join(elsewhere, 'secret.txt'), join(root, 'a.txt'))
    await symlink(join(elsewhere, 'not-yet.txt'), join(root, 'dangling.txt'))
    for (const path of ['dangling.txt', 'folder/secret.txt', 'folder/new.txt', 'a.txt']) {
      expect(await resolveInside(nodeDisk, root, path)).toMatchObject({ ok: false, error: { code: 'path.outside' } })
    }
  })

  it('takes a link that stays inside', async () => {
    const root = await newFolder()
    await writeFile(join(root, 'a.txt'), 'a')
    await symlink(join(root, 'a.txt'), join(root, 'b.txt'))
    expect((await resolveInside(nodeDisk, root, 'b.txt')).ok).toBe(true)
  })
})

describe('isInside', () => {
  it('is not fooled by a name that starts the same', () => {
    expect(isInside('/a/b', '/a/b/c')).toBe(true)
    expect(isInside('/a/b', '/a/bc')).toBe(false)
    expect(isInside('/a/b', '/a')).toBe(false)
    expect(isInside('/a/b', '/a/b/..c')).toBe(true)
  })
})
