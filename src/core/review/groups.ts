/** Things put together step by step, never two of the same owner. */
export class Groups {
  private readonly owners: readonly string[]
  private readonly above: number[]
  private readonly members: (number[] | null)[]

  constructor(owners: readonly string[]) {
    this.owners = owners
    this.above = [...owners.keys()]
    this.members = this.above.map((index) => [index])
  }

  /** Whether they are together now. No when an owner would come twice. */
  unite(a: number, b: number): boolean {
    const [left, right] = [this.top(a), this.top(b)]
    if (left === right) return true
    const [mine, theirs] = [this.members[left] ?? [], this.members[right] ?? []]
    if (mine.some((one) => theirs.some((other) => this.owners[one] === this.owners[other]))) return false
    this.above[right] = left
    this.members[left] = [...mine, ...theirs]
    this.members[right] = null
    return true
  }

  /** Every group, its members in ascending order. */
  all(): number[][] {
    return this.members.flatMap((members) => (members ? [members.toSorted((a, b) => a - b)] : []))
  }

  private top(index: number): number {
    let at = index
    for (let up = this.above[at] ?? at; up !== at; up = this.above[at] ?? at) at = up
    return at
  }
}
