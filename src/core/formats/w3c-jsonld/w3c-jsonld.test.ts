import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tryFixtures } from '../../../../scripts/formats/fixtures.ts'
import type { SourceFile } from '../adapter.ts'
import { toSource } from '../round-trip.ts'
import { encodeText } from '../source-text.ts'
import { checkHonesty, checkRobustness } from '../testing/check-adapter.ts'
import { aDocument, SCHEME } from '../testing/interchange.ts'
import { w3cJsonld } from './adapter.ts'

const TEXT = '🚑 Norvia agreed.\nKenya too.'
const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'
const file = (value: unknown, path = 'set.jsonld'): SourceFile => ({ path, bytes: encodeText(typeof value === 'string' ? value : JSON.stringify(value)) })
const mark = (id: string, start: number, end: number, exact: string, more = {}) => ({ '@context': CONTEXT, id, type: 'Annotation', body: { type: 'TextualBody', value: 'Org', purpose: 'tagging' }, target: { source: 'http://x.org/a', selector: [{ type: 'TextQuoteSelector', exact }, { type: 'TextPositionSelector', start, end }] }, ...more })

function read(value: unknown, text: string | null = TEXT) {
  const parsed = w3cJsonld.parse?.([file(value), ...(text === null ? [] : [file(text, 'a.txt')])], {})
  if (!parsed?.ok) throw new Error(parsed?.error.message)
  return parsed.value
}

describe('reading Web Annotations', () => {
  it('takes places, tags, comments, who and when, and links', () => {
    const { documents, refused, counting } = read([
      mark('http://x.org/1', 2, 8, 'Norvia', { creator: { type: 'Person', name: 'Ines' }, created: '2031-03-04T09:15:00Z', body: [{ type: 'TextualBody', value: 'Org', purpose: 'tagging' }, { type: 'TextualBody', value: 'look' }] }),
      mark('http://x.org/2', 17, 22, 'Kenya', { creator: { type: 'Person', name: 'Ines' } }),
      { '@context': CONTEXT, id: 'http://x.org/3', type: 'Annotation', motivation: 'linking', body: [{ type: 'TextualBody', value: 'with', purpose: 'tagging' }], target: [{ id: 'http://x.org/1' }, { id: 'http://x.org/2' }] },
    ])
    expect(refused).toEqual([])
    expect(counting).toMatchObject({ counting: { unit: 'codepoint' }, fits: 2, of: 2 })
    expect(documents).toMatchObject([{ name: 'http://x.org/a', text: TEXT, sets: [{ annotator: 'Ines', annotations: [{ label: 'Org', note: 'look', created: '2031-03-04T09:15:00.000Z', fragments: [{ start: 3, end: 9, quote: 'Norvia' }] }, { fragments: [{ quote: 'Kenya' }] }], relations: [{ type: 'with', from: { annotation: 'http://x.org/1' }, to: { annotation: 'http://x.org/2' } }] }] }])
  })

  it('finds by the quotes that a tool counts UTF-16, and finds quotes without a position', () => {
    const utf16 = read([mark('urn:a', 3, 9, 'Norvia'), mark('urn:b', 18, 23, 'Kenya')])
    expect(utf16.counting).toMatchObject({ counting: { unit: 'utf16' }, by: 'chosen', fits: 2 })
    const quoted = read({ ...mark('urn:a', 0, 0, ''), target: { source: 'http://x.org/a', selector: { type: 'TextQuoteSelector', exact: 'Kenya' } } })
    expect(quoted.documents[0]?.sets[0]?.annotations[0]?.fragments).toEqual([{ start: 18, end: 23, quote: 'Kenya' }])
  })

  it('refuses what the standard refuses, naming the line', () => {
    const without = mark('urn:b', 2, 8, 'Norvia', { body: [] })
    const { refused } = read(`[\n${JSON.stringify(mark('urn:a', 2, 8, 'Norvia'))},\n${JSON.stringify(without)},\n${JSON.stringify(mark('urn:c', 2, 8, 'Kenya'))}]`)
    expect(refused.map(({ line, what, why }) => `${line} ${what}: ${why}`)).toEqual(['3 annotation urn:b: its list of bodies is empty', '4 annotation urn:c: the text at 2–8 is "Norvia", its quote "Kenya"'])
  })

  it.each([['{}', 'its type'], ['this is not json', 'not JSON'], [{ id: 'urn:a', type: 'Annotation', target: 'x' }, '@context'], [{ '@context': CONTEXT, id: ['a', 'b'], type: 'Annotation', target: 'x' }, 'not one IRI']])('refuses %j', (value, why) => {
    const parsed = w3cJsonld.parse?.([file(value)], {})
    expect(parsed?.ok === false && parsed.error.message).toContain(why)
  })

  it('loses nothing without reporting it', () => checkHonesty(w3cJsonld))
  it('answers arbitrary and damaged files with a result', () => checkRobustness(w3cJsonld, [file([mark('urn:a', 2, 8, 'Norvia')]), file(TEXT, 'a.txt')]))
})

describe('Web Annotations of other projects', () => {
  it('come out with an equal model', () => {
    const results = tryFixtures('w3c-jsonld', 'w3c')
    if (results === null) return
    expect(results.failed).toEqual([])
    expect(results.identical).toEqual(['anno1.json', 'anno23.json', 'anno24.json', 'anno36.json'])
    const wrong = 'annotation #d7197c87-b45d-4217-9c4f-27573030448f: its place 963–970 is 7 long, its quote "Ithaca" is not'
    expect(results.refused).toEqual([`annotations.w3c.json:45: ${wrong}`, `annotations.w3c.json:46: ${wrong}`, 'anno23.json: line 12: this is not JSON.', `anno3.json: line 1: its @context is not ${CONTEXT}.`])
  })
})

const SCHEMAS = join(import.meta.dirname, '../../../../../shared/schemas/w3c')

/** Whether a value fits one of the W3C's schemas; those that it refers to are known by their file names. */
function judge(definitions: Readonly<Record<string, object>>): (schema: object, value: unknown) => boolean {
  const ajv = new Ajv({ strict: false, validateSchema: false, code: { optimize: false }, formats: { uri: /^[a-z][a-z0-9+.-]*:\S+$/i, 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i } })
  // They are of draft 4, where an excluded least number was said in two words.
  const exclusive = (_key: string, value: unknown): unknown => {
    const { exclusiveMinimum, minimum, ...rest } = Object(value)
    return exclusiveMinimum === true ? { ...rest, exclusiveMinimum: minimum } : value
  }
  const undated = (schema: object): object => Object(JSON.parse(JSON.stringify({ ...schema, $schema: undefined, id: undefined }), exclusive))
  for (const [name, schema] of Object.entries(definitions)) ajv.addSchema(undated(schema), name)
  const compiled = new Map<object, (value: unknown) => boolean>()
  return (schema, value) => {
    const fits = compiled.get(schema) ?? ajv.compile(undated(schema))
    compiled.set(schema, fits)
    return fits(value)
  }
}

describe('what is written', () => {
  if (!existsSync(SCHEMAS)) {
    it('was not held against ../shared/schemas, which is not beside this checkout', () => expect(existsSync(SCHEMAS)).toBe(false))
    return
  }
  const load = (path: string): unknown => JSON.parse(readFileSync(join(SCHEMAS, path), 'utf8'))
  const musts = (name: string) => (Object(load(name))['assertions'] as string[]).map((path) => ({ path, schema: Object(load(path)) }))

  it('passes the MUSTs of the W3C’s own test suite', () => {
    const isValid = judge(Object.fromEntries(readdirSync(join(SCHEMAS, 'definitions')).filter((name) => name.endsWith('.json')).map((name) => [name, Object(load(`definitions/${name}`))])))
    const [collectionMusts, annotationMusts] = ['collections/collectionMusts.test', 'annotations/annotationMusts.test'].map(musts)
    fc.assert(
      fc.property(aDocument('talks/a b', { annotators: ['Ines Ó', null] }), (document) => {
        const first = [...(w3cJsonld.serialize?.({ scheme: SCHEME, documents: [document] }, {}).files ?? [])].map(toSource).at(-1)
        const collection = JSON.parse(new TextDecoder().decode(first?.bytes))
        const fails = (list: typeof collectionMusts, value: unknown) => (list ?? []).filter(({ schema }) => isValid(schema, value) !== (schema['expectedResult'] !== 'invalid')).map(({ path }) => path)
        if (collection.total > 0) expect(fails(collectionMusts, collection)).toEqual([])
        for (const item of collection.first?.items ?? []) expect(fails(annotationMusts, { '@context': CONTEXT, ...item })).toEqual([])
      }),
      { numRuns: 15 },
    )
  })
})
