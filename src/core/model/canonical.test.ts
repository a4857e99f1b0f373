import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { aSet, aSetWithDiff } from '../testing/arbitraries.ts'
import { annotationSetSchema, type AnnotationSet } from './annotation-set.ts'
import { canonicalJson, serialise, serialiseLine } from './canonical.ts'
import { setDiffSchema } from './gesture.ts'
import { valueSchema } from './value.ts'

/** zod drops a key `__proto__` on purpose. */
const aJson = fc.jsonValue({ maxDepth: 3 }).filter((value) => !JSON.stringify(value).includes('__proto__'))

const aSetWithExtra: fc.Arbitrary<AnnotationSet> = fc
  .tuple(
    aSet(),
    fc.dictionary(fc.oneof(fc.constantFrom('10', '9', 'brat', 'é'), fc.string()), aJson, { noNullPrototype: true }),
  )
  .filter(([, extra]) => !Object.hasOwn(extra, '__proto__'))
  .map(([set, extra]) => ({ ...set, extra }))

/** The same value with every object's keys turned round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, turned(item)]),
  )
}

describe('serialise', () => {
  it('writes again what it reads, byte for byte', () => {
    fc.assert(
      fc.property(aSetWithExtra, (set) => {
        const bytes = serialise(annotationSetSchema, set)
        expect(serialise(annotationSetSchema, annotationSetSchema.parse(JSON.parse(bytes)))).toBe(bytes)
      }),
    )
  })

  it('loses nothing', () => {
    fc.assert(
      fc.property(aSetWithDiff(), ({ diff }) => {
        expect(JSON.parse(serialise(setDiffSchema, diff))).toEqual(JSON.parse(JSON.stringify(diff)))
      }),
    )
  })

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(aSetWithExtra, (set) => {
        const other = annotationSetSchema.parse(turned(set))
        expect(serialise(annotationSetSchema, other)).toBe(serialise(annotationSetSchema, set))
      }),
    )
  })

  it('is laid out as JSON.stringify lays it out', () => {
    fc.assert(
      fc.property(aSet(), (set) => {
        const bytes = serialise(annotationSetSchema, set)
        expect(bytes).toBe(JSON.stringify(JSON.parse(bytes), null, 2) + '\n')
      }),
    )
  })

  it('sorts the keys of records by code unit, keeps those of objects in the schema’s order, leaves undefined out', () => {
    const schema = z.strictObject({ z: z.number().optional(), a: z.record(z.string(), z.unknown()).nullable() })
    const record = { b: 1, é: 2, B: 3, '10': { y: undefined, x: [undefined] }, '9': [] }
    expect(serialise(schema, { a: record, z: undefined })).toBe(
      '{\n  "a": {\n    "10": {\n      "x": [\n        null\n      ]\n    },\n    "9": [],\n    "B": 3,\n    "b": 1,\n    "é": 2\n  }\n}\n',
    )
    expect(serialise(schema, { a: null, z: 0 })).toBe('{\n  "z": 0,\n  "a": null\n}\n')
  })

  it('orders the fields of the right member of a union', () => {
    const date = { precision: 'month' as const, start: '2031-06', words: 'by June' }
    expect(serialiseLine(valueSchema, { value: date, state: 'decided' })).toBe(
      '{"state":"decided","value":{"words":"by June","start":"2031-06","precision":"month"}}\n',
    )
    expect(serialiseLine(valueSchema, { value: [{ code: 'NOR', name: 'Norvia' }], state: 'default' })).toBe(
      '{"state":"default","value":[{"name":"Norvia","code":"NOR"}]}\n',
    )
  })

  it('refuses what the schema does not know', () => {
    expect(() => serialise<unknown>(valueSchema, { state: 'guessed' })).toThrow(z.ZodError)
  })
})

describe('serialiseLine', () => {
  it('is the same value on one line', () => {
    fc.assert(
      fc.property(aSetWithExtra, (set) => {
        const line = serialiseLine(annotationSetSchema, set)
        expect(line.indexOf('\n')).toBe(line.length - 1)
        expect(JSON.parse(line)).toEqual(JSON.parse(serialise(annotationSetSchema, set)))
      }),
    )
  })
})

describe('canonicalJson', () => {
  it('keeps the order it is given and ends with a line break', () => {
    expect(canonicalJson({ b: 1, a: [undefined], c: undefined })).toBe('{\n  "b": 1,\n  "a": [\n    null\n  ]\n}\n')
  })
})
