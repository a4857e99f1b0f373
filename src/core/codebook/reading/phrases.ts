import { monthNumber } from '../../text/calendar.ts'

const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec'
export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
const COUNTS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'] as const
const COUNT = `\\d{1,3}|an?|${COUNTS.slice(1).join('|')}`
const YEAR = '(?:1[89]|2[01])\\d\\d'
const WHICH_YEAR = `${YEAR}|the year|this year|next year|last year`
const SEASON = 'spring|summer|autumn|fall|winter'

/** One way to speak of a time. `pattern` matches the whole of it, in lower case, with named groups. */
export interface Phrase {
  readonly kind: 'day' | 'month' | 'quarter' | 'half' | 'season' | 'part' | 'year' | 'span' | 'near' | 'weekday' | 'vague'
  readonly pattern: RegExp
}

const phrase = (kind: Phrase['kind'], source: string): Phrase => ({ kind, pattern: new RegExp(`^(?:${source})$`) })

/** The first that matches is what is meant; in front of each a preposition may stand. */
export const PHRASES: readonly Phrase[] = [
  phrase('day', `\\d{4}-\\d\\d-\\d\\d|\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTHS})\\.?(?:,? ${YEAR})?|(?:${MONTHS})\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? ${YEAR})?`),
  phrase('month', `(?:(?:early|mid|late|the (?:beginning|start|middle|end) of|(?:beginning|start|middle|end) of)[ -])?(?<which>next |last |this )?(?<month>${MONTHS})\\.?(?: (?:of )?(?<year>${WHICH_YEAR}))?`),
  phrase('quarter', `(?:q(?<q>[1-4])|(?:the )?(?<nth>first|second|third|fourth|last) quarter)(?: of)?(?: (?<year>${WHICH_YEAR}))?`),
  phrase('half', `(?:the )?(?<nth>first|second) half(?: of)?(?: (?<year>${WHICH_YEAR}))?`),
  phrase('season', `(?:early |mid-|late )?(?:the )?(?<which>next |last |this |coming )?(?<season>${SEASON})(?: (?:of )?(?<year>${WHICH_YEAR}))?`),
  phrase('part', `(?<part>early|mid|late|later|(?:the )?(?:beginning|start|middle|end) of)[ -](?<year>${WHICH_YEAR})|(?<part2>year[’'-]?s? ?end)`),
  phrase('year', `(?<year>${WHICH_YEAR})`),
  phrase('span', `(?<how>in|within|after|over|during|for)(?: the)?(?: next| coming)? (?<count>${COUNT}) (?<unit>day|week|month|year)s?(?: from now)?|(?<count2>${COUNT}) (?<unit2>day|week|month|year)s? (?<back>ago|from now|from today)`),
  phrase('near', 'today|tonight|tomorrow|yesterday|the day after tomorrow|(?<which>next|this|last|the coming) (?<unit>week|month)'),
  phrase('weekday', `(?<which>next |last |this |coming |the coming )?(?<day>${WEEKDAYS.join('|')})(?: (?:morning|afternoon|evening|night))?`),
  phrase('vague', '(?:in )?the (?:coming|next few|following|near|foreseeable) (?:days|weeks|months|years|future)|soon|shortly|(?:in )?due course|in time'),
]

/** What may stand in front of a time without changing which time it is. */
export const PREPOSITION = /^(?:(?:by|before|until|till|in|on|during|at|around|about|from|since|starting|no later than|not later than|as of|as early as|ahead of|throughout) )+(?:the (?=first|second|third|fourth|last|early|mid|late|spring|summer|autumn|fall|winter))?/

/** Where such a phrase may begin and end in running text; each piece is then read by `PHRASES`. */
export const IN_TEXT = new RegExp(
  `\\b(?:(?:by|before|until|till|during|since|no later than) )?(?:${[
    `\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTHS})\\b(?:,? ${YEAR})?`,
    `(?:${MONTHS})\\.? \\d{1,2}(?:st|nd|rd|th)?\\b(?:,? ${YEAR})?`,
    `(?:early |mid-|late |the end of |end of |next |last |this )?(?:${MONTHS.split('|').slice(0, 12).join('|')})(?: (?:of )?(?:${WHICH_YEAR}))?`,
    `(?:q[1-4]|the (?:first|second|third|fourth|last) (?:quarter|half))(?: of)?(?: (?:${WHICH_YEAR}))?`,
    `(?:next |last |this |in (?:the )?|early |late )(?:${SEASON})(?: (?:of )?(?:${WHICH_YEAR}))?`,
    `(?:early |mid-|late |later |(?:the )?(?:beginning|start|middle|end) of )(?:${WHICH_YEAR})`,
    `(?:in|within|after|over) (?:the )?(?:next |coming )?(?:${COUNT}) (?:day|week|month|year)s?`,
    `(?:${COUNT}) (?:day|week|month|year)s? ago`,
    'today|tonight|tomorrow|yesterday|(?:next|this|last|the coming) (?:week|month|year)',
    `(?:next |last |this )?(?:${WEEKDAYS.join('|')})`,
    '(?:in )?the (?:coming|next few) (?:days|weeks|months|years)',
    YEAR,
  ].join('|')})\\b`,
  'giu',
)

/** `two` or `14` as a number; an article is one. */
export function countOf(word: string | undefined): number {
  if (word === undefined || word === 'a' || word === 'an') return 1
  const named = COUNTS.findIndex((name) => name === word)
  return named >= 0 ? named : Number(word)
}

export function monthOf(name: string): number {
  return monthNumber(name) ?? 0
}
