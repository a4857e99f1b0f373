import { cp, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolders } from '../main/services/testing/temporary-folder.ts'
import { concord } from './testing.ts'

const temporaryFolder = temporaryFolders()
const SAMPLE = join(import.meta.dirname, '../../samples/pledges')

it('says where every set stands and how many differences are open, for people and for programs, and names what it could not use', async () => {
  const folder = join(await temporaryFolder(), 'project')
  await cp(SAMPLE, folder, { recursive: true })
  const shown = await concord(dirname(folder), 'review', 'project')
  expect(shown.code).toBe(0)
  expect(shown.stdout).toMatch(/^article +Ines Duarte +Tomas Berg +open +decided$/m)
  expect(shown.stdout).toMatch(/^records\/2031-09-20-second-meeting-verbatim\.txt +done +in progress +\d+ +0$/m)
  const json = JSON.parse((await concord(dirname(folder), 'review', 'project', '--json')).stdout)
  expect(json).toMatchObject({ ok: true, annotators: [{ name: 'Ines Duarte' }, { name: 'Tomas Berg' }], decided: 0 })
  expect(json.open).toBeGreaterThan(20)
  const quiet = json.articles.find(({ article }: { article: string }) => article === 'wire/2031-07-19-lantern-night.txt')
  expect(quiet).toMatchObject({ counts: { open: 0, agreed: 0 }, sets: [{ standing: { status: 'done' } }, { standing: { status: 'done' } }] })

  const bad = join(folder, 'reviews/noor/wire/2031-07-19-lantern-night.txt.json')
  await mkdir(dirname(bad), { recursive: true })
  await writeFile(bad, '{ "format": ')
  const after = await concord(dirname(folder), 'review', 'project')
  expect(after.code).toBe(1)
  expect(after.stderr).toContain('reviews/noor/wire/2031-07-19-lantern-night.txt.json:1')
})
