import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { jsonSchemas } from '../src/core/model/json-schemas.ts'

const published = (name: string): object => Object(JSON.parse(readFileSync(join(import.meta.dirname, `../docs/schemas/${name}.schema.json`), 'utf8')))

describe('the published JSON Schemas', () => {
  it.each(Object.entries(jsonSchemas()))('%s is what the code makes', (name, schema) => {
    expect(published(name)).toEqual(schema)
  })

  it('accept every file of the sample project, by a validator that is not ours, and refuse another', () => {
    const sample = join(import.meta.dirname, '../samples/pledges')
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    const below = (folder: string) => readdirSync(join(sample, folder), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.json')).map((path) => join(folder, path))
    const kinds: readonly (readonly [schema: string, files: readonly string[]])[] = [
      ['project', ['concord.json']],
      ['codebook', ['codebook.json', ...below('codebook')]],
      ['annotation-set', below('annotations')],
    ]
    for (const [name, files] of kinds) {
      const fits = ajv.compile(published(name))
      for (const file of files) {
        const content: unknown = JSON.parse(readFileSync(join(sample, file), 'utf8'))
        expect(fits(content) ? [] : [file, ...(fits.errors ?? [])]).toEqual([])
        expect(fits({ ...Object(content), more: 1 })).toBe(false)
      }
    }
  })
})
