import { normaliseText } from '../text/normalise.ts'
import type { RemarkCounter } from './extracted.ts'

/**
 * The text as the article's file holds it. Nothing that a person reads is touched: no normalisation of characters, no-break spaces
 * stay. Control characters, blanks at line ends and third empty lines go; half a surrogate pair becomes U+FFFD.
 */
export function finishText(raw: string, remarks: RemarkCounter): string {
  const plain = normaliseText(raw)
    .replace(/\p{Cc}/gu, (sign) => (sign === '\t' || sign === '\n' ? sign : '\f\v\x85'.includes(sign) ? '\n' : ''))
    .replace(/\p{Surrogate}/gu, '\ufffd')
  const lines = plain.split('\n').map(withoutBlanksAtEnd)
  const text = lines.join('\n').replace(/\n{3,}/g, '\n\n').replace(/^\n+|\n+$/g, '')
  remarks.add('unreadable', text.split('\ufffd').length - 1)
  return text === '' ? '' : `${text}\n`
}

/** Not by a pattern: on a line of ten million blanks that is quadratic. */
function withoutBlanksAtEnd(line: string): string {
  let end = line.length
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end -= 1
  return line.slice(0, end)
}
