import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { jsonSchemas } from '../src/core/model/json-schemas.ts'

describe('the published JSON Schemas', () => {
  it.each(Object.entries(jsonSchemas()))('%s is what the code makes', (name, schema) => {
    const file = join(import.meta.dirname, `../docs/schemas/${name}.schema.json`)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(schema)
  })
})
