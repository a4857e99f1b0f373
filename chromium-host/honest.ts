/** Whatever the host does not implement says so by name, rather than doing nothing. */
export function notImplemented(name: string): never {
  throw new Error(`not implemented by the Chromium host: ${name}`)
}

const quiet = new Set(['then', 'toJSON', 'constructor', 'asymmetricMatch', 'nodeType', '$$typeof', 'inspect'])

/** Wraps an object so that reading or setting a member it lacks throws with that member's name. */
export function honest<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver): unknown {
      if (typeof key === 'symbol' || key in object || quiet.has(key)) return Reflect.get(object, key, receiver)
      return notImplemented(`${name}.${key}`)
    },
    set(object, key, value): boolean {
      if (typeof key === 'string' && !(key in object) && !key.startsWith('_')) notImplemented(`${name}.${key}`)
      return Reflect.set(object, key, value)
    },
  })
}

/** A part of the `electron` module of which nothing is there: using it in any way throws. */
export function absent<T extends object>(name: string): T {
  const fail = (): never => notImplemented(name)
  const target = function nothing(): void {}
  return new Proxy(target, {
    get: (_, key) => (typeof key === 'symbol' ? undefined : notImplemented(`${name}.${key}`)),
    set: (_, key) => notImplemented(`${name}.${String(key)}`),
    apply: fail,
    construct: fail,
  }) as unknown as T
}
