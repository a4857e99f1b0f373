// Writes docs/schemas/*.schema.json from the schemas in the code. With --check, fails if they are not up to date.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jsonSchemas } from '../src/core/model/json-schemas.ts'

const folder = join(import.meta.dirname, '../docs/schemas')
const check = process.argv.includes('--check')

mkdirSync(folder, { recursive: true })
for (const [name, schema] of Object.entries(jsonSchemas())) {
  const file = join(folder, `${name}.schema.json`)
  const text = `${JSON.stringify(schema, null, 2)}\n`
  if (!check) writeFileSync(file, text)
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${file} is out of date: run npm run schemas`)
    process.exitCode = 1
  }
}
