import type { QueryProblem, QueryProblemCode } from './problem.ts'

/** What is wrong with a query, in English, for the command line; the window has texts of its own. */
const WORDS: Readonly<Record<QueryProblemCode, string>> = {
  'quote.open': 'A quotation mark is not closed',
  'regex.open': 'A regular expression is not closed with /',
  'regex.bad': 'This is not a regular expression that JavaScript can read',
  'bracket.open': 'A bracket is not closed',
  'bracket.close': 'A bracket is closed that was not opened',
  'group.empty': 'Something to look for is missing here',
  'not.nothing': 'After - there is nothing to leave out',
  'or.nothing': 'OR needs something on both sides',
  'near.sides': 'near/5 needs a word, a phrase or a regular expression on both sides',
  'near.number': 'near/ needs a number of words, 1 or more',
  'value.missing': 'A value is missing right after the colon; to look for the words themselves, put them in quotation marks',
  'key.unknown': 'There is no such filter; to look for the words themselves, put them in quotation marks',
  'label.unknown': 'The codebook has no such label',
  'value.unknown': 'There is no such value',
  'date.bad': 'This is not a date: write 2031-03-04, 2031-03, 2031, 2031-03..2031-05 or >2031-03-01',
  'number.bad': 'This is not a number: write 40, >40 or 10..40',
}

export function problemInWords({ code, given, nearest }: QueryProblem): string {
  return `${WORDS[code]}: ${given}${nearest === null ? '' : ` (did you mean ${nearest}?)`}`
}
