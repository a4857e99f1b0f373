import type { z } from 'zod'
import type { workedExampleSchema } from '../model/codebook.ts'

/** Worked cases. Square brackets in a text mark the spans, in the order in which the coding speaks of them. */
export const starterExamples: z.infer<typeof workedExampleSchema>[] = [
  {
    id: 'ambulances',
    text:
      'Norvia [will deliver 40 ambulances to Estal by June if the port reopens], its foreign minister said after the ' +
      'two [signed a transport memorandum].',
    coding:
      'Pledge “will deliver 40 ambulances to Estal by June if the port reopens”: actor Norvia (GOV), counterpart ' +
      'Estal, topic health, material aid, action, conditional, measurable, amount 40 items (“40 ambulances”), ' +
      'deadline June with the precision month, condition “if the port reopens”, paraphrase, testable: yes.\n' +
      'Agreement “signed a transport memorandum”: Norvia and Estal both as actors, signed, memorandum, bilateral.',
  },
  {
    id: 'joint_pledge',
    text: 'Ketrin and Hallund [both pledged to build “a strait of good neighbours”].',
    coding:
      'One Pledge, not two: the two sides bind themselves together, so both stand in one list of actors (Estal GOV, ' +
      'Norvia GOV). Outcome, firm, vague. Testable: no, because no fact could show such a strait built; it stays a ' +
      'Pledge all the same. Partial quote.',
  },
  {
    id: 'joint_statement_continues',
    text:
      'In a joint statement issued after the talks, the ministers said both countries [would continue to respect the ' +
      'fishing line of 1987].',
    coding:
      'Provision, not Pledge: it is a clause of a document that the sides issued together. Part of the Agreement ' +
      '“joint statement” (signed, joint statement). Both countries as actors, refrain, firm, new or repeat: repeated ' +
      '(“continue to”).',
  },
  {
    id: 'many_documents',
    text:
      'Estal and Yunwan [signed 14 documents, which included agreements on pilot training, cold storage and undersea ' +
      'cables].',
    coding:
      'One Agreement for the set: both as actors, signed, kind: other, bilateral, amount 14 items (“14 documents”). ' +
      'The listed fields become its topics: education, trade, infrastructure. A document that the article goes on to ' +
      'describe gets an Agreement of its own, part of this one.',
  },
  {
    id: 'recalled_pledge',
    text:
      'date 2031-10-08 ESTALPORT: … Finance Minister Oskar Lent [has promised that the state will not fall behind on ' +
      'its bonds]. …',
    coding:
      'Pledge: actor Estal (GOV), action, refrain, firm, paraphrase. The promise was made before this article and is ' +
      'only recalled, so temporal mode: historical, and the dateline is not its date; the date of the statement ' +
      'stays open unless the text gives it.',
  },
  {
    id: 'ongoing_help',
    text: 'Sahrana [is helping to pay for the new lighthouse at Skarn], officials said.',
    coding:
      'Evidence, supports: it is going on, nobody binds themselves here. The commitment that it shows kept does not ' +
      'stand in this article; no relation is needed, and if the project has the pledge elsewhere, Evidence for can ' +
      'lead there. Actor Sahrana (GOV).',
  },
  {
    id: 'no_agent',
    text: 'According to the communiqué, a common rescue service [was being looked into with great energy].',
    coding:
      'Provision, part of the communiqué’s Agreement. Exploratory and vague whatever the adverb, because looking ' +
      'into something binds nobody to do it. The clause names no agent: the parties to the communiqué are the ' +
      'actors. Testable: no.',
  },
  {
    id: 'performer_differs',
    text: 'Under the memorandum, the port companies of both states [can share their tugboats as the need arises].',
    coding:
      'Provision, part of the memorandum. The states that signed are the actors, the companies (BUS) the performers. ' +
      'Exploratory (“can”, “as the need arises”). Economic cooperation, topic infrastructure.',
  },
  {
    id: 'ties_raised',
    text:
      'Norvia and Yunwan [raised their ties to a standing partnership] on Monday. … The [standing partnership] will ' +
      'be marked with a concert.',
    coding:
      'First span: Agreement, change of status, in force (it works from the moment it is declared), bilateral, both ' +
      'as actors. Second span: a later mention, coded as Agreement with the relation Same as to the first and no ' +
      'values of its own beyond the actors.',
  },
  {
    id: 'weekday',
    text: 'date 2031-11-27 UPPER TORRIN: The government and the Torrin Front [signed a ceasefire] on Thursday. …',
    coding:
      'Agreement: signed, ceasefire. The weekday is the dateline’s own day, 27 November 2031 was a Thursday, so the ' +
      'date of the statement is the one filled in; confirm it. A mediator named further down makes the form Mediated ' +
      'and is a counterpart.',
  },
  {
    id: 'shared_pieces',
    text:
      'Sahrana’s minister ended the visit [pledging to] [lower the storage charges] and [reopen the grain terminal].',
    coding:
      'Two Pledges that share a piece: “pledging to … lower the storage charges” and “pledging to … reopen the grain ' +
      'terminal”. Each has its own kind of action and can be kept or broken alone.',
  },
  {
    id: 'reported_pledge',
    text: 'Yunwan’s envoy said that the Torrin Front [had undertaken to hand back the waterworks].',
    coding:
      'Pledge of the one who made it: actor the Torrin Front (REB). Yunwan’s envoy is who says so. Withdraw or ' +
      'release; temporal mode historical if the undertaking was given earlier.',
  },
  {
    id: 'claimed_effect',
    text: 'The new railway would give the coast a backbone, the ministry’s brochure says.',
    coding: 'Nothing. A claim about effects binds nobody, however much it sounds like a promise.',
  },
]
