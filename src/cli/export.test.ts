import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyCodebook } from '../core/codebook/empty.ts'
import { annotationSetSchema } from '../core/model/annotation-set.ts'
import { serialise } from '../core/model/canonical.ts'
import { nodeDisk } from '../main/services/disk/disk.ts'
import { sha256 } from '../main/services/hash.ts'
import { createProject } from '../main/services/project/create-project.ts'
import { anAnnotationAt } from '../main/services/sets/testing.ts'
import { temporaryFolders, testEnvironment } from '../main/services/testing/temporary-folder.ts'
import { exportCommand } from './export.ts'

const newFolder = temporaryFolders()
const TEXT = '👩‍👩‍👧‍👦 Norvia will deliver 40 ambulances.\n'

async function aProject(): Promise<string> {
  const made = await createProject(nodeDisk, await newFolder(), {
    name: 'Talks',
    codebook: emptyCodebook('Mine', 'mine'),
    environment: testEnvironment(),
  })
  if (!made.ok) throw new Error(made.error.message)
  const { folder, project } = made.value
  await writeFile(join(folder, 'articles/a.txt'), TEXT)
  for (const key of ['ines', 'zoe']) {
    await mkdir(join(folder, 'annotations', key), { recursive: true })
    const text = serialise(annotationSetSchema, {
      format: 'concord/annotation-set',
      version: 1,
      article: { path: 'a.txt', text_sha256: sha256(TEXT) },
      annotator: { key, name: key },
      codebook: project.codebook,
      revision: 1,
      state: { status: 'in_progress', changed: '2031-03-04T09:15:00.000Z' },
      annotations: [anAnnotationAt(TEXT, `${key}1`, 12, 18)],
      relations: [],
    })
    await writeFile(join(folder, `annotations/${key}/a.txt.json`), text)
  }
  return folder
}

function run(positionals: readonly string[], options: Readonly<Record<string, readonly string[]>>) {
  return exportCommand.run({
    positionals,
    flag: () => false,
    option: (name) => options[name]?.at(-1),
    options: (name) => options[name] ?? [],
    resolve: (path) => path,
    progress: () => undefined,
    disk: nodeDisk,
    environment: testEnvironment(),
  })
}

describe('concord export', () => {
  it('writes what was asked for and shows a receipt', async () => {
    const folder = await aProject()
    const out = join(folder, '..', 'out')
    const outcome = await run([folder], { format: ['jsonl'], out: [out], annotator: [' INES '], article: ['a.txt'] })
    expect(outcome).toMatchObject({ ok: true, errors: [], json: { annotations: 1, verified: true } })
    expect(outcome.text).toContain('verified')
    const [name = ''] = await readdir(out)
    const record = JSON.parse(await readFile(join(out, name), 'utf8'))
    expect(record).toMatchObject({ id: 'ines1', start: 8, end: 14, start_utf16: 12, end_utf16: 18, quote: 'Norvia' })
    expect([...TEXT].slice(record.start, record.end).join('')).toBe('Norvia')
  })

  it('takes all annotators and both formats, repeatable options too', async () => {
    const folder = await aProject()
    expect(await run([folder], { format: ['csv'], out: [folder] })).toMatchObject({
      ok: true,
      json: { annotations: 2, annotators: 2 },
    })
    expect(await run([folder], { format: ['csv'], out: [folder], annotator: ['ines', 'zoe'] })).toMatchObject({
      ok: true,
      json: { annotations: 2 },
    })
  })

  it('says what is wrong, and writes nothing', async () => {
    const folder = await aProject()
    const out = join(folder, '..', 'out')
    const wrong = [
      await run([folder], { out: [out] }),
      await run([folder], { format: ['xml'], out: [out] }),
      await run([folder], { format: ['csv'] }),
      await run([folder], { format: ['csv'], out: [out], annotator: ['nobody'] }),
      await run([folder], { format: ['csv'], out: [out], article: ['gone.txt'] }),
      await run([folder], { format: ['csv'], out: [out], article: ['../../etc/passwd'] }),
      await run([out], { format: ['csv'], out: [out] }),
    ]
    expect(wrong.map(({ ok }) => ok)).toEqual(wrong.map(() => false))
    expect(wrong.every(({ errors }) => errors[0]?.message !== '' && errors[0]?.remedy !== '')).toBe(true)
    expect(wrong[3]?.errors[0]?.remedy).toContain('ines, zoe')
    expect(await readdir(out).catch(() => null)).toBeNull()
  })

  it('fails, with file and line, when a set had to be left out', async () => {
    const folder = await aProject()
    await writeFile(join(folder, 'annotations/zoe/a.txt.json'), '{\n  "format": \n')
    const outcome = await run([folder], { format: ['jsonl'], out: [folder] })
    expect(outcome).toMatchObject({
      ok: false,
      json: { annotations: 1, verified: true },
      errors: [{ file: 'annotations/zoe/a.txt.json', line: 3 }],
    })
  })
})
