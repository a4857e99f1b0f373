import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotatorKey, articleId, folderName, historyPath, infoPath, isDeviceName, setPath } from './folder-name.ts'

const anyName = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 40 }))

describe('annotatorKey', () => {
  it.each([
    ['Ana  Sousa ', 'ana sousa'],
    ['\u00a0ANA\tSOUSA', 'ana sousa'],
    ['Jose\u0301', 'jos\u00e9'],
    ['GROSS', 'gross'],
    ['Groß', 'gross'],
    ['GROẞ', 'gross'],
    ['Işık', 'işık'],
    ['李 华', '李 华'],
    ['مريم', 'مريم'],
  ])('%j has the key %j', (name, key) => {
    expect(annotatorKey(name)).toBe(key)
  })

  it('keeps the dotless i apart', () => {
    expect(annotatorKey('ısı')).not.toBe(annotatorKey('isi'))
  })

  it('is its own key, and that of its capitals and of its decomposed form', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const key = annotatorKey(name)
        expect(annotatorKey(key)).toBe(key)
        expect(annotatorKey(key.normalize('NFD'))).toBe(key)
        if (!key.includes('ı')) expect(annotatorKey(key.toUpperCase())).toBe(key)
      }),
      { numRuns: 2000 },
    )
  })

  it('is its own key for every character there is', () => {
    for (let point = 1; point < 0x30000; point += 1) {
      const key = annotatorKey(String.fromCodePoint(point))
      if (annotatorKey(key) !== key) expect.fail(`U+${point.toString(16)}`)
    }
  })
})

describe('folderName', () => {
  it.each([
    ['ana sousa', 'ana%20sousa'],
    ['josé', 'josé'],
    ['हिन्दी', 'हिन्दी'],
    ['a.b/c\\d:e', 'a%2Eb%2Fc%5Cd%3Ae'],
    ['50%', '50%25'],
    ['..', '%2E%2E'],
    ['-rf', '%2Drf'],
    ['con', '%63on'],
    ['com1', '%63om1'],
    ['nul.txt', '%6Eul%2Etxt'],
    ['console', 'console'],
    ['👩🏽‍🔬', encodeURIComponent('👩🏽‍🔬')],
    ['', '%'],
  ])('of %j is %j', (key, folder) => {
    expect(folderName(key)).toBe(folder)
  })

  it('stays within 100 bytes and can be read back when it is short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 150 }), (name) => {
        const key = annotatorKey(name)
        const folder = folderName(key)
        expect(new TextEncoder().encode(folder).length).toBeLessThanOrEqual(100)
        expect(folder).toMatch(/^[\p{L}\p{M}\p{Nd}_%~-]+$/u)
        expect(isDeviceName(folder)).toBe(false)
        if (!folder.includes('~') && key !== '') expect(decodeURIComponent(folder)).toBe(key)
      }),
      { numRuns: 2000 },
    )
  })

  it('differs between any two keys, also without regard to case and normalisation', () => {
    const onDisk = (name: string) => folderName(annotatorKey(name)).normalize('NFD').toLowerCase()
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        fc.pre(annotatorKey(a) !== annotatorKey(b))
        expect(onDisk(a)).not.toBe(onDisk(b))
      }),
      { numRuns: 2000 },
    )
  })

  it('tells long names apart by their ends', () => {
    const long = '李'.repeat(80)
    expect(folderName(`${long}一`)).not.toBe(folderName(`${long}二`))
  })
})

describe('paths', () => {
  it('keep the extension and the folders of the article', () => {
    expect(setPath('ana sousa', 'news/a.txt')).toBe('annotations/ana%20sousa/news/a.txt.json')
    expect(historyPath('ana', 'a.md')).toBe('history/ana/a.md.jsonl')
    expect(infoPath('ana', 'a.md')).toBe('article-info/ana/a.md.json')
  })

  it('make an id from the whole path', () => {
    expect(articleId('a', (text) => `${text}-`.repeat(40))).toHaveLength(24)
  })
})
