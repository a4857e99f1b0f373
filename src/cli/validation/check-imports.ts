import { join } from 'node:path'
import { lineOfPath } from '../../core/formats/json-position.ts'
import { importSchema } from '../../core/model/bundle.ts'
import { annotatorKey, folderName } from '../../core/model/folder-name.ts'
import { sha256 } from '../../main/services/hash.ts'
import type { Checked } from './findings.ts'
import { parseChecked, readChecked } from './findings.ts'

/**
 * What imports of bundles did, and what they keep to be taken back: each record against its schema and its place, and every file that it
 * replaced as it was. Once an import was taken back, what it kept may go.
 */
export async function checkImports(checked: Checked): Promise<void> {
  const { disk, folder, findings } = checked
  const walked = await disk.walk(join(folder, 'imports'))
  if (!walked.ok) findings.add(walked.error)
  const paths = (walked.ok ? walked.value : []).map(({ path }) => `imports/${path}`)
  const kept = new Set(paths.filter((path) => path.split('/').length > 3))
  for (const path of paths.filter((each) => each.split('/').length <= 3)) {
    if (!path.endsWith('.json') || path.split('/').length < 3) {
      findings.report(path, null, 'this is not a file of Concord: the records of imports are imports/<annotator>/<id>.json.', 'Move it out of the project.')
      continue
    }
    for (const found of await checkRecord(checked, path, kept)) kept.delete(found)
  }
  for (const path of kept) findings.report(path, null, 'no import says that it keeps this file.', 'Delete it, or move it out of the project.')
}

/** Answers the kept files that are this import's. */
async function checkRecord(checked: Checked, path: string, kept: ReadonlySet<string>): Promise<string[]> {
  const { disk, folder, findings } = checked
  const aside = path.slice(0, -'.json'.length)
  const own = [...kept].filter((each) => each.startsWith(`${aside}/`))
  findings.saw('imports')
  const text = await readChecked(checked, path)
  const record = text === null ? null : parseChecked(checked, importSchema, text, path)
  if (text === null || !record) return own
  const [, place = '', name = ''] = path.split('/')
  const { key, name: person } = record.by
  if (name !== `${record.id}.json`) findings.report(path, lineOfPath(text, ['id']), `its id is ${record.id}, which should be its name.`)
  if (place.normalize('NFC') !== folderName(key) || annotatorKey(person) !== key) {
    findings.report(path, lineOfPath(text, ['by', 'key']), `it says that it is by “${person}” (“${key}”), whose folder is another.`)
  }
  const listed: string[] = []
  for (const [index, { path: target, before }] of record.files.entries()) {
    if (before === null) continue
    const copy = `${aside}/${target}`
    listed.push(copy)
    if (record.taken_back !== undefined) continue
    const bytes = kept.has(copy) ? await disk.readBytes(join(folder, ...copy.split('/'))) : null
    if (bytes && !bytes.ok) findings.add(bytes.error)
    else if (!bytes || sha256(bytes.value) !== before) {
      const what = bytes ? `${copy} is not what the import replaced` : `${target} as it was before the import is not kept`
      findings.report(path, lineOfPath(text, ['files', index]), `${what}: the import cannot be taken back for it.`, 'Restore it from a copy or from version control.')
    }
  }
  return listed
}
