import type { z } from 'zod'
import type { decisionRuleSchema } from '../model/codebook.ts'

/** Rules 1 to 6 choose the label: the first that matches. Rules 7 to 10 hold for all of them. */
export const starterRules: z.infer<typeof decisionRuleSchema>[] = [
  {
    id: 'rule_1',
    text:
      'A document was signed, issued or adopted, or two or more sides accepted the same terms: Agreement, at its ' +
      'stage. “Will sign” is an Agreement too: in principle, with the temporal mode future.',
  },
  {
    id: 'rule_2',
    text:
      'It is a clause of such a document: Provision, one for each governing verb, part of its Agreement. An ' +
      'Agreement may itself be part of an Agreement.',
  },
  {
    id: 'rule_3',
    text: 'A side, or several sides jointly (“both pledged”), binds itself for the future: Pledge.',
  },
  {
    id: 'rule_4',
    text: 'It would bind someone else: Demand. A side declines, withdraws or suspends: Refusal.',
  },
  {
    id: 'rule_5',
    text: 'A meeting, a visit or a call took place: Consultation. One that is announced: Pledge, meet or negotiate.',
  },
  {
    id: 'rule_6',
    text: 'Something happened that shows a commitment kept, delayed or broken: Evidence.',
  },
  {
    id: 'rule_7',
    text:
      'The span is the governing verb with its object and what belongs to it: without the subject, without quotation ' +
      'marks around the whole, with scare quotes and quotations inside. Coordinated verbs are separate spans that ' +
      'share pieces: from “pledging to cut dues and open the port” come “pledging to … cut dues” and “pledging to … ' +
      'open the port”. A noun phrase may stand for a document.',
  },
  {
    id: 'rule_8',
    text:
      'A pledge that someone else reports keeps the one who made it as actor. Actors who act together are one list ' +
      'on one record, never a copy for each country; pairs of countries are made at export. Regions and ' +
      'organisations are actors too.',
  },
  {
    id: 'rule_9',
    text:
      'A promise that cannot be tested stays a Pledge, with Testable = no. So strict and broad counts come from one ' +
      'coding.',
  },
  {
    id: 'rule_10',
    text:
      'Never code section titles, headlines, the date header, background, or claims about effects (“would give the ' +
      'region a backbone”). Temporal mode speaks of the act, the date of the statement of when it was stated.',
  },
]
