import type { RelationType } from '../model/codebook.ts'
import { starterEvents } from './starter-events.ts'

const EVENTS = starterEvents.map((label) => label.id)
const COMMITMENTS = ['pledge', 'provision']
const ACCORDS = ['pledge', 'provision', 'agreement']

export const starterRelations: RelationType[] = [
  {
    id: 'made_by',
    name: 'Made by',
    definition: 'From an event to the words that name its actor, where mentions are marked.',
    from: EVENTS,
    to: ['actor'],
  },
  {
    id: 'made_to',
    name: 'Made to',
    definition: 'From an event to the words that name its counterpart, where mentions are marked.',
    from: EVENTS,
    to: ['actor'],
  },
  {
    id: 'part_of',
    name: 'Part of',
    definition: 'From a provision to its agreement, or from an agreement to the larger one that it belongs to.',
    from: ['provision', 'agreement'],
    to: ['agreement'],
  },
  {
    id: 'conditional_on',
    name: 'Conditional on',
    definition:
      'From a commitment to what it depends on: the words of the condition, or another event. The attribute ' +
      'Condition shows it.',
    from: COMMITMENTS,
    to: [],
  },
  {
    id: 'same_as',
    name: 'Same as',
    definition:
      'From a later mention to the first one of the same event, in this article or another. The first carries the ' +
      'values.',
    from: [],
    to: [],
  },
  {
    id: 'supersedes',
    name: 'Supersedes',
    definition: 'From a newer commitment or agreement to the one that it replaces or changes.',
    from: ACCORDS,
    to: ACCORDS,
  },
  {
    id: 'evidence_for',
    name: 'Evidence for',
    definition: 'From evidence to the pledge or provision that it speaks about, whichever way it points.',
    from: ['evidence'],
    to: COMMITMENTS,
  },
]
