/** How a list of values is offered: side by side, two by two, one under the other, or as a list that opens and narrows. */
export type ChoiceShape = 'row' | 'pairs' | 'column' | 'list'

/** Characters of all names that fit side by side in a narrow pane, and what each segment costs besides. */
const ROOM = 50
const EDGE = 3

/** Up to four values are all in sight; a scale always is, because its order is part of the question. */
export function choiceShape(type: 'choice' | 'scale' | 'boolean', names: readonly string[]): ChoiceShape {
  if (type === 'scale' ? names.length > 7 : names.length > 4) return 'list'
  const widths = names.map((name) => width(name) + EDGE)
  if (widths.reduce((sum, each) => sum + each, 0) <= ROOM) return 'row'
  return type !== 'scale' && names.length > 2 && Math.max(...widths) <= ROOM / 2 ? 'pairs' : 'column'
}

/** Ideographs and the like take two places. */
function width(name: string): number {
  return [...name].reduce((sum, character) => sum + (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/.test(character) ? 2 : 1), 0)
}
