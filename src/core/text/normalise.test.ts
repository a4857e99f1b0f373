import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseText } from './normalise.ts'
import { awkwardText } from './testing/awkward-text.ts'

describe('normaliseText', () => {
  it.each([
    ['\ufeffdate\r\n\r\nText\rend', 'date\n\nText\nend'],
    ['a\r\r\nb\n\rc', 'a\n\nb\n\nc'],
    ['a\ufeffb', 'a\ufeffb'],
    ['\t a\u00a0b\u2028c\u0085\f e\u0301 \n', '\t a\u00a0b\u2028c\u0085\f e\u0301 \n'],
    ['', ''],
  ])('%j becomes %j', (decoded, text) => {
    expect(normaliseText(decoded)).toBe(text)
  })

  it('is idempotent and leaves no carriage return', () => {
    fc.assert(
      fc.property(awkwardText(), (decoded) => {
        const text = normaliseText(decoded)
        expect(normaliseText(text)).toBe(text)
        expect(text).not.toContain('\r')
        expect(text.startsWith('\ufeff')).toBe(false)
      }),
    )
  })
})
