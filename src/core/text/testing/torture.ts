import { normaliseText } from '../normalise.ts'

/** A text that makes other tools fail, as the bytes of its file, and the words that a person marks in it. */
export interface TortureText {
  readonly name: string
  /** Shown in the list of articles, where the text itself gives no good title. */
  readonly file: string
  readonly content: string
  /** As they stand in the normalised text; null where there is nothing to mark. */
  readonly words: string | null
}

const FILLER = 'The pilot waited for 12 ships — “in vain”. '

export const tortureTexts: readonly TortureText[] = [
  { name: 'emoji with ZWJ, skin tones, keycaps and flags', file: 'a-emoji.txt', content: 'Good 👍🏽 news from the port: 👩‍👩‍👧‍👦 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿🇳🇴🇸🇪 sign 1️⃣ pact ❤️‍🔥 today.\n', words: '👩‍👩‍👧‍👦 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿🇳🇴🇸🇪 sign 1️⃣' },
  { name: 'combining marks', file: 'b-marks.txt', content: 'The cafe\u0301 of nai\u0308ve Z\u0351\u036b\u0343\u032a will o\u0323\u0302 hold.\n', words: 'cafe\u0301 of nai\u0308ve Z\u0351\u036b\u0343\u032a' },
  { name: 'Hangul jamo', file: 'c-jamo.txt', content: '\u1112\u1161\u11ab\u1100\u116e\u11a8\u110b\u1173\u11ab \u1100\u116e\u1100\u1173\u11b8\u110e\u1161 40\u1103\u1162\u1105\u1173\u11af \u1107\u1169\u1102\u1162\u11ab\u1103\u1161.\n', words: '\u1100\u116e\u1100\u1173\u11b8\u110e\u1161 40\u1103\u1162\u1105\u1173\u11af' },
  { name: 'Thai', file: 'd-thai.txt', content: 'นอร์เวียสัญญาว่าจะส่งรถพยาบาล 40 คันภายในเดือนมิถุนายน ทั้งสองฝ่ายลงนามแล้ว\n', words: 'สัญญาว่าจะส่งรถพยาบาล 40 คัน' },
  { name: 'Arabic with diacritics', file: 'e-arabic.txt', content: 'وَعَدَتْ نُورْفِيَا بِتَسْلِيمِ أَرْبَعِينَ سَيَّارَةَ إِسْعَافٍ قَبْلَ يُونْيُو.\n', words: 'بِتَسْلِيمِ أَرْبَعِينَ سَيَّارَةَ إِسْعَافٍ' },
  { name: 'Hebrew with Latin letters and numbers inside', file: 'f-hebrew.txt', content: 'נורביה תמסור 40 אמבולנסים (לפי NATO 2031) לאסטל עד יוני.\n', words: '40 אמבולנסים (לפי NATO 2031) לאסטל' },
  { name: 'CRLF, lone CR and a byte order mark', file: 'g-windows.txt', content: '\uFEFFFirst line\r\nNorvia will deliver\rforty ambulances\r\n\r\nThe end\r\n', words: 'will deliver\nforty ambulances\n\nThe end' },
  { name: 'tabs', file: 'h-tabs.txt', content: 'Port\tShips\t\tTons\nEstal\t12 will come\t\t40\n', words: 'Estal\t12 will come\t\t40' },
  { name: 'no-break, thin and zero-width spaces', file: 'i-spaces.txt', content: 'Norvia\u00a0will\u200bdeliver\u2009forty\u202fships\u2060now\u00adadays.\n', words: 'will\u200bdeliver\u2009forty\u202fships\u2060now\u00adadays' },
  { name: 'form feeds', file: 'j-pages.txt', content: 'Page one ends.\fPage two will begin.\n\f\nThird page\n', words: 'ends.\fPage two will begin' },
  { name: 'a single line of 1 MB', file: 'k-line.txt', content: `Ledger. ${FILLER.repeat(19_000)}The harbour 🚢 will reopen. ${FILLER.repeat(5_000)}`, words: 'The harbour 🚢 will reopen.' },
  { name: 'an empty file', file: 'l-empty.txt', content: '', words: null },
]

/** Where the words lie, UTF-16 over the normalised text. */
export function wordsIn({ content, words }: TortureText): { readonly text: string; readonly start: number; readonly end: number } | null {
  if (words === null) return null
  const text = normaliseText(content)
  const start = text.indexOf(words)
  return { text, start, end: start + words.length }
}
