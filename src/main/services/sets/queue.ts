export type Queue = <T>(work: () => Promise<T>) => Promise<T>

/** Runs one piece of work after the other, in the order they came; one that fails does not stop the next. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
}
