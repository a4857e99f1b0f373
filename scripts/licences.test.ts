import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ALLOWED, licenceTable, readLicences } from './lib/licences.ts'
import { root } from './lib/runtime.mjs'

describe('the licences of what is shipped', () => {
  const packages = readLicences(readFileSync(join(root, 'package-lock.json'), 'utf8'))

  it('are all known and allow it', () => {
    const shipped = packages.filter((each) => each.shipped)
    expect(shipped.length).toBeGreaterThan(20)
    expect(shipped.filter(({ licence }) => licence === null || !ALLOWED.has(licence))).toEqual([])
  })

  it('are listed with name and version', () => {
    expect(licenceTable(packages)).toMatch(/^MIT\treact \d+\.\d+\.\d+$/m)
  })
})
