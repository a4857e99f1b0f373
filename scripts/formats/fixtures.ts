import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ADAPTERS } from '../../src/core/formats/adapters.ts'
import { detectFormats } from '../../src/core/formats/detect.ts'
import { roundTrip } from '../../src/core/formats/round-trip.ts'
import { readFolder } from './read-folder.ts'

const FOLDER = join(import.meta.dirname, '../../../shared/fixtures')

export interface FixtureResults {
  /** Main file of each group that did not come out equal, with the difference. */
  readonly failed: readonly string[]
  /** Files that came out byte for byte. */
  readonly identical: readonly string[]
  /** `path: why` of each group refused as a whole, and `path:line: what: why` of each record not taken. */
  readonly refused: readonly string[]
}

/**
 * What becomes of the fixtures under `under` that are recognised as one format: those that other projects published, which lie beside
 * the project and are no part of it. Null, and a line that says so, where they are absent.
 */
export function tryFixtures(format: string, under: string): FixtureResults | null {
  if (!existsSync(join(FOLDER, under))) {
    console.warn(`The fixtures in ${join('../shared/fixtures', under)} are absent: nothing was tried with them.`)
    return null
  }
  const files = readFolder(FOLDER).filter(({ path }) => path.startsWith(`${under}/`))
  const failed: string[] = []
  const identical: string[] = []
  const refused: string[] = []
  const short = (path: string) => path.slice(path.lastIndexOf('/') + 1)
  for (const group of detectFormats(files, ADAPTERS).groups) {
    if (group.adapter.name !== format) continue
    const main = short(group.files[0]?.path ?? '')
    const result = roundTrip(group)
    if (!result.ok) {
      refused.push(`${main}: ${result.error.message.slice(result.error.message.indexOf(main) + main.length).replace(/^[:,] /, '')}`)
      continue
    }
    if (result.value.difference !== null) failed.push(`${main}: ${result.value.difference}`)
    identical.push(...result.value.identical.map(short))
    refused.push(...result.value.parsed.refused.map(({ file, line, what, why }) => `${short(file)}:${line ?? ''}: ${what}: ${why}`))
  }
  return { failed, identical: [...new Set(identical)].toSorted(), refused }
}
