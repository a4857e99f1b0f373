import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ADAPTERS } from '../../../../core/formats/adapters.ts'
import { nodeDisk } from '../../disk/disk.ts'
import { readProject } from '../../project/read-project.ts'
import { temporaryFolders, testEnvironment } from '../../testing/temporary-folder.ts'
import type { OutgoingProject, SetsWish } from './messages.ts'
import { previewSets, writeSets } from './outgoing-sets.ts'
import { createOutgoingService } from './outgoing-service.ts'
import { makeStaging, putInPlace } from './staging.ts'

const newFolder = temporaryFolders()
const SAMPLE = join(import.meta.dirname, '../../../../../samples/pledges')
const ARTICLE = 'interviews/2031-05-18-the-envoy-in-the-lay-by.txt'

async function sample(change: Partial<OutgoingProject> = {}): Promise<OutgoingProject> {
  const opened = await readProject(nodeDisk, SAMPLE)
  if (!opened.ok) throw new Error(opened.error.message)
  return { folder: SAMPLE, name: opened.value.project.name, codebook: opened.value.codebook, articles: [], own: 'me', visible: [ARTICLE], ...change }
}

function wish(change: Partial<SetsWish> = {}): SetsWish {
  return { what: 'sets', format: 'brat', own: {}, articles: null, annotators: null, labels: null, ...change }
}

it('previews the beginning of what it then writes, in every format', async () => {
  const project = await sample()
  for (const { name } of ADAPTERS.filter(({ serialize }) => serialize)) {
    const preview = await previewSets(nodeDisk, testEnvironment(), project, wish({ format: name }), () => undefined)
    const out = await newFolder()
    const written = await writeSets(nodeDisk, testEnvironment(), project, wish({ format: name }), out, () => undefined)
    if (!preview.ok || !written.ok) throw new Error(`${name} was not written`)
    expect(preview.value.counts.find(({ of }) => of === 'annotations'), name).toEqual(written.value.counts.find(({ of }) => of === 'annotations'))
    expect(written.value.verified, name).not.toBe(false)
    expect(preview.value.samples.length, name).toBeGreaterThan(0)
    const [first] = preview.value.samples
    if (!first || first.name.includes(': ') || name === 'jsonl') continue
    expect((await readFile(join(out, first.name), 'utf8')).replace(/^\ufeff/, '').startsWith(first.text.slice(0, 200).replace(/^\ufeff/, '')), `${name}: ${first.name}`).toBe(true)
  }
})

it('shows and writes nothing of sets that may not be seen', async () => {
  const blind = await previewSets(nodeDisk, testEnvironment(), await sample({ visible: [] }), wish(), () => undefined)
  if (!blind.ok) throw new Error(blind.error.message)
  expect(blind.value.counts.map(({ count }) => count)).toEqual([0, 0, 0])
  expect(blind.value.hidden).toBeGreaterThan(0)
})

it('puts one file as itself and several as a folder, under the first free name, and leaves nothing hidden', async () => {
  const target = await newFolder()
  await writeFile(join(target, 'a.txt'), 'mine')
  for (const names of [['a.txt'], ['a.txt', 'b/c.txt'], ['a.txt', 'b/c.txt']]) {
    const staging = await makeStaging(target)
    if (!staging.ok) throw new Error(staging.error.message)
    await mkdir(join(staging.value, 'b'))
    for (const name of names) await writeFile(join(staging.value, name), 'new')
    expect(await putInPlace(nodeDisk, staging.value, target, names, 'P-brat')).toMatchObject({ ok: true })
  }
  expect((await readdir(target)).toSorted()).toEqual(['P-brat', 'P-brat (2)', 'a (2).txt', 'a.txt'])
  expect(await readFile(join(target, 'a.txt'), 'utf8')).toBe('mine')
})

it('leaves nothing of an export that is stopped while it is written', async () => {
  const target = await newFolder()
  // Writes half a file and says so, and never comes to an end.
  const script = new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { writeFileSync } from 'node:fs'
      import { parentPort } from 'node:worker_threads'
      parentPort.on('message', ({ outFolder }) => {
        writeFileSync(outFolder + '/half.ann', 'T1')
        parentPort.postMessage({ kind: 'progress', done: 1, total: 2 })
      })`)}`,
  )
  const service = createOutgoingService(nodeDisk, script)
  const receipt = await service.write(await sample(), wish(), { target, stem: 'talks' }, () => service.cancel())
  expect(receipt).toMatchObject({ ok: false, error: { code: 'work.cancelled' } })
  expect(await readdir(target)).toEqual([])
})
