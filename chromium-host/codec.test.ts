import { describe, expect, it } from 'vitest'
import { makeCodec } from './codec.ts'

const codec = makeCodec()
const trip = (value: unknown): unknown => codec.decode(codec.encode(value))

describe('codec', () => {
  it.each([
    ['undefined', undefined],
    ['null', null],
    ['NaN', Number.NaN],
    ['minus zero', -0],
    ['infinity', [Infinity, -Infinity]],
    ['a big integer', 12345678901234567890n],
    ['text', '👩‍👩‍👧 é العربية 中文\r\n\u0000\u2028\ud800'],
    ['an object with undefined', { a: undefined, b: [undefined, null] }],
    ['a key of every kind', JSON.parse('{"__proto__":1,"constructor":2,"":3}')],
    ['a Map of Sets', new Map<unknown, unknown>([[{ a: 1 }, new Set([1, 'x'])], ['k', new Map()]])],
    ['a date', new Date('2025-04-24T00:00:00Z')],
    ['an invalid date', new Date(Number.NaN)],
    ['a pattern', /a+b/giu],
    ['bytes', new Uint8Array([0, 127, 128, 255])],
    ['doubles', new Float64Array([1.5, -0, Number.NaN])],
    ['an array buffer', new Uint8Array([1, 2, 3]).buffer],
    ['a sparse array', Object.assign([1], { 2: 3 })],
    ['an error', new RangeError('too far')],
  ])('brings %s back as it was', (_, value) => {
    expect(trip(value)).toEqual(structuredClone(value))
    expect(Object.prototype.toString.call(trip(value))).toBe(Object.prototype.toString.call(value))
  })

  it('keeps shared references and cycles', () => {
    const shared = { n: 1 }
    const value: Record<string, unknown> = { a: shared, b: shared }
    value['self'] = value
    const back = trip(value) as { a: unknown; b: unknown; self: unknown }
    expect(back.a).toBe(back.b)
    expect(back.self).toBe(back)
  })

  it('takes a slice of a pooled buffer, not the pool', () => {
    const back = trip(Buffer.from('abc'))
    expect(back).toBeInstanceOf(Uint8Array)
    expect((back as Uint8Array).buffer.byteLength).toBe(3)
  })

  it.each([
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a promise', { p: Promise.resolve(1) }],
    ['a weak map', [new WeakMap()]],
  ])('refuses %s in the words of Electron', (_, value) => {
    expect(() => codec.encode(value)).toThrow('An object could not be cloned.')
  })

  it('drops the class of an instance, as structured clone does', () => {
    class Point {
      x = 1
      get double(): number {
        return this.x * 2
      }
    }
    expect(trip(new Point())).toStrictEqual({ x: 1 })
  })

  it('lets the receiver replace a string', () => {
    const text = codec.encode({ path: 'mark', other: ['mark!'] })
    expect(codec.decode(text, (one) => (one === 'mark' ? '/real' : one))).toEqual({ path: '/real', other: ['mark!'] })
  })

  it('works from its source text, as the page runs it', () => {
    const fromText = new Function(`return (${makeCodec.toString()})()`)() as typeof codec
    expect(fromText.decode(codec.encode(new Map([[1, new Date(0)]])))).toEqual(new Map([[1, new Date(0)]]))
  })
})
