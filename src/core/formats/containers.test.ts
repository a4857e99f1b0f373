import { deflateSync, gzipSync, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { awkwardText } from '../text/testing/awkward-text.ts'
import { encodeText, readJson, readText } from './source-text.ts'
import { countIllegal, elementsOf, escapeXml, escapeXmlAttribute, readXml, rootOf, textOf } from './xml.ts'
import { readZip, writeZip } from './zip.ts'

const file = (content: string | Uint8Array) => ({ path: 'f', bytes: typeof content === 'string' ? encodeText(content) : content })
const why = (result: { ok: boolean; error?: { message: string } }) => (result.ok ? 'taken' : result.error?.message)

describe('XML', () => {
  it('keeps text, names, namespaces and lines', () => {
    const read = readXml(file('<?xml version="1.0"?>\n<a xmlns:x="urn:x">t&amp;<![CDATA[<u>]]>\n<x:b c="1&#10;2"/>v</a>'))
    if (!read.ok) throw new Error(read.error.message)
    expect(textOf(read.value)).toBe('t&<u>\nv')
    expect(elementsOf(read.value)).toMatchObject([{ name: 'x:b', local: 'b', uri: 'urn:x', line: 3 }])
    expect(elementsOf(read.value, 'b')[0]?.attributes.get('c')).toBe('1\n2')
  })

  it.each([
    ['<a><b></a>', 'line 1'],
    ['<a>&x;</a>', 'entity'],
    ['<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'declares entities'],
    ['<!DOCTYPE a [<!ENTITY x "xx"><!ENTITY y "&x;&x;">]><a>&y;</a>', 'declares entities'],
    ['<a>'.repeat(300) + '</a>'.repeat(300), 'nested more than 256 deep'],
    ['<?xml version="1.0" encoding="latin1"?><a/>', 'encoding latin1'],
    ['', 'f, line 1'],
    ['no xml', 'f, line 1'],
    ['<a/><b/>', 'f, line 1'],
    ['<a x="1" x="2"/>', 'f, line 1'],
    ['<p:a/>', 'f, line 1'],
  ])('refuses %j', (xml, words) => {
    expect(why(readXml(file(xml)))).toContain(words)
  })

  it('ends with a result on any bytes, and reads what it escaped', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readXml(file(bytes))))
    fc.assert(
      fc.property(awkwardText(), (awkward) => {
        const text = [...awkward].filter((sign) => countIllegal(sign) === 0).join('')
        const read = readXml(file(`<a b="${escapeXmlAttribute(text)}">${escapeXml(text)}</a>`))
        expect(read.ok && [textOf(read.value), read.value.attributes.get('b')]).toEqual([text, text])
      }),
    )
  })

  it('knows the root without reading on', () => {
    expect(rootOf('<?xml version="1.0"?>\n<!-- c -->\n<!DOCTYPE a SYSTEM "a.dtd">\n<x:Project v="1" xmlns:x="urn:q">')).toEqual({ local: 'Project', uri: 'urn:q' })
    expect(rootOf('plain text < more')).toBeNull()
  })
})

describe('zip', () => {
  it('gives back what was written, the same bytes every time', () => {
    const files = [{ path: 'a/b.txt', bytes: encodeText('x'.repeat(1000)) }, { path: 'c', bytes: new Uint8Array() }]
    const zip = writeZip(files)
    expect(writeZip(files)).toEqual(zip)
    expect(readZip(file(zip))).toEqual({ ok: true, value: files })
  })

  it.each([
    ['../x', 'points outside'],
    ['/x', 'points outside'],
    ['a/../../x', 'points outside'],
    ['c:\\x', 'points outside'],
  ])('refuses the entry %s', (path, words) => {
    expect(why(readZip(file(zipSync({ [path]: new Uint8Array(3) }))))).toContain(words)
  })

  it('refuses too many entries, too many bytes, bombs, and what is cut off', () => {
    const bomb = zipSync({ bomb: new Uint8Array(5_000_000) })
    expect(why(readZip(file(bomb)))).toMatch(/packed \d+ to 1, as no text is/)
    expect(why(readZip(file(bomb), () => true, { entries: 5, bytes: 1000 }))).toContain('would be larger than')
    expect(why(readZip(file(zipSync({ a: new Uint8Array(1), b: new Uint8Array(1) })), () => true, { entries: 1, bytes: 1000 }))).toContain('at most 1 are allowed')
    const zip = zipSync({ a: encodeText('some words to pack, some words to pack') })
    expect(why(readZip(file(zip.subarray(0, zip.length - 30))))).toContain('not read')
    expect(why(readZip(file(gzipSync(new Uint8Array(9)))))).toContain('not read')
  })

  it('unpacks no more than an entry says', () => {
    const zip = zipSync({ a: new Uint8Array(100_000) })
    const view = new DataView(zip.buffer, zip.byteOffset)
    const central = zip.findLastIndex((_, at) => at + 4 <= zip.length && view.getUint32(at, true) === 0x02014b50)
    view.setUint32(central + 24, 10, true)
    expect(why(readZip(file(zip)))).toContain('is larger than it says')
  })

  it('stops what would grow to gigabytes after what it says, at once', () => {
    const bytes = deflateSync(new Uint8Array(60_000_000))
    const zip = zipSync({ a: [bytes, { level: 0 }] })
    const view = new DataView(zip.buffer, zip.byteOffset)
    const central = zip.findLastIndex((_, at) => at + 4 <= zip.length && view.getUint32(at, true) === 0x02014b50)
    for (const at of [8, central + 10]) view.setUint16(at, 8, true)
    expect(why(readZip(file(zip)))).toContain('is larger than it says')
  })

  it('reads what other programs write: names in Latin 1, ZIP64 for small files, a comment at the end', () => {
    const zip = zipSync({ 'a\u00e9.txt': encodeText('words') })
    const latin = Uint8Array.from(zip)
    const view = new DataView(latin.buffer)
    const central = latin.findLastIndex((_, at) => at + 4 <= latin.length && view.getUint32(at, true) === 0x02014b50)
    for (const [at, name] of [[6, 30], [central + 8, central + 46]] as const) {
      view.setUint16(at, 0, true)
      latin[name + 1] = 0xe9
      latin[name + 2] = 0x78
    }
    expect(readZip(file(latin))).toEqual({ ok: true, value: [{ path: 'a\u00e9x.txt', bytes: encodeText('words') }] })

    const plain = zipSync({ 'a.txt': [encodeText('words'), { extra: { 1: new Uint8Array(16) } }] })
    const wide = new DataView(plain.buffer)
    const directory = plain.findLastIndex((_, at) => at + 4 <= plain.length && wide.getUint32(at, true) === 0x02014b50)
    const extra = directory + 46 + 5 + 4
    wide.setBigUint64(extra, BigInt(wide.getUint32(directory + 24, true)), true)
    wide.setBigUint64(extra + 8, BigInt(wide.getUint32(directory + 20, true)), true)
    wide.setUint32(directory + 20, 0xffffffff, true)
    wide.setUint32(directory + 24, 0xffffffff, true)
    expect(readZip(file(plain))).toEqual({ ok: true, value: [{ path: 'a.txt', bytes: encodeText('words') }] })
  })

  it('ends with a result on any bytes', () => {
    const zip = writeZip([{ path: 'a', bytes: encodeText('words words words') }])
    fc.assert(fc.property(fc.nat({ max: zip.length - 1 }), fc.nat({ max: 255 }), (at, byte) => void readZip(file(zip.map((old, index) => (index === at ? byte : old))))))
  })
})

describe('text and JSON', () => {
  it('names the line of a wrong byte, and of a wrong sign', () => {
    expect(why(readText(file(new Uint8Array([0x61, 0x0a, 0x62, 0xff]))))).toBe('f, line 2: this is not UTF-8.')
    expect(why(readJson(file('{\n"a": 1,\n}')))).toContain('f, line 3: this is not JSON')
    expect(why(readJson(file(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)))).toContain('this is not JSON')
  })

  it('takes a BOM off, and UTF-16 with one', () => {
    expect(readText(file('\ufeffa\r\nb'))).toEqual({ ok: true, value: { raw: 'a\r\nb', text: 'a\nb', bom: true } })
    expect(readText(file(new Uint8Array([0xff, 0xfe, 0x61, 0x00])))).toMatchObject({ ok: true, value: { text: 'a' } })
  })
})
