import type { ActionEntry } from './table.ts'

/** What is decided about annotations whose article was changed. */
export const placesActionTable = [
  { id: 'places.open', title: 'Annotations that wait for a place', menu: 'annotate', group: 'annotating', keys: ['Alt+P'], keywords: ['changed', 'article', 'orphan', 'moved', 'anchor', 'lost', 'triage'] },
  { id: 'places.accept', title: 'Take the proposed place', menu: null, group: 'annotating', keys: ['Alt+Enter'], keywords: ['waiting', 'accept', 'anchor'] },
  { id: 'places.acceptAll', title: 'Take every place where the words stand unchanged and once', menu: null, group: 'annotating', keys: ['Alt+Shift+Enter'], keywords: ['waiting', 'accept', 'all', 'bulk'] },
  { id: 'places.toSelection', title: 'Take the selected words as the place', menu: null, group: 'annotating', keys: ['Alt+Q'], keywords: ['waiting', 'hand', 'anchor'] },
  { id: 'places.aside', title: 'Keep aside: it has no place in this text', menu: null, group: 'annotating', keys: ['Alt+D'], keywords: ['waiting', 'orphan'] },
  { id: 'places.delete', title: 'Delete the annotation that waits', menu: null, group: 'annotating', keys: ['Alt+Shift+D'], keywords: ['waiting', 'remove', 'orphan'] },
  { id: 'places.other', title: 'Show the next proposed place', menu: null, group: 'annotating', keys: ['Alt+G'], keywords: ['waiting', 'candidate'] },
  { id: 'places.otherBefore', title: 'Show the proposed place before', menu: null, group: 'annotating', keys: ['Alt+Shift+G'], keywords: ['waiting', 'candidate'] },
  { id: 'places.next', title: 'Next annotation that waits', menu: null, group: 'annotating', keys: ['Alt+J'], keywords: ['waiting', 'skip', 'later'] },
  { id: 'places.previous', title: 'Previous annotation that waits', menu: null, group: 'annotating', keys: ['Alt+Shift+J'], keywords: ['waiting'] },
] as const satisfies readonly ActionEntry[]
