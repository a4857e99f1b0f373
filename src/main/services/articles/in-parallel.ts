/** Runs `act` on every item, at most `width` at once, keeping the order of the answers. */
export async function inParallel<T, U>(
  items: readonly T[],
  width: number,
  act: (item: T, index: number) => Promise<U>,
): Promise<U[]> {
  const answers: U[] = []
  let next = 0
  const work = async () => {
    while (next < items.length) {
      const index = next
      next += 1
      const item = items[index]
      if (item !== undefined) answers[index] = await act(item, index)
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, work))
  return answers
}
