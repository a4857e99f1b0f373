import type { Attribute } from '../model/codebook.ts'
import { AGREEMENT, COMMITMENTS, EVENTS, OWN } from './starter-carriers.ts'
import { starterCircumstances, starterTerms } from './starter-terms.ts'
import * as lists from './starter-values.ts'
import { topics } from './starter-topics.ts'

const STRENGTH_SOURCE = 'Krishnarajan & Jensen 2021; Dupont et al. 2018'

/** Who, to whom, about what, and how firmly. */
const core: Attribute[] = [
  {
    id: 'actor',
    name: 'Actor',
    help:
      'Who commits, agrees, meets, asks or refuses; for Evidence, whose conduct it shows. Choose from the register, ' +
      'with country code and sector. Sides that act together go into one list. An agreement lists every party here. ' +
      'A minister who speaks for a government is that government.',
    type: 'entities',
    labels: EVENTS,
    stage: 'now',
    source: 'PLOVER: actor',
  },
  {
    id: 'counterpart',
    name: 'Counterpart',
    help:
      'To whom it is addressed: who is promised something, asked, met or refused. Leave it out on an agreement, ' +
      'whose parties are all actors, unless someone mediated or guarantees it.',
    type: 'entities',
    labels: EVENTS,
    stage: 'if_stated',
    source: 'PLOVER: recipient',
  },
  {
    id: 'commitment_strength',
    name: 'Commitment strength',
    help:
      'How firmly the words bind. Read the governing verb, not your knowledge of the speaker. A condition outranks ' +
      '“will”.',
    type: 'scale',
    labels: COMMITMENTS,
    stage: 'now',
    values: lists.commitmentStrengths,
    source: STRENGTH_SOURCE,
  },
  {
    id: 'agreement_stage',
    name: 'Stage of the agreement',
    help: 'How far it had come when the article was written. A document still to be signed is in principle.',
    type: 'choice',
    labels: AGREEMENT,
    stage: 'now',
    values: lists.agreementStages,
    source: 'CAMEO and PLOVER tell stages apart; the list is our own: a domain expert should confirm it',
  },
  {
    id: 'topic',
    name: 'Topic',
    help:
      'What it is about, at most three, the weightiest first. A signed list of documents takes the fields of the ' +
      'list.',
    type: 'choices',
    labels: EVENTS,
    stage: 'before_done',
    values: topics,
    max_values: 3,
    source: 'PLOVER: contexts',
  },
  {
    id: 'action_type',
    name: 'Kind of action',
    help: 'What is to be done. Choose the most telling one; a promise not to act is always Refrain.',
    type: 'choice',
    labels: COMMITMENTS,
    stage: 'before_done',
    values: lists.actionTypes,
    source: 'CAMEO 031–038; PLOVER',
  },
  {
    id: 'target_kind',
    name: 'Action or outcome',
    help: 'Is an act promised, or a state of affairs that may depend on others as well?',
    type: 'choice',
    labels: ['pledge'],
    stage: 'before_done',
    values: lists.targetKinds,
    source: 'Comparative Pledges Project',
  },
  {
    id: 'specificity',
    name: 'Specificity',
    help: 'How closely the words say what will count as done. A date alone can make an act measurable.',
    type: 'scale',
    labels: COMMITMENTS,
    stage: 'before_done',
    values: lists.specificities,
    source: STRENGTH_SOURCE,
  },
  {
    id: 'testable',
    name: 'Testable',
    help:
      'Could anyone find out later whether it was kept? A promise that cannot be tested stays a pledge: strict ' +
      'counts leave it out, broad counts keep it.',
    type: 'choice',
    labels: COMMITMENTS,
    stage: 'before_done',
    values: lists.testabilities,
    source: 'Comparative Pledges Project',
  },
  {
    id: 'testable_note',
    name: 'Testable: note',
    help: 'What one would look at to test it, or why it cannot be tested.',
    type: 'text',
    labels: COMMITMENTS,
    stage: 'if_stated',
    source: 'Comparative Pledges Project',
  },
]

/** What an agreement and evidence are asked besides. */
const kinds: Attribute[] = [
  {
    id: 'agreement_type',
    name: 'Kind of agreement',
    help:
      'What the document or the understanding is. A peace agreement that also carries out an earlier one is ' +
      'Implementation.',
    type: 'choice',
    labels: AGREEMENT,
    stage: 'before_done',
    values: lists.agreementTypes,
    source: 'PA-X; ATOP; own parts: a domain expert should confirm the list',
  },
  {
    id: 'form',
    name: 'Form',
    help:
      'How many parties, and whether a third side brought them together. Counted from the actors until you say ' +
      'otherwise.',
    type: 'choice',
    labels: AGREEMENT,
    stage: 'before_done',
    default: { rule: 'form_from_actors', attribute: 'actor' },
    values: lists.forms,
    source: 'PLOVER',
  },
  {
    id: 'binding',
    name: 'Binding',
    help: 'Whether the text says that the agreement binds in law. Do not conclude it from the kind alone.',
    type: 'choice',
    labels: AGREEMENT,
    stage: 'if_stated',
    values: lists.bindings,
    source: OWN,
  },
  {
    id: 'evidence_direction',
    name: 'Direction of the evidence',
    help: 'What the fact says about the commitment: kept or on the way, late, or broken.',
    type: 'choice',
    labels: ['evidence'],
    stage: 'before_done',
    values: lists.evidenceDirections,
    source: OWN,
  },
]

export const starterAttributes: Attribute[] = [...core, ...kinds, ...starterTerms, ...starterCircumstances]
