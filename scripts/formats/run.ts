// npm run test:formats -- DIR: reads every file under DIR that some format knows, writes it again, reads that, and compares.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ADAPTERS } from '../../src/core/formats/adapters.ts'
import { detectFormats, type SourceGroup } from '../../src/core/formats/detect.ts'
import type { ParsedDocument } from '../../src/core/formats/interchange.ts'
import { judgementText } from '../../src/core/formats/judge-unit.ts'
import { roundTrip } from '../../src/core/formats/round-trip.ts'
import { readFolder } from './read-folder.ts'

const given = process.argv[2]
const folder = given === undefined ? join(import.meta.dirname, '../../../shared/fixtures') : resolve(process.env['INIT_CWD'] ?? '.', given)
if (!existsSync(folder)) {
  console.log(`There is no folder ${given ?? '../shared/fixtures'}: nothing was tried.`)
  console.log('0 passed, 0 failed, 0 skipped')
  process.exit(given === undefined ? 0 : 1)
}

let passed = 0
let failed = 0
const { groups, left } = detectFormats(readFolder(folder), ADAPTERS)
for (const group of groups) {
  const { words, good } = report(group)
  if (good) passed += 1
  else failed += 1
  console.log(words.join('\n'))
}
for (const { path } of left) console.log(`skipped  ${path}\n         no format that is read here knows it, and it goes with no other file`)
console.log(`\n${passed} passed, ${failed} failed, ${left.length} skipped`)
process.exit(failed === 0 ? 0 : 1)

function report(group: SourceGroup): { readonly words: string[]; readonly good: boolean } {
  const { adapter, files } = group
  const [main, ...others] = files
  const title = `${main?.path ?? ''} (${adapter.name}${others.length > 0 ? `, with ${others.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)).join(', ')}` : ''})`
  try {
    const result = roundTrip(group)
    if (!result.ok) return { good: true, words: [`passed   ${title}`, `         refused: ${result.error.message}`] }
    const { parsed, difference, identical } = result.value
    return {
      good: difference === null,
      words: [
        `${difference === null ? 'passed ' : 'FAILED '}  ${title}`,
        `         taken: ${countText(parsed.documents)}`,
        ...(parsed.counting && parsed.counting.of > 0 ? [`         ${judgementText(parsed.counting)}`] : []),
        ...parsed.remarks.map((remark) => `         note: ${remark}`),
        ...parsed.refused.map(({ file, line, what, why }) => `         refused: ${file}${line === null ? '' : `, line ${line}`}: ${what}: ${why}`),
        difference === null
          ? `         written and read again: equal${identical.length === 0 ? '' : `; byte for byte: ${identical.length === files.length ? 'all' : identical.join(', ')}`}`
          : `         ${difference}`,
      ],
    }
  } catch (error) {
    return { good: false, words: [`FAILED   ${title}`, `         crashed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`] }
  }
}

function countText(documents: readonly ParsedDocument[]): string {
  const sets = documents.flatMap((document) => document.sets)
  const annotations = sets.flatMap((set) => set.annotations)
  const counts: [number, string][] = [
    [documents.length, 'documents'],
    [sets.length, 'sets'],
    [annotations.length, 'annotations'],
    [sets.reduce((sum, { relations }) => sum + relations.length, 0), 'relations'],
    [annotations.reduce((sum, { attributes }) => sum + Object.keys(attributes).length, 0), 'attribute values'],
    [annotations.filter(({ note }) => note !== undefined).length, 'notes'],
    [sets.reduce((sum, { values }) => sum + Object.keys(values ?? {}).length, 0), 'document values'],
  ]
  return counts.filter(([count], index) => count > 0 || index === 0).map(([count, what]) => `${count} ${what}`).join(', ')
}
