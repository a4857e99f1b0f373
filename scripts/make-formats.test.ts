import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sampleProject } from './formats/sample.ts'
import { BOTH_WAYS, through } from './formats/survival.ts'
import { withTables } from './make-formats.ts'

/** Known to be wrong: links that came through a table are refused by Web Annotation, by name and one by one. */
const LINKS_REFUSED = ['csv → w3c-jsonld', 'xlsx → w3c-jsonld']

describe('what survives between formats', () => {
  it('is what docs/formats.md says: run npm run formats', () => {
    const page = readFileSync(join(import.meta.dirname, '../docs/formats.md'), 'utf8')
    expect(withTables(page)).toBe(page)
  })

  it('is quoted exactly, and nothing that one format wrote is refused by another', () => {
    const part = sampleProject(2)
    for (const first of BOTH_WAYS) {
      const once = through(first, part)
      for (const second of BOTH_WAYS) {
        const twice = through(second, once)
        const refused = LINKS_REFUSED.includes(`${first.name} → ${second.name}`) ? [] : twice.refused
        expect([first.name, second.name, ...refused]).toEqual([first.name, second.name])
        for (const { text, sets } of twice.documents) for (const { fragments } of sets.flatMap(({ annotations }) => annotations)) for (const { start, end, quote } of fragments) if (text.slice(start, end) !== quote) throw new Error(`${first.name} → ${second.name}: ${quote}`)
      }
    }
  })
})
