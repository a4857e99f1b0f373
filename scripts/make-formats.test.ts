import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { throughPairs, withTables } from './make-formats.ts'

describe('what survives between formats', () => {
  const pairs = throughPairs()

  it('is what docs/formats.md says: run npm run formats', () => {
    const page = readFileSync(join(import.meta.dirname, '../docs/formats.md'), 'utf8')
    expect(withTables(page, pairs)).toBe(page)
  })

  it.each(pairs.map((pair) => [`${pair.first} → ${pair.second}`, pair] as const))('is quoted exactly and refused by none: %s', (_name, { refused, misquoted }) => {
    expect(misquoted).toEqual([])
    expect(refused).toEqual([])
  })
})
