import { ok } from '../../core/result.ts'
import type { Codebook } from '../../core/model/codebook.ts'
import { adjudicatedPath } from '../../core/model/folder-name.ts'
import { adjudicatedOf, adjudicatedText } from '../../main/services/review/derive-adjudicated.ts'
import type { CheckedText } from './check-sets.ts'
import type { Checked } from './findings.ts'

const REMEDY = 'Open the article in the review in Concord, which derives its outcome again.'

/** Whether the adjudicated set of an article is what everybody's decisions make of everybody's sets now. */
export async function checkOutcome({ disk, folder, findings }: Checked, article: string, text: CheckedText, codebook: Codebook, version: string): Promise<void> {
  const path = adjudicatedPath(article)
  const derived = await adjudicatedOf({ disk, folder, article, text: async () => ok(text), codebook, codebookVersion: version })
  if (!derived.ok) return
  const there = await disk.readText(`${folder}/${path}`)
  if (!derived.value) {
    if (there.ok) findings.report(path, null, 'nobody has decided anything on this article, so there is no outcome.', REMEDY)
  } else if (!there.ok) findings.report(path, null, 'it is not there, although something was decided on this article.', REMEDY)
  else if (there.value !== adjudicatedText(derived.value)) findings.report(path, null, 'it is not what the decisions and the sets say now.', REMEDY)
}
