import type { ActionEntry } from './table.ts'

/** What is done in the Review tab. Letters and digits are its own there; the digits stand for annotators as they are listed. */
export const reviewActionTable = [
  { id: 'review.overview', title: 'All articles under review', menu: 'review', group: 'reviewing', keys: ['Alt+V'], keywords: ['matrix', 'progress', 'overview', 'back'] },
  { id: 'review.open', title: 'Review the article that is open', menu: 'review', group: 'reviewing', keys: ['Mod+Alt+Enter'], keywords: ['differences', 'decide'] },
] as const satisfies readonly ActionEntry[]
