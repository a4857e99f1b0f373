import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { tryFixtures } from '../../../../scripts/formats/fixtures.ts'
import type { SourceFile } from '../adapter.ts'
import { toSource } from '../round-trip.ts'
import { encodeText } from '../source-text.ts'
import { checkHonesty, checkRobustness } from '../testing/check-adapter.ts'
import { SCHEME } from '../testing/interchange.ts'
import { readZip, writeZip } from '../zip.ts'
import { refiQdpx } from './adapter.ts'
import { refiQdc } from './qdc.ts'

const G = (number: number) => `${String(number).padStart(8, '0')}-0000-4000-8000-000000000000`
const NS = 'urn:QDA-XML:project:1.0'
const TEXT = '\ufeff🚑 Norvia agreed.\r\nKenya too.\r\n🚑 Port'

function project(places: readonly (readonly [number, number])[], origin = 'NVivo', namespace = NS): string {
  const selections = places.map(([start, end], index) => `<PlainTextSelection guid="${G(100 + index)}" startPosition="${start}" endPosition="${end}" creatingUser="${G(1)}"><Coding guid="${G(200 + index)}" creationDateTime="2031-03-04T09:15:00Z"><CodeRef targetGUID="{${G(2).toUpperCase()}}"/></Coding></PlainTextSelection>`)
  return `<Project xmlns="${namespace}" name="p" origin="${origin}" basePath="/home/x"><Users><User guid="${G(1)}" name="Ines"/></Users><CodeBook><Codes><Code guid="${G(2)}" name="Org" isCodable="true" color="#f00"/></Codes></CodeBook><Sources><TextSource guid="${G(3)}" name="talks" plainTextPath="internal://${G(4)}.txt">${selections.join('')}</TextSource></Sources><Sets/></Project>`
}

const archive = (qde: string, text = TEXT, folder = 'Sources'): SourceFile => ({ path: 'p.qdpx', bytes: writeZip([{ path: 'p.qde', bytes: encodeText(qde) }, { path: `${folder}/${G(4).toUpperCase()}.txt`, bytes: encodeText(text) }]) })

function read(file: SourceFile) {
  const parsed = refiQdpx.parse?.([file], {})
  if (!parsed?.ok) throw new Error(parsed?.error.message)
  return parsed.value
}

describe('reading REFI-QDA projects', () => {
  it('recognises a project of any size, whatever its bytes look like', () => {
    // Not packed, and with what looks like a mark of UTF-16 where the last 64 KiB begin.
    const bytes = writeZip([{ path: 'p.qde', bytes: encodeText(project([[2, 8]])) }, { path: 'sources/a.txt', bytes: new Uint8Array(90_000).fill(0x61) }], 0)
    for (let from = bytes.length - 65_560; from < bytes.length - 65_510; from += 1) {
      const marked = bytes.slice()
      marked.set([0xff, 0xfe, 0x00], from)
      expect(refiQdpx.detect({ path: 'p.qdpx', bytes: marked }, [])).toBe(3)
    }
  })

  it('reads NVivo’s positions as UTF-16 with CRLF as two', () => {
    const { documents, counting, scheme } = read(archive(project([[3, 9], [19, 24], [34, 38]])))
    expect(counting).toMatchObject({ counting: { unit: 'utf16', newline: 'crlf2' }, fits: 3 })
    expect(documents[0]).toMatchObject({ name: 'talks', sets: [{ annotator: 'Ines', annotations: [{ label: 'Org', created: '2031-03-04T09:15:00.000Z', fragments: [{ quote: 'Norvia' }] }, { fragments: [{ quote: 'Kenya' }] }, { fragments: [{ quote: 'Port' }] }] }] })
    expect(scheme.labels[0]).toMatchObject({ name: 'Org', color: '#ff0000' })
  })

  it('reads ATLAS.ti’s with CRLF as one, and older namespaces', () => {
    const { documents, counting } = read(archive(project([[2, 8], [17, 22], [30, 34]], 'ATLAS.ti', 'urn:QDA-XML:project:0:10'), TEXT, 'sources'))
    expect(counting).toMatchObject({ counting: { unit: 'codepoint', newline: 'lf' }, fits: 3 })
    expect(documents[0]?.sets[0]?.annotations.map(({ fragments }) => fragments[0]?.quote)).toEqual(['Norvia', 'Kenya', 'Port'])
  })

  it('refuses archives that point outside, and projects with entities', () => {
    const outside = { path: 'x.qdpx', bytes: zipSync({ '../project.qde': encodeText(project([])) }) }
    const entity = { path: 'project.qde', bytes: encodeText(`<!DOCTYPE Project [<!ENTITY a "x">]>${project([])}`) }
    for (const [file, why] of [[outside, 'outside the archive'], [entity, 'entities']] as const) {
      const parsed = refiQdpx.parse?.([file], {})
      expect(parsed?.ok === false && parsed.error.message).toContain(why)
    }
  })

  it('lists selections that are no place in the text', () => {
    expect(read(archive(project([[3, 9], [5, 999]]))).refused).toMatchObject([{ what: `selection ${G(101)}`, why: '5–999 is no place in the text' }])
  })
})

describe('writing REFI-QDA', () => {
  it('writes LF, code points and no BOM, and no folder of anybody’s computer', () => {
    const parsed = read(archive(project([[3, 9], [34, 38]])))
    const documents = parsed.documents.map((document) => ({ ...document, text: document.text ?? '' }))
    const [file] = [...(refiQdpx.serialize?.({ scheme: parsed.scheme, documents }, {}).files ?? [])].map(toSource)
    const inside = file && readZip(file)
    const texts = inside?.ok ? inside.value.map(({ bytes }) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)) : []
    expect(texts[0]).toContain('startPosition="30" endPosition="34"')
    expect(texts[0]).not.toContain('basePath')
    expect(texts[1]).toBe('🚑 Norvia agreed.\nKenya too.\n🚑 Port')
  })

  it('loses nothing without reporting it', () => checkHonesty(refiQdpx, 25))
  it('answers arbitrary and damaged files with a result', () => {
    checkRobustness(refiQdpx, [archive(project([[3, 9]]))], 40)
    checkRobustness(refiQdpx, [{ path: 'project.qde', bytes: encodeText(project([[3, 9]])) }], 40)
    checkRobustness(refiQdc, [{ path: 'a.qdc', bytes: encodeText('<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="x" name="a" isCodable="true"><Code name="b"/></Code></Codes></CodeBook>') }], 40)
  })

  it('writes the codebook alone', () => {
    const [file] = [...(refiQdc.serialize?.({ scheme: SCHEME, documents: [] }, {}).files ?? [])].map(toSource)
    const parsed = file && refiQdc.parse?.([file], {})
    expect(parsed?.ok && parsed.value.scheme.labels.map(({ name, color }) => [name, color])).toEqual([['Pledge', '#3366cc'], ['Direct quote', undefined], ['Übereinkunft: fest', undefined]])
  })
})

describe('REFI-QDA files of other projects', () => {
  it('come out with an equal model', () => {
    for (const format of ['refi-qdpx', 'refi-qdc']) {
      const results = tryFixtures(format, 'refi-qda')
      if (results === null) return
      expect(results.failed).toEqual([])
      expect(results.refused).toEqual([])
    }
  })
})
