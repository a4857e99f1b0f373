import type { ChoiceValue } from '../model/codebook.ts'

/**
 * Values of the starter codebook's choices and scales, by attribute. `not stated` is offered everywhere and is no
 * value.
 */
function values(rows: readonly (readonly [id: string, name: string, definition: string])[]): ChoiceValue[] {
  return rows.map(([id, name, definition]) => ({ id, name, definition }))
}

export const sectors = values([
  ['GOV', 'Government', 'Heads of state and government, ministries, embassies, local administrations.'],
  ['LEG', 'Legislature', 'Parliaments, their chambers and committees.'],
  ['JUD', 'Judiciary', 'Courts, judges and public prosecutors.'],
  ['MIL', 'Military', 'Armed forces, border troops and police under military command.'],
  ['PTY', 'Party', 'Political parties and candidates, whether in government or not.'],
  ['REB', 'Armed opposition', 'Rebel and separatist groups that bear arms.'],
  ['IGO', 'Intergovernmental organisation', 'Organisations whose members are states, and their envoys.'],
  ['NGO', 'Non-governmental organisation', 'Charities, foundations and advocacy organisations.'],
  ['BUS', 'Business', 'Companies, banks and their associations.'],
  ['CVL', 'Civilians', 'Citizens, communities, trade unions and churches without an office of state.'],
  ['other', 'Other', 'None of these; say what it is in the comment.'],
])

export const actionTypes = values([
  ['material_aid', 'Material aid', 'Goods, money, experts or services are given without an equal return.'],
  ['economic_cooperation', 'Economic cooperation', 'Trade, investment, loans or joint projects of benefit to both.'],
  [
    'military_cooperation',
    'Military cooperation',
    'Arms, training, exercises, bases, intelligence or security guarantees.',
  ],
  ['ease_restriction', 'Ease a restriction', 'A ban, sanction, toll, curfew or blockade is lifted or made milder.'],
  [
    'withdraw_or_release',
    'Withdraw or release',
    'Troops are pulled back, territory is handed over, people or property are set free.',
  ],
  ['cease_hostilities', 'Cease hostilities', 'Fighting is stopped or paused.'],
  ['meet_or_negotiate', 'Meet or negotiate', 'A meeting, a visit, a call or talks are to take place.'],
  ['accept_mediation', 'Accept mediation', 'A third side may mediate, arbitrate, observe or inspect.'],
  [
    'legal_or_political_reform',
    'Legal or political reform',
    'Laws, institutions, offices or elections are changed or held.',
  ],
  [
    'support_statement',
    'Statement of support',
    'Backing, recognition or solidarity is declared, with no further act named.',
  ],
  ['refrain', 'Refrain', 'Something is not to be done.'],
  ['other', 'Other', 'None of these; say what it is in the comment.'],
])

export const targetKinds = values([
  ['action', 'Action', 'What is promised is something to be done: “will send trucks”.'],
  [
    'outcome',
    'Outcome',
    'What is promised is a state of affairs, whoever brings it about: “no household will be without power”.',
  ],
])

/** From the strongest to the weakest. */
export const commitmentStrengths = values([
  ['firm', 'Firm', 'Bound without reserve: “will”, “shall”, “undertakes to”.'],
  ['conditional', 'Conditional', 'Bound if something else comes about first.'],
  ['intention', 'Intention', 'Means to, without being bound: “plans to”, “intends to”, “seeks to”.'],
  ['exploratory', 'Exploratory', 'Holds a possibility open: “may”, “can”, “is ready to consider”.'],
])

/** From the most to the least specific. */
export const specificities = values([
  ['measurable', 'Measurable', 'There is a number, a date or another yardstick to measure the result by.'],
  ['specific', 'Specific', 'The act is clear enough to say whether it happened, though nothing is to be counted.'],
  ['vague', 'Vague', 'No act or result can be told from the words.'],
])

export const testabilities = values([
  ['yes', 'Yes', 'From public information two people would come to the same judgement whether it was kept.'],
  ['partly', 'Partly', 'A part can be tested, or it can be tested only with information that is hard to come by.'],
  ['no', 'No', 'No fact could show that it was kept or broken.'],
])

export const temporalModes = values([
  ['current', 'Current', 'The act of committing, agreeing, meeting, asking or refusing is the news of this article.'],
  ['historical', 'Historical', 'The act lies further back and is recalled here.'],
  ['future', 'Future', 'The act itself is still to come: “will sign”.'],
  ['hypothetical', 'Hypothetical', 'The act is only imagined or supposed: “if they were to sign”.'],
  ['negated', 'Negated', 'The text says that the act did not take place: “did not promise”.'],
])

export const repeats = values([
  ['new', 'New', 'Nothing in the text or in what you know of the corpus shows an earlier one.'],
  ['repeated', 'Repeated', 'The same commitment again, without a change: “reaffirmed”, “will continue to”.'],
  ['strengthened', 'Strengthened', 'An earlier commitment made larger, sooner or firmer.'],
  ['weakened', 'Weakened', 'An earlier commitment made smaller, later or less firm.'],
  ['unclear', 'Unclear', 'There was an earlier one, and how they compare cannot be told.'],
])

export const agreementStages = values([
  ['proposed', 'Proposed', 'Terms jointly put forward for acceptance by those who are to be bound.'],
  ['negotiating', 'Negotiating', 'The sides agree to work on terms that are not settled yet.'],
  ['in_principle', 'In principle', 'Accepted in substance, not signed; also what “will be signed”.'],
  ['signed', 'Signed', 'Signed, issued together or adopted.'],
  ['ratified', 'Ratified', 'Approved by the bodies whose consent it needs.'],
  ['in_force', 'In force', 'Takes effect, or works without a further step.'],
  ['suspended', 'Suspended', 'Set aside for a time by the parties together. One side alone: Refusal.'],
  ['terminated', 'Terminated', 'Ended or expired by the parties’ consent. One side alone: Refusal.'],
])

export const agreementTypes = values([
  ['treaty', 'Treaty', 'A treaty, convention or pact between states, whatever its title, meant to bind in law.'],
  ['memorandum', 'Memorandum', 'A memorandum, arrangement or letter of intent between offices or states.'],
  ['joint_statement', 'Joint statement', 'A communiqué, declaration or statement issued together.'],
  ['ceasefire', 'Ceasefire', 'A ceasefire, truce or cessation of hostilities.'],
  ['peace_pre_negotiation', 'Peace: before negotiation', 'About whether, where and how to negotiate a peace.'],
  ['peace_partial', 'Peace: partial', 'Settles some issues of a conflict, or binds only some of its parties.'],
  ['peace_comprehensive', 'Peace: comprehensive', 'Meant to settle a conflict as a whole, with its main parties.'],
  ['implementation', 'Implementation', 'Says how, when and by whom an earlier agreement is carried out.'],
  ['contract_or_trade', 'Contract or trade', 'Purchases, concessions, investment, tariffs, loans.'],
  ['alliance', 'Alliance', 'Defence, neutrality, non-aggression or consultation in a crisis.'],
  ['status_upgrade', 'Change of status', 'Ties are raised, renamed, opened or restored.'],
  ['other', 'Other', 'None of these; say what it is in the comment.'],
])

export const forms = values([
  ['bilateral', 'Bilateral', 'Two parties.'],
  ['multilateral', 'Multilateral', 'Three parties or more.'],
  ['mediated', 'Mediated', 'A third side brought the parties together; it is a counterpart, not a party.'],
])

export const bindings = values([
  ['legal', 'Legal', 'The text speaks of a legal bond: treaty, contract, ratification, enters into force.'],
  ['political', 'Political', 'The text says that it binds by word only, or it is a statement or a declaration.'],
  ['unclear', 'Unclear', 'The text speaks of the matter and leaves it open.'],
])

export const evidenceDirections = values([
  ['supports', 'Supports', 'The fact shows the commitment kept, or on the way.'],
  ['delays', 'Delays', 'The fact shows it late, and not given up.'],
  ['contradicts', 'Contradicts', 'The fact shows it broken, or its opposite done.'],
])

export const attributionForms = values([
  [
    'direct_quote',
    'Direct quote',
    'The speaker’s own words: in quotation marks, or in a speech or transcript that is printed as such.',
  ],
  ['partial_quote', 'Partial quote', 'Some words of the span stand in quotation marks.'],
  ['paraphrase', 'Paraphrase', 'Someone is named as saying it, in the article’s words.'],
  ['narrator', 'Narrator', 'The article, or the document itself, says it on its own account.'],
])

export const certainties = values([
  ['1', '1 – Doubtful', 'Another coder might well decide otherwise; say why.'],
  ['2', '2 – Fairly sure', 'There is some room for another reading.'],
  ['3', '3 – Sure', 'The codebook settles it.'],
])
