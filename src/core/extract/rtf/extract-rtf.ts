import { err, ok, type Result } from '../../result.ts'
import { type Extracted, NO_FACTS, RemarkCounter } from '../extracted.ts'
import { finishText } from '../finish-text.ts'
import { believedTitle } from '../believed-title.ts'
import { RtfReader } from './rtf-reader.ts'
import { rtfTokens } from './tokens.ts'

/** The text of an RTF document: paragraphs as in the document, cells apart by tabs, footnotes at the end. */
export function extractRtf(bytes: Uint8Array): Result<Extracted, string> {
  const head = String.fromCharCode(...bytes.subarray(0, 8))
  if (!head.replace(/^\xef\xbb\xbf/, '').startsWith('{\\rtf')) return err('it is no RTF document, whatever its name says.')
  const remarks = new RemarkCounter()
  const reader = new RtfReader(remarks)
  for (const token of rtfTokens(bytes)) {
    const problem = reader.take(token)
    if (problem !== null) return err(problem)
  }
  const { text, title } = reader.finish()
  const finished = finishText(text, remarks)
  return ok({ kind: 'rtf', text: finished, facts: { ...NO_FACTS, title: believedTitle(title, finished) }, remarks: remarks.all() })
}
