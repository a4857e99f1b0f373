import { starterLabels } from './starter-labels.ts'

/** Which labels carry an attribute. */
export const ALL = starterLabels.map((label) => label.id)
export const EVENTS = starterLabels.filter((label) => label.kind === 'event').map((label) => label.id)
export const COMMITMENTS = ['pledge', 'provision']
export const AGREEMENT = ['agreement']

export const OWN = 'Own; a domain expert should confirm it'
