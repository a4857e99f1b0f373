// The ids that the sample's codings may use: the starter codebook's, written out so that the check needs no build.
export const words = (text) => text.split(' ')

export const EVENTS = ['pledge', 'agreement', 'provision', 'consultation', 'demand', 'refusal', 'evidence']
export const MENTIONS = ['actor', 'date', 'amount', 'condition', 'instrument', 'source']
const COMMITMENTS = ['pledge', 'provision']
const ACCORDS = [...COMMITMENTS, 'agreement']
const ANY = [...EVENTS, ...MENTIONS]

/** By relation: the labels it may start from and end at. */
export const RELATIONS = {
  made_by: [EVENTS, ['actor']],
  made_to: [EVENTS, ['actor']],
  part_of: [['provision', 'agreement'], ['agreement']],
  conditional_on: [COMMITMENTS, ANY],
  same_as: [ANY, ANY],
  supersedes: [ACCORDS, ACCORDS],
  evidence_for: [['evidence'], COMMITMENTS],
}
const TOPICS = words(
  'military territory peacekeeping cbrn diplomatic economic trade infrastructure natural_resource environment health ' +
    'migration asylum human_rights rights_freedoms human_security legal reparations political_institutions election ' +
    'education technology cyber terrorism other',
)
const ACTIONS = words(
  'material_aid economic_cooperation military_cooperation ease_restriction withdraw_or_release cease_hostilities ' +
    'meet_or_negotiate accept_mediation legal_or_political_reform support_statement refrain other',
)

/** By attribute: the labels that carry it, its type and its values. */
export const ATTRIBUTES = {
  actor: [EVENTS, 'entities'],
  counterpart: [EVENTS, 'entities'],
  beneficiary: [COMMITMENTS, 'entities'],
  performer: [COMMITMENTS, 'entities'],
  topic: [EVENTS, 'choices', TOPICS],
  action_type: [COMMITMENTS, 'choice', ACTIONS],
  target_kind: [['pledge'], 'choice', words('action outcome')],
  commitment_strength: [COMMITMENTS, 'choice', words('firm conditional intention exploratory')],
  specificity: [COMMITMENTS, 'choice', words('measurable specific vague')],
  testable: [COMMITMENTS, 'choice', words('yes partly no')],
  testable_note: [COMMITMENTS, 'text'],
  condition_text: [COMMITMENTS, 'text'],
  amount: [[...COMMITMENTS, 'agreement'], 'quantity'],
  deadline: [COMMITMENTS, 'date'],
  statement_date: [EVENTS, 'date'],
  temporal_mode: [EVENTS, 'choice', words('current historical future hypothetical negated')],
  new_or_repeat: [COMMITMENTS, 'choice', words('new repeated strengthened weakened unclear')],
  agreement_stage: [
    ['agreement'],
    'choice',
    words('proposed negotiating in_principle signed ratified in_force suspended terminated'),
  ],
  agreement_type: [
    ['agreement'],
    'choice',
    words(
      'treaty memorandum joint_statement ceasefire peace_pre_negotiation peace_partial peace_comprehensive ' +
        'implementation contract_or_trade alliance status_upgrade other',
    ),
  ],
  form: [['agreement'], 'choice', words('bilateral multilateral mediated')],
  binding: [['agreement'], 'choice', words('legal political unclear')],
  evidence_direction: [['evidence'], 'choice', words('supports delays contradicts')],
  attribution_form: [EVENTS, 'choice', words('direct_quote partial_quote paraphrase narrator')],
  attribution_source: [EVENTS, 'entities'],
  certainty: [EVENTS, 'choice', words('1 2 3')],
  certainty_reason: [EVENTS, 'text'],
  comment: [[...EVENTS, ...MENTIONS], 'text'],
}
export const SECTORS = words('GOV LEG JUD MIL PTY REB IGO NGO BUS CVL other')
export const ISO_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|-Q[1-4])?$/
