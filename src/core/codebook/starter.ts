import type { Codebook } from '../model/codebook.ts'
import { starterAttributes } from './starter-attributes.ts'
import { starterExamples } from './starter-examples.ts'
import { starterLabels } from './starter-labels.ts'
import { starterNotes } from './starter-notes.ts'
import { starterRelations } from './starter-relations.ts'
import { starterRules } from './starter-rules.ts'
import { sectors } from './starter-values.ts'

/** The codebook that is offered when a project is created: pledges and agreements in diplomatic news. */
export const pledgesAndAgreements: Codebook = {
  format: 'concord/codebook',
  version: 1,
  id: 'pledges-and-agreements',
  name: 'Pledges and agreements',
  notes: starterNotes,
  parent: null,
  change: '',
  labels: starterLabels,
  attributes: starterAttributes,
  relations: starterRelations,
  sectors,
  rules: starterRules,
  examples: starterExamples,
  aliases: [],
}
