// `npm run licences`: every package of the lock file by licence, what is shipped apart from what only builds and tests.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readLicences, licenceTable } from './lib/licences.ts'
import { root } from './lib/runtime.mjs'

process.stdout.write(licenceTable(readLicences(readFileSync(join(root, 'package-lock.json'), 'utf8'))))
