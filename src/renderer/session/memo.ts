/** Remembers the last answer: for pure work over big state that several parts of a screen ask for at once. */
export function memoLast<A extends readonly unknown[], T>(compute: (...args: A) => T): (...args: A) => T {
  let last: { readonly args: A; readonly value: T } | null = null
  return (...args) => {
    const known = last
    if (known && args.every((arg, index) => Object.is(arg, known.args[index]))) return known.value
    const value = compute(...args)
    last = { args, value }
    return value
  }
}
