import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { unwrap } from '../sets/testing.ts'
import { readBundle } from './open-bundle.ts'
import { evilZip } from './testing/evil-zip.ts'
import { unpack } from './unpack.ts'
import { writeZip } from './write-zip.ts'
import { readBundleDirectory, ZIP_LIMITS } from './zip-directory.ts'

const text = (words: string) => new TextEncoder().encode(words)
const aFile = fc.record({ name: fc.stringMatching(/^[a-zé👍漢]{1,8}\.txt$/u), bytes: fc.uint8Array({ maxLength: 300 }) })

async function contentOf(zip: Uint8Array): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const entry of unwrap(readBundleDirectory(zip))) found[entry.name] = Buffer.from(unwrap(await unpack(zip, entry))).toString('hex')
  return found
}

describe('zip files', () => {
  it('come back as they were, also through another program', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(aFile, { maxLength: 8, selector: ({ name }) => name }), async (files) => {
        const expected = Object.fromEntries(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('hex')]))
        const ours = await writeZip(files)
        expect(await contentOf(ours)).toEqual(expected)
        const theirs = Object.fromEntries(Object.entries(unzipSync(ours)).map(([name, bytes]) => [name, Buffer.from(bytes).toString('hex')]))
        expect(theirs).toEqual(expected)
        expect(await contentOf(zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]))))).toEqual(expected)
      }),
      { numRuns: 40 },
    )
  })

  it('are the same bytes for the same files', async () => {
    const files = [{ name: 'a.txt', bytes: text('a'.repeat(500)) }]
    expect(await writeZip(files)).toEqual(await writeZip(files))
  })
})

describe('hostile zip files', () => {
  const nul = { 'a.txt': text('x') }
  const cases: [string, Uint8Array, RegExp][] = [
    ['is no zip', text('PK, but not really, and long enough to look for an end'), /not a zip file/],
    ['was cut off', zipSync(nul).subarray(0, 60), /not a zip file/],
    ['counts more files than it has', evilZip([{ name: 'a.txt', bytes: text('x') }], { count: 7 }), /damaged/],
    ['says that it is ZIP64', evilZip([{ name: 'a.txt', bytes: text('x') }], { count: 0xffff }), /ZIP64/],
    ['points outside', evilZip([{ name: 'a.txt', bytes: text('x'), localOffset: 99_999 }]), /damaged/],
    ['has a link', evilZip([{ name: 'a.txt', bytes: text('/etc/passwd'), mode: 0o120777 }]), /is a link/],
    ['has a device', evilZip([{ name: 'a.txt', bytes: text('x'), mode: 0o020666 }]), /no plain file/],
    ['is encrypted', evilZip([{ name: 'a.txt', bytes: text('x'), flags: 1 }]), /encrypted/],
    ['is packed in a way of its own', evilZip([{ name: 'a.txt', bytes: text('x'), method: 12 }]), /not read here/],
    ['calls a file by two names', evilZip([{ name: 'a.txt', localName: 'b.txt', bytes: text('x') }]), /called otherwise/],
    ['has a name that is not UTF-8', evilZip([{ name: Uint8Array.from([0x61, 0xff]), bytes: text('x') }]), /not UTF-8/],
    ['lays files over each other', evilZip([{ name: 'a.txt', bytes: text('x') }, { name: 'a.txt', bytes: text('x'), localOffset: 0 }]), /over each other/],
    ['declares a file of 4 GB', evilZip([{ name: 'a.txt', bytes: text('x'), size: 0xfffffff0 }]), /larger than 64 MB/],
    ['declares many that are large together', evilZip(Array.from({ length: 20 }, (_, index) => ({ name: `${index}.txt`, bytes: new Uint8Array(400_000), size: 60 * 1024 * 1024 }))), /larger than 512 MB/],
    ['packs 1 to 1,000', evilZip([{ name: 'a.txt', bytes: new Uint8Array(10_000), size: 50 * 1024 * 1024 }]), /as no text is/],
  ]
  it.each(cases)('one that %s is refused before anything is unpacked', (_, zip, why) => {
    const read = readBundleDirectory(zip)
    expect(read.ok ? 'read' : read.error.message).toMatch(why)
    expect(!read.ok && read.error.remedy).toBeTruthy()
  })

  it('one with too many files is refused', () => {
    const zip = zipSync(Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${index}.txt`, text('x')])))
    expect(readBundleDirectory(zip, { ...ZIP_LIMITS, entries: 10 })).toMatchObject({ ok: false, error: { code: 'bundle.tooLarge' } })
  })

  it('one that lies about a size is stopped while it unpacks', async () => {
    const packed = deflateRawSync(new Uint8Array(30 * 1024 * 1024))
    const zip = evilZip([{ name: 'a.txt', bytes: packed, raw: true, size: 1000 }])
    const [entry] = unwrap(readBundleDirectory(zip))
    expect(entry && (await unpack(zip, entry))).toMatchObject({ ok: false, error: { message: expect.stringMatching(/larger than it says/) } })
  })

  it.each([
    ['../outside.txt', /leads out/],
    ['articles/../../outside.txt', /leads out/],
    ['/etc/passwd', /not inside/],
    ['C:/Windows/win.ini', /not inside/],
    ['articles\\..\\outside.txt', /backslash/],
    ['articles//a.txt', /empty part/],
    ['articles/con.txt', /device/],
    ['articles/a:b.txt', /not every system/],
    ['articles/a.txt.', /ends in a dot or a blank/],
    ['articles/ev\u0000il.txt', /NUL/],
    ['annotations/.hidden/a.txt.json', /not every system/],
    [`articles/${'x'.repeat(300)}.txt`, /not every system/],
    ['articles/e\u0301.txt', /not every system/],
  ])('one with the name %j is refused as a whole', async (name, why) => {
    const read = await readBundle(evilZip([{ name: 'bundle.json', bytes: text('{}') }, { name, bytes: text('x') }]), 'evil.concord.zip')
    expect(read.ok ? 'read' : read.error.message).toMatch(why)
  })

  it('one with two names for one file is refused', async () => {
    const read = await readBundle(evilZip([{ name: 'articles/A.txt', bytes: text('x') }, { name: 'articles/a.txt', bytes: text('y') }]), 'evil.concord.zip')
    expect(read).toMatchObject({ ok: false, error: { message: expect.stringMatching(/twice/) } })
  })

  it('never throws, whatever the bytes', () => {
    const zip = zipSync({ 'bundle.json': text('{}'), 'articles/a.txt': text('words '.repeat(50)) })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: zip.length - 1 }), fc.nat({ max: 255 })), { maxLength: 6 }), (changes) => {
        const bad = Uint8Array.from(zip)
        for (const [at, byte] of changes) bad[at] = byte
        readBundleDirectory(bad)
      }),
      { numRuns: 300 },
    )
  })
})
