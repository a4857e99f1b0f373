import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHeader } from './header.ts'
import { awkwardText } from './testing/awkward-text.ts'

/** Text (the header up to ¦), date, dateline. */
const HEADERS: readonly [string, string | null, string | null][] = [
  ['date 2025-04-24 BEIJING:¦ China and Kenya announced', '2025-04-24', 'BEIJING'],
  [' date 2025-04-24 BEIJING:¦ China', '2025-04-24', 'BEIJING'],
  ['\n\n\t date 2031-03-04 PORT LOUIS:¦\nTwo ministers', '2031-03-04', 'PORT LOUIS'],
  ['date 2025-04-24¦\n\nThe two sides', '2025-04-24', null],
  ['date 2025-04-24¦', '2025-04-24', null],
  ['date: 2025-04-24¦ The two sides', '2025-04-24', null],
  ['date 2024-02-29 SÃO PAULO/BRASÍLIA:¦ The', '2024-02-29', 'SÃO PAULO/BRASÍLIA'],
  ['date 2025-04-24 WASHINGTON, D.C. —¦ The', '2025-04-24', 'WASHINGTON, D.C.'],
  ['date 2025-04-24 北京：¦中国与肯尼亚', '2025-04-24', '北京'],
  ['date 2025-04-24¦ 国家主席强调：中国', '2025-04-24', null],
  ['date 2025-04-24¦ قال الرئيس: سنفعل', '2025-04-24', null],
  ['date 2025-04-24¦ NOTE: a draft', '2025-04-24', null],
  ['BEIJING, MAY 5, 2031 (XINHUA) --¦ CHINA', '2031-05-05', 'BEIJING'],
  ['date 2025-04-24 القاهرة:¦ اتفقت', '2025-04-24', 'القاهرة'],
  ['date 2025-04-24 ירושלים:¦ הסכם', '2025-04-24', 'ירושלים'],
  ['date 2025-04-24 МОСКВА:¦ Стороны', '2025-04-24', 'МОСКВА'],
  ['date 2025-04-24 กรุงเทพ:¦ ไทย', '2025-04-24', 'กรุงเทพ'],
  ['date 2025-04-24 NEW DELHI (AFP) -¦ India', '2025-04-24', 'NEW DELHI'],
  ['date 2025-04-24\n\nLONDON (Reuters) -¦ Ministers', '2025-04-24', 'LONDON'],
  ['BEIJING, April 24 (Xinhua) --¦ China', null, 'BEIJING'],
  ['BEIJING, April 24, 2025 (Xinhua) --¦ China', '2025-04-24', 'BEIJING'],
  ['BEIJING, April 24, 2025:¦ China', '2025-04-24', 'BEIJING'],
  ['BEIJING, 24 April 2025 –¦ China', '2025-04-24', 'BEIJING'],
  ['BEIJING April 24 (Reuters) -¦ China', null, 'BEIJING'],
  ['LONDON (Reuters) -¦ Ministers said', null, 'LONDON'],
  ['LONDON/PARIS (Reuters) -¦ Ministers said', null, 'LONDON/PARIS'],
  ['WASHINGTON, D.C., Sept. 3, 2030 (AP) —¦ The', '2030-09-03', 'WASHINGTON, D.C.'],
  ['RIO DE JANEIRO, Brazil (AP) —¦ The', null, 'RIO DE JANEIRO, Brazil'],
  ['ADDIS ABABA, Ethiopia, Mar 5, 2031 (ENA) —¦ The', '2031-03-05', 'ADDIS ABABA, Ethiopia'],
  ["N'DJAMENA (AFP) —¦ The", null, "N'DJAMENA"],
  ['ST. PETERSBURG, June 3 (TASS) --¦ The', null, 'ST. PETERSBURG'],
  ['PARIS, 1er mars 2031 (AFP) -¦ Le', '2031-03-01', 'PARIS'],
  ['BERLIN, 3. März 2031 (dpa) -¦ Die', '2031-03-03', 'BERLIN'],
  ['MADRID, 3 de marzo de 2031 (EFE) -¦ El', '2031-03-03', 'MADRID'],
  ['新华社北京4月24日电¦ 中国', null, '北京'],
  ['新华社内罗毕2025年4月24日电（记者张三）¦肯尼亚', '2025-04-24', '内罗毕'],
  ['بكين، 24 أبريل 2025 (شينخوا) --¦ اتفقت', '2025-04-24', 'بكين'],
  ['Two countries upgrade ties\n\nBEIJING, April 24, 2025 (Xinhua) --¦ China', '2025-04-24', 'BEIJING'],
  ['# Two countries upgrade ties\n\ndate 2025-04-24 BEIJING:¦ China', '2025-04-24', 'BEIJING'],
]

const SENTENCES: readonly string[] = [
  '',
  '   \n',
  'China and Kenya announced that they had upgraded ties.',
  'Date 2025-04-24 was chosen for the vote.',
  'date 2025-02-30 BEIJING: China',
  'date 2025-13-01',
  'date 2023-02-29 BEIJING: China',
  'date 2025-04-241 BEIJING: China',
  'date 2025-04-24T10:00 BEIJING: China',
  'date 2025-04-24/25 BEIJING: China',
  'update 2025-04-24 BEIJING: China',
  'The date 2025-04-24 BEIJING: China',
  'NOTE: this is a draft.',
  'WHO (World Health Organization) - a body of the United Nations',
  'NATO: an alliance under strain',
  'NATO - the alliance - said so.',
  'BEIJING: China and Kenya',
  'HAMLET: To be, or not to be',
  'UPDATE (Reuters) - Ministers',
  'WHO (the World Health Organization) said on Friday',
  'I (Reuters) - no place has one letter',
  'Beijing, April 24 (Xinhua) -- mixed case is a sentence',
  'BEIJING, April 31, 2025: no such day',
  'BEIJING, Monday 24, 2025: no such month',
  'BEIJING (Reuters) Ministers said',
  'INCREASED COOPERATION\n\nRuto and Xi',
  'In April 24, 2025: the parties',
  'A PLEDGE, April 24 came and went',
  '中国与肯尼亚宣布：建立新关系',
  '他说（记者）：好',
  'اتفقت الدولتان: على',
  `${'A long first paragraph goes on and on. '.repeat(8)}\nLONDON (Reuters) - Ministers`,
  'One\nTwo\nThree\nLONDON (Reuters) - Ministers',
]

describe('readHeader', () => {
  it.each(HEADERS)('reads %j', (marked, date, dateline) => {
    const text = marked.replace('¦', '')
    const header = readHeader(text)
    expect(header).toMatchObject({ date, dateline, end: marked.indexOf('¦') })
    expect(text.slice(header?.start, header?.end)).toMatch(/^\S[^]*\S$/)
  })

  it.each(SENTENCES)('finds none in %j', (text) => {
    expect(readHeader(text)).toBeNull()
  })

  it('never throws, and its range is inside the text', () => {
    const start = fc.constantFrom('date 2031-03-04 ', 'BEIJING, April 24', 'LONDON (', '新华社', ' ', '')
    fc.assert(
      fc.property(start, awkwardText(), (head, tail) => {
        const header = readHeader(head + tail)
        if (header) expect(header.start < header.end && header.end <= head.length + tail.length).toBe(true)
      }),
    )
  })

  it('does not stall on a very long line of capitals', () => {
    expect(readHeader('A B C, '.repeat(100_000))).toBeNull()
    expect(readHeader('北'.repeat(1_000_000))).toBeNull()
  })
})
