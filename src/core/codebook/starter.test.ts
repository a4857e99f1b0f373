import { describe, expect, it } from 'vitest'
import { codebookSchema } from '../model/codebook.ts'
import { serialise } from '../model/canonical.ts'
import { checkCodebook } from './check.ts'
import { emptyCodebook } from './empty.ts'
import { pledgesAndAgreements as codebook } from './starter.ts'

const ids = (items: readonly { readonly id: string }[]) => items.map((item) => item.id).join(' ')
const attribute = (id: string) => codebook.attributes.find((item) => item.id === id)
const stage = (wanted: string) => ids(codebook.attributes.filter((item) => item.stage === wanted))

describe('the starter codebook', () => {
  it('fits the schema and the checks, also after a round trip through its file', () => {
    const read = codebookSchema.parse(JSON.parse(serialise(codebookSchema, codebook)))
    expect(checkCodebook(read)).toEqual([])
    expect(read).toEqual(codebook)
  })

  it('has seven events, all on and each with a tint of its own, and six mentions, all off', () => {
    const events = codebook.labels.filter((label) => label.kind === 'event')
    const mentions = codebook.labels.filter((label) => label.kind === 'mention')
    expect(ids(events)).toBe('pledge agreement provision consultation demand refusal evidence')
    expect(ids(mentions)).toBe('actor date amount condition instrument source')
    expect(events.map((label) => label.key).join('')).toBe('PAVCDRE')
    expect(new Set(events.map((label) => label.tint)).size).toBe(7)
    expect(events.every((label) => label.active) && mentions.every((label) => !label.active)).toBe(true)
  })

  it('stays right when a project turns the mentions on', () => {
    expect(
      checkCodebook({ ...codebook, labels: codebook.labels.map((label) => ({ ...label, active: true })) }),
    ).toEqual([])
  })

  it('asks in three stages', () => {
    expect(stage('now')).toBe('actor commitment_strength agreement_stage')
    expect(stage('before_done')).toBe(
      'topic action_type target_kind specificity testable agreement_type form evidence_direction attribution_form',
    )
    expect(stage('if_stated')).toBe(
      'counterpart testable_note binding beneficiary performer condition condition_text amount deadline new_or_repeat ' +
        'statement_date temporal_mode attribution_source certainty certainty_reason comment',
    )
  })

  it.each([
    ['action_type', 'pledge provision'],
    ['target_kind', 'pledge'],
    ['amount', 'pledge agreement provision'],
    ['agreement_type', 'agreement'],
    ['evidence_direction', 'evidence'],
    ['actor', 'pledge agreement provision consultation demand refusal evidence'],
  ])('asks %s of %s', (id, labels) => {
    expect(attribute(id)?.labels.join(' ')).toBe(labels)
  })

  it('asks for a comment everywhere', () => {
    expect(attribute('comment')?.labels).toEqual(codebook.labels.map((label) => label.id))
  })

  it.each([
    [
      'action_type',
      'material_aid economic_cooperation military_cooperation ease_restriction withdraw_or_release cease_hostilities ' +
        'meet_or_negotiate accept_mediation legal_or_political_reform support_statement refrain other',
    ],
    ['commitment_strength', 'firm conditional intention exploratory'],
    ['temporal_mode', 'current historical future hypothetical negated'],
    ['agreement_stage', 'proposed negotiating in_principle signed ratified in_force suspended terminated'],
    [
      'agreement_type',
      'treaty memorandum joint_statement ceasefire peace_pre_negotiation peace_partial peace_comprehensive implementation ' +
        'contract_or_trade alliance status_upgrade other',
    ],
    ['certainty', '1 2 3'],
  ])('offers for %s: %s', (id, values) => {
    expect(ids(attribute(id)?.values ?? [])).toBe(values)
  })

  it('offers 25 topics, three at most, and eleven sectors', () => {
    expect([attribute('topic')?.values?.length, attribute('topic')?.max_values]).toEqual([25, 3])
    expect(ids(codebook.sectors)).toBe('GOV LEG JUD MIL PTY REB IGO NGO BUS CVL other')
  })

  it('explains everything', () => {
    for (const label of codebook.labels) {
      expect(
        [label.definition, ...label.include, ...label.exclude].every((text) => text.length > 5),
        label.id,
      ).toBe(true)
      expect(label.examples.filter((example) => !example.counter).length, label.id).toBeGreaterThanOrEqual(2)
      expect(label.examples.filter((example) => example.counter).length, label.id).toBeGreaterThanOrEqual(1)
    }
    for (const item of codebook.attributes) {
      expect(item.help, item.id).not.toBe('')
      expect(item.source, item.id).toBeTruthy()
      expect(
        (item.values ?? []).filter((value) => !value.definition),
        item.id,
      ).toEqual([])
    }
  })

  it('marks the spans of its examples with brackets, and counter-examples without', () => {
    for (const example of codebook.labels.flatMap((label) => label.examples)) {
      expect(/\[[^[\]]+\]/.test(example.text), example.text).toBe(!example.counter)
    }
  })

  it('has ten rules and a worked case for each that wire copy brings up', () => {
    expect(codebook.rules).toHaveLength(10)
    expect(ids(codebook.examples)).toBe(
      'ambulances joint_pledge joint_statement_continues many_documents recalled_pledge ongoing_help no_agent ' +
        'performer_differs ties_raised weekday shared_pieces reported_pledge claimed_effect',
    )
  })
})

describe('emptyCodebook', () => {
  it('is a codebook with nothing in it', () => {
    const empty = emptyCodebook('Mine', 'mine')
    expect(codebookSchema.parse(empty)).toEqual(empty)
    expect(checkCodebook(empty)).toEqual([])
    expect([empty.name, empty.id, empty.labels.length]).toEqual(['Mine', 'mine', 0])
  })
})
