// Runs a folder of agreement cases against the project's measures: npm run test:agreement -- DIR
import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readFolder, runCase } from './agreement/run.ts'

const given = process.argv[2]
// npm runs scripts in the project; a folder is meant from where npm was called.
const folder = given === undefined ? join(import.meta.dirname, '../../shared/agreement') : resolve(process.env['INIT_CWD'] ?? '.', given)

if (!existsSync(folder) || !statSync(folder).isDirectory()) {
  console.error(`There is no folder of cases at ${folder}.`)
  console.error('Give one: npm run test:agreement -- DIR. Without DIR it is ../shared/agreement, beside the project.')
  process.exit(2)
}

const { cases, others } = readFolder(folder)
let [passed, failed, skipped] = [0, 0, 0]
for (const { file, one } of cases) {
  const outcome = runCase(one)
  if (outcome.kind === 'passed') passed += 1
  else if (outcome.kind === 'failed') {
    failed += 1
    console.log(`FAILED ${one.name} (${one.measure}; ${file})`)
    for (const problem of outcome.problems) console.log(`  ${problem}`)
  } else {
    skipped += 1
    console.log(`NOT IMPLEMENTED ${one.name} (${file}): ${outcome.what}`)
  }
}
for (const { file, why } of others) console.log(`Left out ${file}: ${why}`)
if (cases.length === 0) console.log(`There are no cases in ${folder}.`)
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed > 0 ? 1 : 0
