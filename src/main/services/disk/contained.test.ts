import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join, posix, win32 } from 'node:path'
import fc from 'fast-check'
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
    'a.txt.',
    'con.',
    '.. ',
    '... /x',
    'folder ./a.txt',
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

describe('a path made of anything', () => {
  const part = fc.oneof(
    fc.constantFrom('..', '.', '', '...', '.. ', 'CON', 'nul.txt', 'COM1', 'a', 'b.txt', '\u202e', '．．', '‥', '∕', 'é', 'C:', '\0', ' ', '%2e%2e', '\\..\\x', '~'),
    fc.string({ unit: 'binary', maxLength: 6 }),
  )
  const path = fc.tuple(fc.constantFrom('', '/', '\\', 'C:/', '//'), fc.array(part, { minLength: 1, maxLength: 5 })).map(([start, parts]) => start + parts.join('/'))

  it('is refused or stays below the folder, on this system and on Windows', () => {
    fc.assert(
      fc.property(path, (candidate) => {
        if (pathProblem(candidate) !== null) return
        expect(isInside('/project', posix.join('/project', ...candidate.split('/')))).toBe(true)
        const there = win32.resolve('C:\\project', ...candidate.split('/'))
        expect(there.startsWith('C:\\project\\')).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('reaches no file outside, whatever is asked for', async () => {
    const root = await newFolder()
    await fc.assert(
      fc.asyncProperty(path, async (candidate) => {
        const found = await resolveInside(nodeDisk, root, candidate)
        if (found.ok) expect(isInside(root, found.value)).toBe(true)
        else expect(found.error.remedy).not.toBe('')
      }),
      { numRuns: 200 },
    )
  })
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
