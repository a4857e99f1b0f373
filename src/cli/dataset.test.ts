import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolders } from '../main/services/testing/temporary-folder.ts'
import { concord } from './testing.ts'

const newFolder = temporaryFolders()
const SAMPLE = join(import.meta.dirname, '../../samples/pledges')

describe('concord dataset', () => {
  it('gives no rows of articles that two people coded and nobody adjudicated, and says so', async () => {
    const out = join(await newFolder(), 'out')
    const ran = await concord(process.cwd(), 'dataset', SAMPLE, '--out', out, '--unit', 'pledge', '--json')
    expect(ran.code).toBe(0)
    expect(JSON.parse(ran.stdout)).toMatchObject({ unit: 'pledge', articles: { adjudicated: 0, not_coded: 0 }, problems: [] })
    const articles = await readFile(join(out, 'articles.csv'), 'utf8')
    expect(articles).toContain('not_adjudicated')
    expect(articles).toContain('2031-05-18,Strait Review')
    const again = await concord(process.cwd(), 'dataset', SAMPLE, '--out', out)
    expect(again).toMatchObject({ code: 1 })
    expect(again.stderr).toContain('there already')
  })

  it('knows its units', async () => {
    expect(await concord(process.cwd(), 'dataset', SAMPLE, '--out', 'x', '--unit', 'country')).toMatchObject({ code: 1 })
  })
})
