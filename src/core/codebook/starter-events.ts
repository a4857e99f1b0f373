import type { Label } from '../model/codebook.ts'

/** The seven kinds of event of the starter codebook. Square brackets in an example mark the span. */
export const starterEvents: Label[] = [
  {
    id: 'pledge',
    name: 'Pledge',
    key: 'P',
    tint: 'blue',
    underline: 'solid',
    kind: 'event',
    definition:
      'A side, or several sides together, commits itself to an act or a result that still lies ahead. Whether anyone ' +
      'could later check it does not decide the label: that is recorded in the attribute Testable.',
    include: [
      'The speaker, or the side the speaker speaks for, is the one bound: “will deliver”, “promised to lift”, ' +
      '“undertakes to”.',
      'Weaker forms too (“plans to”, “is ready to”, “may”); how firm it is goes into Commitment strength.',
      'Several sides that promise the same thing together: one pledge with all of them as actors.',
      'A meeting, visit or call that is announced and has not taken place (Kind of action: meet or negotiate).',
      'A promise not to do something (Kind of action: refrain).',
    ],
    exclude: [
      'A wish, a hope or a forecast: nobody is bound by it.',
      'Something asked of others: that is a Demand.',
      'Praise, sympathy or a description of one’s own merits.',
      'An act that is already done: Evidence if it shows a promise kept, else nothing.',
      'Terms that another side has accepted as well: that is an Agreement.',
    ],
    examples: [
      { text: 'Norvia [will deliver 40 ambulances to Estal by the end of June], its foreign minister said.' },
      { text: 'Prime Minister Ilma Ketrin [promised to lift the curfew] in every district.' },
      {
        text: 'Both governments [pledged to keep the strait “open to every doctor”].',
        note: 'One pledge, two actors; the quotation inside the span stays in it.',
      },
      { text: 'Norvia hopes that the port will reopen before winter.', counter: true, note: 'A hope binds nobody.' },
      {
        text: 'Norvia delivered 22 ambulances on Saturday.',
        counter: true,
        note: 'Done already: Evidence, if it shows what became of a promise.',
      },
    ],
    source: 'Comparative Pledges Project; PLOVER: AGREE; CAMEO 03',
    active: true,
  },
  {
    id: 'agreement',
    name: 'Agreement',
    key: 'A',
    tint: 'orange',
    underline: 'double',
    kind: 'event',
    definition:
      'Two or more sides accept the same terms. It counts at every stage, from acceptance in principle to being in ' +
      'force and to its end; the stage is an attribute.',
    include: [
      'A document that was signed, issued together, adopted or ratified.',
      'Terms that were accepted without a document: “agreed on a ceasefire”.',
      'A document that is to be signed: the terms are accepted, the stage is in principle, the temporal mode future.',
      'A noun phrase that stands for the document, where the article has no verb for it.',
      'A change of status between two sides: “raised their ties to a partnership”.',
    ],
    exclude: [
      'Talks without a result: that is a Consultation.',
      'What one side offers or proposes and the other has not accepted: a Pledge or a Demand.',
      'A single clause of a document: that is a Provision.',
    ],
    examples: [
      { text: 'The two governments [signed a memorandum on medical transport] in Estalport.' },
      { text: 'Estal and the Torrin Front [agreed on a ceasefire along the ridge] after ten weeks of talks.' },
      {
        text: 'The four ministers [will sign a convention on pilotage] in September.',
        note: 'The terms are accepted: in principle, future.',
      },
      {
        text: 'The two sides talked about a ferry line but came to no conclusion.',
        counter: true,
        note: 'No terms were accepted: Consultation.',
      },
      { text: 'Yunwan offered Sahrana a trade treaty.', counter: true, note: 'One side’s offer: Pledge.' },
    ],
    source: 'CAMEO 057; PLOVER: SUPPORT and AGREE; PA-X',
    active: true,
  },
  {
    id: 'provision',
    name: 'Provision',
    key: 'V',
    tint: 'teal',
    underline: 'dashed',
    kind: 'event',
    definition:
      'One obligation inside an agreement or a joint statement that the article names. Each clause with a governing ' +
      'verb of its own is a provision of its own, linked to its agreement by the relation Part of.',
    include: [
      'Each clause that says what a party shall, will or may do under the document.',
      'Weak clauses too: “may explore”, “can cooperate as needed”.',
      'A clause without an agent: “was to be examined”; the actors are then the parties.',
      'What a joint statement reports the parties as having said about their future conduct.',
    ],
    exclude: [
      'The preamble: recalling, noting, being mindful of.',
      'What one party says on its own account beside the document: that is a Pledge.',
      'A sentence that only describes the document, its length or its languages.',
    ],
    examples: [
      { text: 'Under the memorandum, Norvia [is to train 120 paramedics at its naval hospital].' },
      {
        text: 'Estal [is to exempt medical vehicles from import duty] and [publish monthly figures].',
        note: 'Two governing verbs, two provisions.',
      },
      { text: 'The Parties [may, where circumstances allow, explore a common pilotage service].' },
      {
        text: 'Recalling the Convention of 1987, and mindful of the losses suffered by crews of every flag, …',
        counter: true,
        note: 'A general preamble obliges nobody.',
      },
      {
        text: 'After the signing, Hallund said that her ministry would also pay for the fuel.',
        counter: true,
        note: 'Said beside the document, by one side: Pledge.',
      },
    ],
    source: 'PA-X; ATOP',
    active: true,
  },
  {
    id: 'consultation',
    name: 'Consultation',
    key: 'C',
    tint: 'violet',
    underline: 'dotted',
    kind: 'event',
    definition: 'A meeting, a visit or a call between sides that took place.',
    include: [
      'Meetings, visits, calls and rounds of talks that have happened or are going on.',
      'Talks that ended without a result.',
      'Mediation by a third side, with all three as actors.',
    ],
    exclude: [
      'A meeting that is only announced: Pledge, meet or negotiate.',
      'A meeting that did not come about.',
      'The result of a meeting: Agreement, Pledge or Refusal, beside the consultation.',
    ],
    examples: [
      { text: 'Hallund [met Estal’s health minister] in Estalport on Tuesday.' },
      { text: 'Oona Brask [spoke by telephone with the finance ministers of all four states].' },
      {
        text: 'The ministers will meet again in Estalport on 20 September.',
        counter: true,
        note: 'Announced, not held: Pledge, meet or negotiate.',
      },
    ],
    source: 'CAMEO 04; PLOVER: CONSULT',
    active: true,
  },
  {
    id: 'demand',
    name: 'Demand',
    key: 'D',
    tint: 'gold',
    underline: 'dashed',
    kind: 'event',
    definition: 'One side asks, urges or orders another side to commit itself or to act.',
    include: [
      'Requests, appeals, calls, warnings and ultimatums: “urged”, “called on”, “demanded that”.',
      'A promise made in someone else’s name, who did not make it.',
      'A demand for talks or for a document.',
    ],
    exclude: ['The speaker commits the speaker’s own side: Pledge.', 'A general opinion about how things ought to be.'],
    examples: [
      { text: 'Hallund [urged the Torrin Front to let relief convoys through].' },
      { text: 'The Kesh Strait Authority [called on Estal to restore the waiver].' },
      {
        text: 'Hallund said that her government would escort the convoys.',
        counter: true,
        note: 'The speaker binds the speaker’s own side: Pledge.',
      },
    ],
    source: 'PLOVER: REQUEST',
    active: true,
  },
  {
    id: 'refusal',
    name: 'Refusal',
    key: 'R',
    tint: 'rose',
    underline: 'wavy',
    kind: 'event',
    definition: 'A side declines to commit itself, withdraws from a commitment or suspends one.',
    include: [
      'A refusal of a demand, an offer or a document: “will not sign”.',
      'Withdrawal, suspension or cancellation of something promised or agreed.',
      'A vote against, where it stops the commitment.',
    ],
    exclude: [
      'Criticism that leaves the commitment as it was.',
      'A promise not to do something harmful: Pledge, refrain.',
      'A delay that nobody declared: Evidence.',
    ],
    examples: [
      { text: 'Estal [suspended its waiver of transit dues] on Wednesday.' },
      { text: 'Yunwan [said it would not pay for the pilots].' },
      {
        text: 'Norvia called the decision a poor overture but did not cancel the talks.',
        counter: true,
        note: 'Criticism; the talks stand.',
      },
    ],
    source: 'PLOVER: REJECT',
    active: true,
  },
  {
    id: 'evidence',
    name: 'Evidence',
    key: 'E',
    tint: 'slate',
    underline: 'solid',
    kind: 'event',
    definition:
      'Text that shows, by a fact, that a pledge or a provision was kept, delayed or broken, whether or not the ' +
      'pledge stands in the same article.',
    include: [
      'Deliveries, payments, openings, releases and figures that show how far something promised has come.',
      'Facts about what is going on now: “is paying for”, where a promise is being carried out.',
      'Facts that show the opposite: the thing promised did not happen, or something against it did.',
    ],
    exclude: [
      'An opinion without a fact: “they never keep their word”.',
      'A new promise about the same thing: Pledge, with New or repeat.',
      'Events that have nothing to do with any commitment.',
    ],
    examples: [
      { text: '[Twenty-two of the 40 ambulances rolled off a freighter in Estalport] on Saturday.' },
      {
        text: 'Of 61 sailors held by the two countries, [14 are still in custody].',
        note: 'Contradicts the promise to free them.',
      },
      {
        text: 'A retired pilot said that the Authority always promises more than it does.',
        counter: true,
        note: 'An opinion, no fact.',
      },
    ],
    source: 'Comparative Pledges Project; Polimètre',
    active: true,
  },
]
