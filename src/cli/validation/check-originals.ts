import { lineOfPath } from '../../core/formats/json-position.ts'
import { articlePathOf, originalPath, originalSchema } from '../../core/model/original.ts'
import { sha256 } from '../../main/services/hash.ts'
import { filesIn, parseChecked, readChecked, type Checked } from './findings.ts'

/** The documents that texts were taken from: each is there as it came, and its article's text is still what was taken out of it. */
export async function checkOriginals(checked: Checked, textSha256: ReadonlyMap<string, string>): Promise<void> {
  const { disk, folder, findings } = checked
  for (const path of await filesIn(checked, 'originals', '.json')) {
    findings.saw('originals')
    const text = await readChecked(checked, path)
    const record = text === null ? null : parseChecked(checked, originalSchema, text, path)
    if (text === null || !record) continue
    const at = (...steps: string[]) => lineOfPath(text, steps)
    const article = articlePathOf(path.slice('originals/'.length, -'.json'.length))
    const known = textSha256.get(article)
    if (known === undefined) findings.report(path, null, `there is no article ${article} that could be read.`, 'Restore the article, or set this file and its document aside.')
    else if (known !== record.text_sha256) findings.report(path, at('text_sha256'), `the text of articles/${article} is no longer what was taken out of the document.`, 'Restore the article.')
    const bytes = await disk.readBytes(`${folder}/${originalPath(article)}`)
    if (!bytes.ok) findings.add(bytes.error)
    else if (sha256(bytes.value) !== record.file.sha256) findings.report(path, at('file', 'sha256'), `${originalPath(article)} is no longer the document that was added.`, 'Restore it.')
  }
}
