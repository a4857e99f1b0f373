/**
 * Carries values between Node and the page the way structured clone would: Map, Set, Date, typed arrays, `undefined`,
 * shared references and cycles survive; functions, promises and platform objects are refused in Electron's words.
 */
export interface Codec {
  encode(value: unknown): string
  /** `mapString` sees every string value (not keys): the host puts real paths in the place of dropped files' marks. */
  decode(text: string, mapString?: (text: string) => string): unknown
}

/** Self-contained, because its source text is also run inside the page. */
export function makeCodec(): Codec {
  const special = [undefined, Number.NaN, Infinity, -Infinity, -0]
  const hole = -9
  const views = [
    'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array',
    'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array', 'DataView',
  ]
  const errors = ['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError']

  function refuse(): never {
    throw new Error('An object could not be cloned.')
  }

  function toBase64(bytes: Uint8Array): string {
    let text = ''
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768))
    return btoa(text)
  }

  function fromBase64(text: string): ArrayBuffer {
    const raw = atob(text)
    const bytes = new Uint8Array(raw.length)
    for (let at = 0; at < raw.length; at += 1) bytes[at] = raw.charCodeAt(at)
    return bytes.buffer
  }

  function encode(root: unknown): string {
    const nodes: unknown[] = []
    const seen = new Map<unknown, number>()

    function entries(value: object): unknown[] {
      const out: unknown[] = []
      for (const key of Object.keys(value)) out.push(key, visit(Reflect.get(value, key)))
      return out
    }

    function describe(value: object): unknown[] {
      const tag = Object.prototype.toString.call(value).slice(8, -1)
      if (Array.isArray(value)) {
        return ['a', ...Array.from({ length: value.length }, (_, i) => (i in value ? visit(value[i]) : hole))]
      }
      if (value instanceof Map) return ['m', ...[...value].flat(1).map(visit)]
      if (value instanceof Set) return ['s', ...[...value].map(visit)]
      if (value instanceof Date) return ['d', value.getTime()]
      if (value instanceof RegExp) return ['r', value.source, value.flags]
      if (value instanceof ArrayBuffer) return ['b', toBase64(new Uint8Array(value))]
      if (ArrayBuffer.isView(value)) {
        const kind = views.includes(tag) ? tag : 'Uint8Array'
        return ['v', kind, toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))]
      }
      if (value instanceof Error) {
        const name = errors.includes(value.name) ? value.name : 'Error'
        return ['e', name, String(value.message), String(value.stack ?? '')]
      }
      if (value instanceof Boolean || value instanceof Number || value instanceof String) return ['w', visit(value.valueOf())]
      const proto: unknown = Object.getPrototypeOf(value)
      if (tag !== 'Object' && proto !== null && proto !== Object.prototype) refuse()
      return ['o', ...entries(value)]
    }

    function visit(value: unknown): number {
      const odd = special.findIndex((one) => Object.is(one, value))
      if (odd >= 0) return -1 - odd
      const known = seen.get(value)
      if (known !== undefined) return known
      if (typeof value === 'function' || typeof value === 'symbol') refuse()
      const index = nodes.length
      seen.set(value, index)
      nodes.push(null)
      if (typeof value === 'bigint') nodes[index] = ['n', String(value)]
      else if (typeof value === 'object' && value !== null) nodes[index] = describe(value)
      else nodes[index] = value
      return index
    }

    const first = visit(root)
    return JSON.stringify([first, ...nodes])
  }

  function decode(text: string, mapString: (text: string) => string = (same) => same): unknown {
    const parsed: unknown = JSON.parse(text)
    if (!Array.isArray(parsed)) throw new TypeError('not an encoded value')
    const [first, ...nodes] = parsed as unknown[]
    const made = new Map<number, unknown>()

    function view(kind: string, buffer: ArrayBuffer): unknown {
      const make: unknown = Reflect.get(globalThis, kind)
      return typeof make === 'function' ? Reflect.construct(make, [buffer]) : buffer
    }

    function fill(target: unknown, [kind, ...rest]: unknown[]): void {
      if (kind === 'a' && Array.isArray(target)) {
        target.length = rest.length
        rest.forEach((index, at) => {
          if (index !== hole) target[at] = build(index)
        })
      }
      if (target instanceof Map) for (let i = 0; i < rest.length; i += 2) target.set(build(rest[i]), build(rest[i + 1]))
      if (target instanceof Set) for (const index of rest) target.add(build(index))
      if (kind === 'o' && typeof target === 'object' && target !== null) {
        for (let i = 0; i < rest.length; i += 2) {
          const value = build(rest[i + 1])
          Object.defineProperty(target, String(rest[i]), { value, writable: true, enumerable: true, configurable: true })
        }
      }
    }

    function create([kind, a, b, c]: unknown[]): unknown {
      if (kind === 'a') return []
      if (kind === 'o') return {}
      if (kind === 'm') return new Map()
      if (kind === 's') return new Set()
      if (kind === 'd') return new Date(typeof a === 'number' ? a : Number.NaN)
      if (kind === 'r') return new RegExp(String(a), String(b))
      if (kind === 'b') return fromBase64(String(a))
      if (kind === 'v') return view(String(a), fromBase64(String(b)))
      if (kind === 'n') return BigInt(String(a))
      if (kind === 'w') return Object(build(a))
      if (kind === 'e') {
        const make: unknown = Reflect.get(globalThis, String(a))
        const error: unknown = typeof make === 'function' ? Reflect.construct(make, [String(b)]) : new Error(String(b))
        if (error instanceof Error) error.stack = String(c)
        return error
      }
      throw new TypeError(`unknown kind of value: ${String(kind)}`)
    }

    function build(index: unknown): unknown {
      const at = Number(index)
      if (at < 0) return special[-1 - at]
      if (made.has(at)) return made.get(at)
      const node = nodes[at]
      const value = Array.isArray(node) ? create(node) : typeof node === 'string' ? mapString(node) : node
      made.set(at, value)
      if (Array.isArray(node)) fill(value, node)
      return value
    }

    return build(first)
  }

  return { encode, decode }
}
