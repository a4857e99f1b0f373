import type { Attribute } from '../model/codebook.ts'
import { ALL, COMMITMENTS, EVENTS, OWN } from './starter-carriers.ts'
import * as lists from './starter-values.ts'

/** Who gains and acts, on what condition, how much and by when. */
export const starterTerms: Attribute[] = [
  {
    id: 'beneficiary',
    name: 'Beneficiary',
    help: 'Who gains, where that is not the counterpart.',
    type: 'entities',
    labels: COMMITMENTS,
    stage: 'if_stated',
    source: OWN,
  },
  {
    id: 'performer',
    name: 'Performer',
    help: 'Who is to act, where that is not the actor: a company, an agency, another state.',
    type: 'entities',
    labels: COMMITMENTS,
    stage: 'if_stated',
    source: OWN,
  },
  {
    id: 'condition',
    name: 'Condition',
    help: 'The annotation that it depends on: a mention marked as Condition, or another event.',
    type: 'link',
    labels: COMMITMENTS,
    stage: 'if_stated',
    relation: 'conditional_on',
    source: OWN,
  },
  {
    id: 'condition_text',
    name: 'Condition: words',
    help: 'What it depends on, in the words of the text, with “if” or “unless”.',
    type: 'text',
    labels: COMMITMENTS,
    stage: 'if_stated',
    source: OWN,
  },
  {
    id: 'amount',
    name: 'Amount',
    help:
      'How much or how many, with the words it was read from. Money takes its ISO 4217 code. “Up to 120” has no ' +
      'least amount and 120 as the most; a range has both.',
    type: 'quantity',
    labels: ['pledge', 'agreement', 'provision'],
    stage: 'if_stated',
    units: ['people', 'items', '%', 'USD', 'EUR', 'GBP', 'CNY', 'JPY'],
    source: 'Own',
  },
  {
    id: 'deadline',
    name: 'Deadline',
    help:
      'By when, or during which period, with the words it was read from and no more precision than they have: “by ' +
      'June” is a month. An event that serves as a date (“once the channel is clear”) has the precision Event.',
    type: 'date',
    labels: COMMITMENTS,
    stage: 'if_stated',
    source: 'Polimètre',
  },
  {
    id: 'new_or_repeat',
    name: 'New or repeat',
    help: 'How it stands to an earlier commitment of the same actor on the same matter.',
    type: 'choice',
    labels: COMMITMENTS,
    stage: 'if_stated',
    values: lists.repeats,
    source: OWN,
  },
]

/** When, who says so, and how sure the coder is. */
export const starterCircumstances: Attribute[] = [
  {
    id: 'statement_date',
    name: 'Date of the statement',
    help:
      'When it was said, signed or done. Filled from the dateline: a weekday named in the text is most often the ' +
      'dateline’s own day. A statement recalled from the past (temporal mode historical) is not filled, because the ' +
      'dateline is not its date.',
    type: 'date',
    labels: EVENTS,
    stage: 'if_stated',
    default: { rule: 'article_date', unless: { attribute: 'temporal_mode', equals: ['historical'] } },
    source: 'PA-X',
  },
  {
    id: 'temporal_mode',
    name: 'Temporal mode',
    help:
      'When the act itself lies: the promising, signing, meeting, asking. It says nothing about when the promise ' +
      'falls due.',
    type: 'choice',
    labels: EVENTS,
    stage: 'if_stated',
    default: { rule: 'value', value: 'current' },
    values: lists.temporalModes,
    source: 'PLOVER: modes',
  },
  {
    id: 'attribution_form',
    name: 'Form of attribution',
    help:
      'Whose words these are. Filled in where quotation marks in or around the span tell; without marks it is for ' +
      'you to say.',
    type: 'choice',
    labels: EVENTS,
    stage: 'before_done',
    default: { rule: 'quotation_marks' },
    values: lists.attributionForms,
    source: OWN,
  },
  {
    id: 'attribution_source',
    name: 'Who says so',
    help:
      'To whom the article attributes it: a person, an office, a document. A source without a name is recorded as ' +
      '“anonymous”.',
    type: 'entities',
    labels: EVENTS,
    stage: 'if_stated',
    source: OWN,
  },
  {
    id: 'certainty',
    name: 'Certainty',
    help: 'How sure you are of this record as a whole, not how likely the promise is to be kept.',
    type: 'scale',
    labels: EVENTS,
    stage: 'if_stated',
    default: { rule: 'value', value: '3' },
    values: lists.certainties,
    source: OWN,
  },
  {
    id: 'certainty_reason',
    name: 'Certainty: reason',
    help: 'Why it is doubtful, and what the other reading would be. Needed when certainty is 1.',
    type: 'text',
    labels: EVENTS,
    stage: 'if_stated',
    required_when: { attribute: 'certainty', equals: ['1'] },
    source: OWN,
  },
  {
    id: 'comment',
    name: 'Comment',
    help: 'Anything a colleague or the reviewer should know. Not a place for what has an attribute of its own.',
    type: 'text',
    labels: ALL,
    stage: 'if_stated',
    source: 'PLOVER',
  },
]
