import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aProjectWith, OTHER, putSet, snapshot, TEXT } from '../main/services/bundle/testing/projects.ts'
import { nodeDisk } from '../main/services/disk/disk.ts'
import { temporaryFolders, testEnvironment } from '../main/services/testing/temporary-folder.ts'
import { bundleCommand } from './bundle.ts'

const aFolder = temporaryFolders()

function run(positionals: readonly string[], options: Readonly<Record<string, readonly string[]>> = {}) {
  return bundleCommand.run({
    positionals,
    flag: (name) => options[name] !== undefined,
    option: (name) => options[name]?.at(-1),
    options: (name) => options[name] ?? [],
    resolve: (path) => path,
    progress: () => undefined,
    disk: nodeDisk,
    environment: testEnvironment(),
  })
}

describe('concord bundle', () => {
  it('takes a colleague’s work from one project to another and back', async () => {
    const parent = await aFolder()
    const there = await aProjectWith(parent, 'There', { 'a.txt': TEXT, 'b.txt': OTHER })
    await putSet(there, 'Zoe', 'a.txt', TEXT, ['z1', 'z2'])
    const here = await aProjectWith(parent, 'Here', { 'a.txt': TEXT })
    await putSet(here, 'Ines', 'a.txt', TEXT, ['i1'])
    await putSet(here, 'Zoe', 'a.txt', TEXT, ['z1'])
    const file = join(parent, 'zoe.concord.zip')
    const before = await snapshot(here)

    const made = await run(['export', there, file], { by: ['Zoe'], annotator: ['zoe'] })
    expect(made).toMatchObject({ ok: true, json: { sets: 1, articles: 2, people: [{ name: 'Zoe', sets: 1 }] } })
    expect(made.text).toContain('with their texts')
    expect(await run(['export', there, file], { by: ['Zoe'] })).toMatchObject({ ok: false, errors: [{ message: expect.stringMatching(/is there already/) }] })

    const seen = await run(['preview', here, file], { by: ['Ines'] })
    expect(seen).toMatchObject({ ok: true, json: { files: [{ standing: 'differs', changes: { added: 1, changed: 0, removed: 0 } }] } })
    expect(seen.text).toMatch(/differs\s+annotations\/zoe\/a\.txt\.json\s+1 more, 0 changed, 0 fewer/)
    expect(await snapshot(here)).toEqual(before)

    const kept = await run(['import', here, file], { by: ['Ines'], 'no-articles': [] })
    expect(kept.text).toContain('Nothing was changed.')
    const taken = await run(['import', here, file], { by: ['Ines'], take: ['Zoe'] })
    expect(taken).toMatchObject({ ok: true, json: { files: expect.arrayContaining([expect.objectContaining({ file: 'annotations/zoe/a.txt.json', fate: 'replaced' })]) } })
    expect(JSON.parse(await readFile(join(here, 'annotations/zoe/a.txt.json'), 'utf8')).annotations).toHaveLength(2)
    expect(await readFile(join(here, 'articles/b.txt'), 'utf8')).toBe(OTHER)

    const back = await run(['take-back', here, String(taken.json['id'])], { by: ['Ines'] })
    expect(back).toMatchObject({ ok: true, text: 'Took back 2 files.' })
    expect(await snapshot(here)).toEqual(before)
  })

  it('says what is wrong, and changes nothing', async () => {
    const folder = await aProjectWith(await aFolder(), 'Here', { 'a.txt': TEXT })
    const file = join(folder, '..', 'x.concord.zip')
    const wrong = [
      await run(['mend', folder, file]),
      await run(['export', folder, file]),
      await run(['export', folder, join(folder, 'x.zip')], { by: ['Ines'] }),
      await run(['export', folder, file], { by: ['Ines'], annotator: ['Nobody'] }),
      await run(['export', folder, file], { by: ['Ines'], article: ['gone.txt'] }),
      await run(['preview', folder, file], { by: ['Ines'] }),
      await run(['import', folder, file], { by: ['Ines'], codebook: ['burn'] }),
      await run(['take-back', folder, '../../../etc'], { by: ['Ines'] }),
    ]
    expect(wrong.map(({ ok }) => ok)).toEqual(wrong.map(() => false))
    expect(wrong.every(({ errors: [error] }) => error && error.message !== '' && error.remedy !== '')).toBe(true)
  })
})
