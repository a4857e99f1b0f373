import { below, type Random } from '../../agreement/random.ts'

/** A character with an identity of its own: through every edit it is known which of two equal ones it is. */
export interface Glyph {
  readonly unit: string
  readonly id: number
}

export type Paragraph = readonly (readonly Glyph[])[]

/** Makes articles whose every character is known by name. */
export interface Writer {
  /** A sentence with new characters; what it says may have been said before. */
  sentence(): Glyph[]
  paragraph(): Paragraph
  /** One of the few paragraphs that are repeated from article to article, with new characters. */
  boilerplate(): Paragraph
  glyphs(text: string): Glyph[]
}

const WHO = ['Norvia', 'Estal', 'the ministry', 'the envoy', 'Minister Ketrin', 'the two governments', '外務省', 'الوزارة', 'the mayor of Estalport', 'Zoë Čermák']
const DOES = ['will deliver', 'has agreed to pay for', 'refused to discuss', 'promised', 'will not finance', 'called for', 'confirmed', 'offered', '同意提供', 'وافقت على']
const WHAT = ['40 ambulances', 'the new bridge', 'a ceasefire', 'medical supplies', 'two ferries', 'the port of Estalport', '医疗用品', 'aid', 'the talks', 'e\u0301quipes 👩‍🚒 de secours']
const WHEN = ['by June', 'this year', 'on Monday', 'before winter', 'within 30 days', '', '', 'if the port reopens', '年内', 'at once']
const LINKS = ['', '', 'However, ', 'He said that ', 'According to the statement, ', 'In return, ', 'Asked about it, the spokesman said: ']
const BOILERPLATE = [
  ['Read more about the talks on our pages.', 'All times are local.'],
  ['The ministry did not answer questions.'],
  ['This article was updated.', 'The ministry will publish the text on Monday.'],
  ['* * *'],
  ['Norvia will deliver aid.'],
]

export function createWriter(random: Random): Writer {
  let next = 0
  const one = <T>(choices: readonly T[]): T | undefined => choices[below(random, choices.length)]
  const glyphs = (text: string): Glyph[] => Array.from({ length: text.length }, (_, index) => ({ unit: text.charAt(index), id: next++ }))
  const sentence = (): Glyph[] => {
    const clause = () => [one(WHO), one(DOES), one(WHAT), one(WHEN)].filter(Boolean).join(' ')
    const long = random() < 0.35 ? `, and ${clause()}` : ''
    const said = `${one(LINKS)}${clause()}${long}.`
    return glyphs(said.charAt(0).toUpperCase() + said.slice(1))
  }
  return {
    glyphs,
    sentence,
    paragraph: () => Array.from({ length: 1 + below(random, 5) }, sentence),
    boilerplate: () => (one(BOILERPLATE) ?? []).map(glyphs),
  }
}

/** The text of paragraphs: sentences with a blank between them, paragraphs with an empty line. Separators get characters of their own. */
export function written(paragraphs: readonly Paragraph[]): Glyph[] {
  const text: Glyph[] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0) text.push({ unit: '\n', id: -1 }, { unit: '\n', id: -1 })
    for (const [place, sentence] of paragraph.entries()) {
      if (place > 0) text.push({ unit: ' ', id: -1 })
      text.push(...sentence)
    }
  }
  return text
}

export function textOf(glyphs: readonly Glyph[]): string {
  return glyphs.map(({ unit }) => unit).join('')
}
