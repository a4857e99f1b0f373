import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const renderer = join(import.meta.dirname, '../src/renderer')
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|\.d\.ts$|^testing\b/.test(name))
  .map((name) => ({ name, text: readFileSync(join(renderer, name), 'utf8') }))

/** File and line of whatever matches. */
function places(pattern: RegExp, among = sources): string[] {
  return among.flatMap(({ name, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${name}:${index + 1}: ${line.trim()}`] : [])),
  )
}

describe('habits of the renderer that no linter knows', () => {
  it('shows the keys that the person has set: useKeys, ActionKbd or keysOf, never those of the table', () => {
    expect(places(/\bactionEntry\(/)).toEqual([])
    expect(places(/\bkeys="(Mod|Alt\+(?![NAH]\b|Backspace)|Shift\+F|F\d)/)).toEqual([])
  })
})
