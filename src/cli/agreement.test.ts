import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { keptAgreementSchema } from '../core/agreement/project/kept.ts'
import { readZip } from '../core/formats/zip.ts'
import { serialise } from '../core/model/canonical.ts'
import { annotationSetSchema, type AnnotationSet } from '../core/model/annotation-set.ts'
import { reviewSchema } from '../core/model/review.ts'
import { aReviewBy, AT } from '../core/review/testing/sets.ts'
import { temporaryFolders } from '../main/services/testing/temporary-folder.ts'
import { concord } from './testing.ts'

const temporaryFolder = temporaryFolders()
const SAMPLE = join(import.meta.dirname, '../../samples/pledges')
const ARTICLE = 'wire/2031-07-19-lantern-night.txt'

async function copied(): Promise<string> {
  const folder = join(await temporaryFolder(), 'project')
  await cp(SAMPLE, folder, { recursive: true })
  return folder
}

it('computes on independent sets, says what it left out, and writes the report as a page', async () => {
  const folder = await copied()
  const shown = await concord(dirname(folder), 'agreement', 'project', '--html', 'report.html')
  expect(shown.stderr).toBe('')
  expect(shown.stdout).toMatch(/Of 100 spans that one annotator marks, another marks about \d+ with the same boundaries and the same label/)
  expect(shown.stdout).toMatch(/\d+ × not marked done/)
  const json = JSON.parse((await concord(dirname(folder), 'agreement', 'project', '--json')).stdout)
  expect(json.figures[0]).toMatchObject({ measure: 'f1_strict', scope: { kind: 'project' }, result: { status: 'ok', method: 'mean_pairwise_f1_strict' } })
  expect(json.files.length).toBe(json.sets.done)
  const page = await readFile(join(dirname(folder), 'report.html'), 'utf8')
  expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org\/2000\/svg)/)
  expect(page).toContain('Ines Duarte – Tomas Berg')
  const kept = JSON.parse((await concord(dirname(folder), 'agreement', 'project', '--keep', '--json')).stdout)
  const result = keptAgreementSchema.parse(JSON.parse(await readFile(join(folder, kept.kept, 'result.json'), 'utf8')))
  expect(result.files).toEqual(json.files)
  const copies = readZip({ path: 'sets.zip', bytes: new Uint8Array(await readFile(join(folder, kept.kept, 'sets.zip'))) })
  expect(copies.ok && copies.value.map(({ path }) => path).toSorted()).toEqual(result.files.map(({ file }) => file).toSorted())
  expect((await concord(dirname(folder), 'agreement', 'project', '--html', 'report.html')).code).toBe(1)
  expect((await concord(dirname(folder), 'agreement', 'project', '--label', 'nothing')).stderr).toContain('no label nothing')
})

it('takes the frozen copy, and leaves out a set that was coded after seeing others', async () => {
  const folder = await copied()
  const own = join(folder, 'annotations/ines%20duarte', `${ARTICLE}.json`)
  const set: AnnotationSet = annotationSetSchema.parse(JSON.parse(await readFile(own, 'utf8')))
  const review = { ...aReviewBy('Ines Duarte'), reviewer: set.annotator, article: set.article, seen: [{ annotator: 'tomas berg', at: AT }] }
  const place = join(folder, 'reviews/ines%20duarte', `${ARTICLE}.json`)
  await mkdir(dirname(place), { recursive: true })
  await writeFile(place, serialise(reviewSchema, review))
  const ask = async () => JSON.parse((await concord(dirname(folder), 'agreement', 'project', '--article', ARTICLE, '--json')).stdout)
  expect(await ask()).toMatchObject({ articles: 0, dropped: { seen_first: 1, one_annotator: 1 } })
  const copy = join(folder, 'independent/ines%20duarte', `${ARTICLE}.json`)
  await mkdir(dirname(copy), { recursive: true })
  await cp(own, copy)
  expect(await ask()).toMatchObject({ articles: 1, sets: { frozen: 1, done: 1 }, dropped: {} })
})
