import { historyLineSchema } from '../../core/model/gesture.ts'
import type { Checked } from './findings.ts'
import { parseChecked, placeOf, readChecked } from './findings.ts'

/** Each line of a history against its schema, and that none is missing between the first and the last. */
export async function checkHistory(checked: Checked, path: string, articles: ReadonlySet<string>): Promise<void> {
  const { findings } = checked
  findings.saw('histories')
  const text = await readChecked(checked, path)
  if (text === null) return
  const place = placeOf(path, '.jsonl')
  if (!place || !articles.has(place.article)) {
    findings.report(
      path,
      null,
      `there is no article ${place?.article ?? ''} that it could be the history of.`,
      'Restore the article, or move the file to the place of its article.',
    )
  }
  const lines = text.split('\n')
  if (lines.pop() !== '') {
    findings.report(
      path,
      lines.length + 1,
      'the last line was cut off.',
      'Open the project in Concord as this annotator: it takes the half line off and keeps what it said, where it is still known.',
    )
  }
  let previous = 0
  for (const [index, line] of lines.entries()) {
    const parsed = parseChecked(checked, historyLineSchema, line, path, index + 1)
    if (parsed && parsed.revision !== previous + 1) {
      findings.report(path, index + 1, `revision ${parsed.revision} follows revision ${previous}.`)
    }
    previous = parsed ? parsed.revision : previous + 1
  }
}
