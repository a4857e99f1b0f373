import { randomBytes } from 'node:crypto'

/** Paths that a person chose, known to the renderer by a token only. The oldest go when there are too many. */
export class PathTokens {
  private readonly paths = new Map<string, readonly string[]>()

  private readonly most: number

  constructor(most = 200) {
    this.most = most
  }

  give(paths: readonly string[]): string {
    const token = randomBytes(16).toString('hex')
    this.paths.set(token, paths)
    const [oldest] = this.paths.keys()
    if (this.paths.size > this.most && oldest !== undefined) this.paths.delete(oldest)
    return token
  }

  take(token: string): readonly string[] | null {
    return this.paths.get(token) ?? null
  }
}
