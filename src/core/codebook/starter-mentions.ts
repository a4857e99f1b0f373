import type { Label } from '../model/codebook.ts'

/**
 * The mentions of the starter codebook. They are off: the register already holds the actors, and dates and amounts keep
 * the words they were read from. A project that wants them marked in the text turns them on.
 */
export const starterMentions: Label[] = [
  {
    id: 'actor',
    name: 'Actor',
    key: '1',
    tint: 'green',
    underline: 'solid',
    kind: 'mention',
    definition: 'The words that name a state, an organisation, a group or a person who speaks or acts for one.',
    include: [
      'The shortest complete phrase, with the office that makes the person an actor.',
      'Regions and organisations too.',
    ],
    exclude: ['Pronouns.', 'Places that are only places.'],
    examples: [
      { text: '[Foreign Minister Astri Hallund] said the ships were ready.' },
      { text: 'The offer came from [the Kesh Strait Authority].' },
      { text: 'The ships were moored in Norvia.', counter: true, note: 'A place here, not an actor.' },
    ],
    source: 'PLOVER',
    active: false,
  },
  {
    id: 'date',
    name: 'Date',
    key: '2',
    tint: 'green',
    underline: 'dashed',
    kind: 'mention',
    definition: 'The words that say when something is to happen or happened.',
    include: ['Calendar dates, weekdays, periods, and events that serve as dates (“once the channel is clear”).'],
    exclude: ['The date header of the article.', 'How long something lasts, where no end follows from it.'],
    examples: [
      { text: 'Norvia will deliver them [by the end of June].' },
      { text: 'The first twelve will sail [within ten days of the channel being declared safe].' },
      { text: 'The ceremony lasted two hours.', counter: true, note: 'A length, not a date.' },
    ],
    source: 'PLOVER',
    active: false,
  },
  {
    id: 'amount',
    name: 'Amount',
    key: '3',
    tint: 'green',
    underline: 'dotted',
    kind: 'mention',
    definition: 'The words that say how much or how many of something is promised, agreed, given or withheld.',
    include: ['The number with its unit and with “at least”, “up to” or “some”.'],
    exclude: ['Numbers of dates, articles or paragraphs.', 'Numbers of the background.'],
    examples: [
      { text: 'Yunwan will contribute [18 million strait crowns] to the fund.' },
      { text: 'Norvia will train [up to 120 paramedics].' },
      { text: 'Under article 12, the parties meet every year.', counter: true, note: 'The number of an article.' },
    ],
    source: 'PLOVER',
    active: false,
  },
  {
    id: 'condition',
    name: 'Condition',
    key: '4',
    tint: 'green',
    underline: 'wavy',
    kind: 'mention',
    definition: 'The words that make a commitment depend on something.',
    include: ['The whole clause with its conjunction: “if”, “unless”, “provided that”, “subject to”.'],
    exclude: ['A reason: “because”, “in view of”.', 'A date that only says when.'],
    examples: [
      { text: 'Norvia will deliver 40 ambulances [if the port of Estalport reopens to freight].' },
      { text: 'Sahrana shall, [subject to approval by its parliament], reduce the storage charges.' },
      {
        text: 'Because the port is closed, the ambulances will come by road.',
        counter: true,
        note: 'A reason, not a condition.',
      },
    ],
    source: 'PLOVER',
    active: false,
  },
  {
    id: 'instrument',
    name: 'Instrument',
    key: '5',
    tint: 'green',
    underline: 'double',
    kind: 'mention',
    definition:
      'The words that name a document, a fund, a programme or a body through which a commitment is made or carried ' +
      'out.',
    include: ['Titles and short names of treaties, memorandums, funds and programmes.'],
    exclude: ['The act of signing: that is the Agreement.', 'Newspapers and reports that only carry the news.'],
    examples: [
      { text: 'The dues were waived under [the Port Kesh communiqué].' },
      { text: 'The money comes from [the clearance fund].' },
      {
        text: 'The Brennvik Courier printed the list.',
        counter: true,
        note: 'It carries the news; it is no instrument.',
      },
    ],
    source: 'PLOVER',
    active: false,
  },
  {
    id: 'source',
    name: 'Source',
    key: '6',
    tint: 'slate',
    underline: 'dotted',
    kind: 'mention',
    definition: 'The words that name whoever the article has the information from.',
    include: ['People, offices, documents and media to which a statement is attributed, named or not.'],
    exclude: ['The verb of saying.', 'An actor who is not the one who says it.'],
    examples: [
      { text: 'The talks came to no conclusion, [officials] said.' },
      { text: '[A spokesman for the Torrin Front] denied the report.' },
      { text: 'Hallund was accompanied by two advisers.', counter: true, note: 'Nobody says anything.' },
    ],
    source: 'PLOVER',
    active: false,
  },
]
