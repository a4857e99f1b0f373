import type { Label } from '../model/codebook.ts'
import { starterEvents } from './starter-events.ts'
import { starterMentions } from './starter-mentions.ts'

export const starterLabels: Label[] = [...starterEvents, ...starterMentions]
