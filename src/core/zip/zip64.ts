const ZIP64 = 0x0001
const ELSEWHERE = 0xffffffff

export interface SaidSizes {
  readonly compressed: number
  readonly size: number
  readonly local: number
}

/**
 * Sizes and place of an entry. Where 32 bits say “elsewhere”, they stand in the extra field of ZIP64, in this order; programs that write
 * without knowing the size beforehand do that for small files, too. Null: they are nowhere.
 */
export function entrySizes(view: DataView, extra: number, extraEnd: number, said: SaidSizes): (SaidSizes & { readonly zip64: boolean }) | null {
  if (![said.compressed, said.size, said.local].includes(ELSEWHERE)) return { ...said, zip64: false }
  for (let at = extra; at + 4 <= extraEnd; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64) continue
    let next = at + 4
    const end = Math.min(extraEnd, next + view.getUint16(at + 2, true))
    const read = (short: number): number | null => {
      if (short !== ELSEWHERE) return short
      if (next + 8 > end) return null
      next += 8
      return Number(view.getBigUint64(next - 8, true))
    }
    const size = read(said.size)
    const compressed = read(said.compressed)
    const local = read(said.local)
    return size === null || compressed === null || local === null ? null : { size, compressed, local, zip64: true }
  }
  return null
}
