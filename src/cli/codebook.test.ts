import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolders } from '../main/services/testing/temporary-folder.ts'
import { concord } from './testing.ts'

const newFolder = temporaryFolders()

describe('concord codebook', () => {
  it('takes a codebook out as a table and back in, as a version', async () => {
    const cwd = await newFolder()
    await concord(cwd, 'new', 'talks', '--name', 'Talks', '--annotator', 'Ana')
    expect(await concord(cwd, 'codebook', 'export', 'talks', 'book.csv')).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse((await concord(cwd, 'codebook', 'import', 'talks', 'book.csv', '--json')).stdout)).toMatchObject({ ok: true, changes: [] })

    const table = await readFile(join(cwd, 'book.csv'), 'utf8')
    await writeFile(join(cwd, 'book.csv'), table.replace('label,pledge,,Pledge,', 'label,pledge,,Promise,'))
    const dry = JSON.parse((await concord(cwd, 'codebook', 'import', 'talks', 'book.csv', '--dry-run', '--json')).stdout)
    expect(dry).toMatchObject({ version: null, changes: [{ kind: 'label', how: 'renamed', id: 'pledge', name: 'Promise' }] })
    expect(JSON.parse(await readFile(join(cwd, 'talks', 'codebook.json'), 'utf8')).labels[0].name).toBe('Pledge')

    expect((await concord(cwd, 'codebook', 'import', 'talks', 'book.csv', '--note', 'Promises')).code).toBe(0)
    const saved = JSON.parse(await readFile(join(cwd, 'talks', 'codebook.json'), 'utf8'))
    expect([saved.labels[0].name, saved.change]).toEqual(['Promise', 'Promises'])
    expect(await concord(cwd, 'validate', 'talks')).toMatchObject({ code: 0, stderr: '' })
  })

  it('names file and line of what is wrong', async () => {
    const cwd = await newFolder()
    await concord(cwd, 'new', 'talks', '--name', 'Talks', '--annotator', 'Ana', '--codebook', 'empty')
    await writeFile(join(cwd, 'book.csv'), 'kind,id,name\nlable,x,X\n')
    const ran = await concord(cwd, 'codebook', 'import', 'talks', 'book.csv')
    expect(ran.code).toBe(1)
    expect(ran.stderr).toContain('book.csv:2: “lable” is no kind of row.')
    expect((await concord(cwd, 'codebook', 'burn', 'talks', 'book.csv')).code).toBe(1)
    expect((await concord(cwd, 'codebook', 'export', 'talks', 'book.xlsx')).code).toBe(1)
  })
})
