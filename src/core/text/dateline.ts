import { isoDate, monthNumber } from './calendar.ts'

export interface Dateline {
  /** ISO date when the dateline has day, month and year. */
  readonly date: string | null
  /** The place as written. */
  readonly dateline: string
  /** UTF-16 units up to and with the mark that ends it. */
  readonly length: number
}

/*
 * place [, day and month [, year]] [(agency)] mark. The place begins in capitals where the script has them, and may
 * go on after a comma ("RIO DE JANEIRO, Brazil"). The mark is a colon, or a dash with blanks around it.
 */
const WORD = String.raw`[\p{Lu}\p{Lo}][\p{Lu}\p{Lo}\p{Lm}\p{M}'’.]*`
const JOINER = String.raw`(?:[ \u00A0\-/]|, )`
const CAPITALS = String.raw`${WORD}(?:${JOINER}${WORD}){0,6}`
const REGION = String.raw`(?:, ?\p{Lu}[\p{L}\p{M}'’.\- ]{1,30}?){0,2}`
const PLACE = new RegExp(String.raw`^(?<place>${CAPITALS}${REGION})(?=[,،:：( \u00A0—–])`, 'u')

const MONTH_WORD = String.raw`\p{L}[\p{L}\p{M}]{2,11}\.?`
const DATE = new RegExp(
  String.raw`^[,،]?[ \u00A0]+(?:(?<month1>${MONTH_WORD})[ \u00A0](?<day1>\d{1,2})` +
    String.raw`|(?<day2>\d{1,2})(?:er|\.)?[ \u00A0](?:de )?(?<month2>${MONTH_WORD}))` +
    String.raw`(?:,?[ \u00A0](?:de )?(?<year>\d{4}))?(?![\p{L}\p{N}])`,
  'u',
)
const AGENCY = /^,?[ \u00A0]*[(（](?<agency>(?:[\p{Lu}\p{Lo}]|dpa|apa|sda)[^()（）\n:]{0,30})[)）]/u
const MARK = /^(?:[ \u00A0]*[:：]|[ \u00A0]*(?:--|[—–])(?=[ \u00A0]|$|\p{Lu}|\p{Lo}|["“'‘])|[ \u00A0]+-(?=[ \u00A0]|$))/u

/** Chinese agencies put it all in one: 新华社北京4月24日电 or 新华社北京2025年4月24日电（记者…）. */
const CHINESE = new RegExp(
  String.raw`^(?:新华社|中新社|中新网|中国新闻社|人民网|路透社|法新社|美联社)(?<place>[\p{Script=Han}·]{2,12}?)[ \u00A0]?` +
    String.raw`(?:(?<year>\d{4})年)?(?<month>\d{1,2})月(?<day>\d{1,2})日(?:电|讯|專電|专电)` +
    String.raw`(?:[ \u00A0]?[（(][^（）()\n]{1,40}[）)])?`,
  'u',
)

/** Words in capitals that open a line and are followed by a colon, but are no place. */
const NOT_PLACES: ReadonlySet<string> = new Set(
  `NOTE WARNING UPDATE BREAKING EXCLUSIVE CORRECTED CORRECTION FACTBOX ANALYSIS OPINION EXPLAINER INTERVIEW URGENT ALERT
   ATTENTION IMPORTANT ABSTRACT SUMMARY TITLE DATE FROM TO SUBJECT RE CC HEADLINE SOURCE AUTHOR BYLINE PHOTO FILE VIDEO
   LIVE Q A Q&A NB PS TODO FYI INTRODUCTION BACKGROUND CONCLUSION CHAPTER PART SECTION ARTICLE ANNEX`.split(/\s+/),
)

/** Scripts without capitals: what ends with a word of saying before a colon opens a quotation, not a report. */
const SPEECH = new RegExp(
  '(?:说|說|称|稱|表示|强调|強調|指出|宣布|宣佈|认为|報道|报道|透露)$' +
    '|^(?:و?(?:قال|قالت|أعلن|أعلنت|أكد|أكدت|صرح|صرحت|أضاف|أضافت|ذكر|ذكرت)|אמר|אמרה|הודיע|הודיעה)(?: |$)',
  'u',
)

/**
 * Reads a dateline at the start of `line`: `BEIJING, April 24, 2025:`, `LONDON (Reuters) -`,
 * `BEIJING, April 24 (Xinhua) --`, `新华社北京4月24日电`. After a date of its own (`date 2025-04-24 BEIJING:`) the place
 * needs no more; alone it needs a date or an agency, else any word in capitals before a colon would do.
 */
export function readDateline(line: string, where: 'alone' | 'after date'): Dateline | null {
  const chinese = CHINESE.exec(line)
  if (chinese?.groups) {
    const { place = '', year, month, day } = chinese.groups
    return finish(place, year, Number(month), Number(day), chinese[0].length)
  }
  const match = PLACE.exec(line)
  for (const place of match?.groups?.['place'] ? candidates(match.groups['place']) : []) {
    const found = readAfterPlace(line, place, where)
    if (found) return found
  }
  return null
}

/** The place as matched, then without what follows its last comma or blank: that may be the date's month. */
function candidates(place: string): string[] {
  const shorter = [...place.matchAll(/,? +/gu)].map((gap) => place.slice(0, gap.index))
  return [place, ...shorter.toReversed()]
}

function readAfterPlace(line: string, place: string, where: 'alone' | 'after date'): Dateline | null {
  if (!isPlace(place)) return null
  let at = place.length
  const date = DATE.exec(line.slice(at))
  const month = date ? monthNumber(date.groups?.['month1'] ?? date.groups?.['month2'] ?? '') : null
  if (date && month) at += date[0].length
  const agency = AGENCY.exec(line.slice(at))
  if (agency && isSpelledOut(place, agency.groups?.['agency'] ?? '')) return null
  if (agency) at += agency[0].length
  const mark = MARK.exec(line.slice(at))
  if (!mark || (where === 'alone' && !agency && !(date && month))) return null
  at += mark[0].length
  if (!date || !month) return { date: null, dateline: place, length: at }
  return finish(place, date.groups?.['year'], month, Number(date.groups?.['day1'] ?? date.groups?.['day2']), at)
}

/** Day and month must be real even where the year is left out; 29 February then counts as real. */
function finish(place: string, year: string | undefined, month: number, day: number, length: number): Dateline | null {
  const date = isoDate(Number(year ?? 2000), month, day)
  return date === null ? null : { date: year ? date : null, dateline: place, length }
}

/** "WHO (World Health Organization) –" explains an abbreviation. */
function isSpelledOut(place: string, agency: string): boolean {
  const initials = agency.match(/\p{Lu}/gu)?.join('') ?? ''
  return initials.length > 1 && initials === place.replace(/\P{Lu}/gu, '')
}

function isPlace(place: string): boolean {
  if (SPEECH.test(place)) return false
  const letters = place.match(/\p{L}/gu)?.length ?? 0
  return letters >= 2 && !NOT_PLACES.has(place) && !NOT_PLACES.has(place.split(/[ ,]/u)[0] ?? '')
}
