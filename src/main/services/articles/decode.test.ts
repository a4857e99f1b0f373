import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeArticle } from './decode.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytes = (...values: number[]) => Uint8Array.from(values)
const utf16 = (text: string, little: boolean) => {
  const all = new Uint8Array(2 + text.length * 2)
  const view = new DataView(all.buffer)
  view.setUint16(0, 0xfeff, little)
  for (let i = 0; i < text.length; i += 1) view.setUint16(2 + i * 2, text.charCodeAt(i), little)
  return all
}

const TEXT = 'Ein Vertrag über 合意, وعد، הבטחה 👩🏽‍🔬\u00a0e\u0301\tx\n'

describe('decodeArticle', () => {
  it('reads UTF-8, with and without BOM', () => {
    expect(decodeArticle(utf8(TEXT))).toEqual({ ok: true, text: TEXT, encoding: 'utf-8', notice: null })
    expect(decodeArticle(utf8(`\ufeff${TEXT}`))).toEqual({ ok: true, text: TEXT, encoding: 'utf-8-bom', notice: null })
  })

  it('reads UTF-16 of either order by its BOM', () => {
    expect(decodeArticle(utf16(TEXT, true))).toEqual({ ok: true, text: TEXT, encoding: 'utf-16le', notice: null })
    expect(decodeArticle(utf16(TEXT, false))).toEqual({ ok: true, text: TEXT, encoding: 'utf-16be', notice: null })
  })

  it('reads any text the same from UTF-8 and UTF-16', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (body) => {
        const text = `Text: ${body.replaceAll('\0', '')}`
        const decoded = [utf8(text), utf16(text, true), utf16(text, false)].map(decodeArticle)
        expect(new Set(decoded.map((one) => (one.ok ? one.text : one.reason))).size).toBe(1)
      }),
    )
  })

  it('maps CRLF and lone CR to LF and nothing else', () => {
    expect(decodeArticle(utf8('a\r\nb\rc\u2028d\u00a0\tx'))).toMatchObject({ text: 'a\nb\nc\u2028d\u00a0\tx' })
  })

  it('falls back to Windows-1252 with a notice', () => {
    const decoded = decodeArticle(bytes(0x93, 0x80, 0x35, 0x94, 0x20, 0x96, 0x20, 0x63, 0x61, 0x66, 0xe9, 0x92, 0x73))
    expect(decoded).toMatchObject({ ok: true, text: '“€5” – café’s', encoding: 'windows-1252' })
    expect(decoded.ok && decoded.notice).toContain('Windows-1252')
  })

  it.each([
    ['a PDF document', utf8('%PDF-1.7 …')],
    ['a Word, OpenDocument or ZIP file', bytes(0x50, 0x4b, 3, 4, 20, 0)],
    ['an RTF document', utf8('{\\rtf1 text}')],
    ['a JPEG image', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['binary data', bytes(0x61, 0, 0x62, 0x63, 0, 0, 0x64)],
    ['binary data', utf8('\x01\x02\x03abc')],
    ['UTF-16 text without a byte order mark', utf16('plain text here', true).slice(2)],
    ['UTF-32', bytes(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0)],
    ['damaged', bytes(0xff, 0xfe, 0x61, 0, 0x62)],
    ['damaged', bytes(0xff, 0xfe, 0x3d, 0xd8, 0x61, 0)],
  ])('refuses %s', (words, content) => {
    const decoded = decodeArticle(content)
    expect(decoded.ok ? 'read' : decoded.reason).toContain(words)
  })

  it('reads an empty file as an empty text, and a form feed as text', () => {
    expect(decodeArticle(bytes())).toMatchObject({ ok: true, text: '' })
    expect(decodeArticle(utf8('a\fb'))).toMatchObject({ ok: true, text: 'a\fb' })
  })
})
