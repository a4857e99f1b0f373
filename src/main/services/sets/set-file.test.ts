import { describe, expect, it } from 'vitest'
import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import { sha256 } from '../hash.ts'
import { createForgetfulDisk } from '../testing/forgetful-disk.ts'
import { readVerifiedSet, verifiedText } from './set-file.ts'
import { anAnnotationAt, CODEBOOK, countingEnvironment, TEXTS, unwrap } from './testing.ts'

const text = TEXTS['a.txt'] ?? ''
const article = { text, textSha256: sha256(text) }
const place = { path: '/a.json', name: 'annotations/ines/a.txt.json', article: 'a.txt', annotatorFolder: 'ines' }
const set: AnnotationSet = {
  format: 'concord/annotation-set',
  version: 1,
  article: { path: 'a.txt', text_sha256: sha256(text) },
  annotator: { key: 'ines', name: 'Inés' },
  codebook: CODEBOOK,
  revision: 2,
  state: { status: 'in_progress', changed: '2031-03-04T09:15:00.000Z' },
  annotations: [anAnnotationAt(text, 'a1', 0, 6), anAnnotationAt(text, 'a2', 34, 49)],
  relations: [],
}
const good = unwrap(verifiedText(set, article, place))
const lineOf = (needle: string) => good.slice(0, good.indexOf(needle)).split('\n').length

async function read(content: string | Uint8Array) {
  const { disk } = createForgetfulDisk(countingEnvironment())
  unwrap(await disk.writeAtomic(place.path, content, { expected: null }))
  return readVerifiedSet(disk, place, article)
}

describe('readVerifiedSet', () => {
  it('reads what was written, and null where there is no file', async () => {
    expect(await read(good)).toEqual({ ok: true, value: { set, sha256: sha256(good) } })
    const { disk } = createForgetfulDisk(countingEnvironment())
    expect(await readVerifiedSet(disk, place, article)).toEqual({ ok: true, value: null })
  })

  it('puts records that a hand has moved back into their order', async () => {
    const moved = { ...set, annotations: set.annotations.toReversed() }
    expect(unwrap(await read(JSON.stringify(moved)))?.set).toEqual(set)
  })

  it('takes a path whose accents are spelt in another way for the same, and goes on with that of the disk', async () => {
    const [nfd, nfc] = ['e\u0301lan.txt', '\u00e9lan.txt']
    const end = { article: nfd, annotation: 'a1' }
    const at = '2031-03-04T09:15:00.000Z'
    const to = { article: 'other.txt', annotation: 'b1' }
    const link = { id: 'r1', type: 'if', from: end, to, created: at, modified: at }
    const moved = { ...set, article: { ...set.article, path: nfd }, relations: [link] }
    const { disk } = createForgetfulDisk(countingEnvironment())
    unwrap(await disk.writeAtomic(place.path, JSON.stringify(moved), { expected: null }))
    const found = unwrap(await readVerifiedSet(disk, { ...place, article: nfc }, article))
    expect(found?.set.article.path).toBe(nfc)
    expect(found?.set.relations).toEqual([{ ...link, from: { ...end, article: nfc } }])
  })

  it.each([
    ['JSON that is cut off', good.slice(0, good.indexOf('"label"')), 'file.json', lineOf('"label"')],
    ['a value of another kind', good.replace('"revision": 2', '"revision": "2"'), 'file.schema', lineOf('"revision"')],
    ['a newer version', good.replace('"version": 1', '"version": 9'), 'file.newer', 1],
    ['another article', good.replace('"path": "a.txt"', '"path": "b.txt"'), 'set.damaged', lineOf('"path"')],
    ['another annotator', good.replace('"key": "ines"', '"key": "zoe"'), 'set.damaged', lineOf('"key"')],
    ['an id twice', good.replace('"id": "a2"', '"id": "a1"'), 'set.damaged', lineOf('"id": "a2"') - 1],
    [
      'a quote that the text does not have',
      good.replace('"quote": "Norvia"', '"quote": "Estal!"'),
      'quote.mismatch',
      lineOf('"id": "a1"') - 1,
    ],
    [
      'an offset that cuts a character',
      good.replace('"start": 34', '"start": 33'),
      'quote.mismatch',
      lineOf('"id": "a2"') - 1,
    ],
    [
      'the hash of another text',
      good.replace(sha256(text), 'd'.repeat(64)),
      'article.changed',
      lineOf('"text_sha256"'),
    ],
    ['bytes that are no UTF-8', Uint8Array.from([0x7b, 0xff, 0x7d]), 'set.damaged', 1],
  ])('refuses %s, naming file and line', async (_, content, code, line) => {
    expect(await read(content)).toMatchObject({ ok: false, error: { code, where: { file: place.name, line } } })
  })

  it('names the line of a wrong quote also where records stand in another order', async () => {
    const moved = `${JSON.stringify({ ...set, annotations: set.annotations.toReversed() }, null, 2)}\n`.replace(
      '"quote": "Norvia"',
      '"quote": "Estal!"',
    )
    const line = moved.slice(0, moved.indexOf('"id": "a1"')).split('\n').length - 1
    expect(await read(moved)).toMatchObject({ error: { where: { line } } })
  })
})

describe('verifiedText', () => {
  it('gives the same bytes each time, and none for a wrong quote', () => {
    expect(verifiedText(structuredClone(set), article, place)).toEqual({ ok: true, value: good })
    const wrong = {
      ...set,
      annotations: [{ ...anAnnotationAt(text, 'a1', 0, 6), fragments: [{ start: 0, end: 6, quote: 'Estal!' }] }],
    }
    expect(verifiedText(wrong, article, place)).toMatchObject({ ok: false, error: { code: 'quote.mismatch' } })
    expect(verifiedText(set, { text: `${text} `, textSha256: sha256(`${text} `) }, place).ok).toBe(false)
  })
})
