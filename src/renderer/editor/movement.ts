import { nextGrapheme, previousGrapheme } from '../../core/text/graphemes.ts'
import { nextParagraph, previousParagraph } from '../../core/text/paragraphs.ts'
import { nextSentence, previousSentence } from '../../core/text/sentences.ts'
import { nextWord, nextWordEnd, previousWord } from '../../core/text/words.ts'

export type Movement =
  | 'next-grapheme'
  | 'previous-grapheme'
  | 'next-word'
  | 'previous-word'
  | 'next-sentence'
  | 'previous-sentence'
  | 'next-paragraph'
  | 'previous-paragraph'
  | 'line-start'
  | 'line-end'
  | 'line-up'
  | 'line-down'
  | 'page-up'
  | 'page-down'
  | 'document-start'
  | 'document-end'

/** Where the two sides of a soft line break share an offset: `before` is the end of the upper line. */
export type Affinity = 'before' | 'after'

/** A place in the text, UTF-16. */
export interface CaretPlace {
  readonly offset: number
  readonly affinity: Affinity
}

/** UTF-16 offsets; `focus` is the end that moves. `goal`: the column (in pixels) that movement by line holds on to. */
export interface CaretState {
  readonly anchor: number
  readonly focus: number
  readonly affinity: Affinity
  readonly goal: number | null
}

/** What movement asks of the layout. */
export interface LineLayout {
  lineEdge(place: CaretPlace, edge: 'start' | 'end'): CaretPlace
  /** The place nearest to column `goal` some lines away, or one page; the text's ends beyond the first and last line. */
  vertical(place: CaretPlace, direction: 1 | -1, by: 'line' | 'page', goal: number): CaretPlace
  column(place: CaretPlace): number
}

const after = (offset: number): CaretPlace => ({ offset, affinity: 'after' })

/** By word forward goes to the next word's start, but extends to a word's end, so that no blank comes along. */
function inText(text: string, at: number, movement: Movement, extend: boolean): CaretPlace | null {
  switch (movement) {
    case 'next-grapheme':
      return after(nextGrapheme(text, at))
    case 'previous-grapheme':
      return after(previousGrapheme(text, at))
    case 'next-word':
      return after(extend ? nextWordEnd(text, at) : nextWord(text, at))
    case 'previous-word':
      return after(previousWord(text, at))
    case 'next-sentence':
      return after(nextSentence(text, at))
    case 'previous-sentence':
      return after(previousSentence(text, at))
    case 'next-paragraph':
      return after(nextParagraph(text, at))
    case 'previous-paragraph':
      return after(previousParagraph(text, at))
    case 'document-start':
      return after(0)
    case 'document-end':
      return after(text.length)
    default:
      return null
  }
}

const VERTICAL: Partial<Record<Movement, { readonly direction: 1 | -1; readonly by: 'line' | 'page' }>> = {
  'line-up': { direction: -1, by: 'line' },
  'line-down': { direction: 1, by: 'line' },
  'page-up': { direction: -1, by: 'page' },
  'page-down': { direction: 1, by: 'page' },
}

/** A step by one character from a selection, not extending, only gives the selection up, as editors do. */
function collapsed(state: CaretState, movement: Movement): CaretPlace | null {
  if (state.anchor === state.focus) return null
  if (movement === 'next-grapheme') return after(Math.max(state.anchor, state.focus))
  if (movement === 'previous-grapheme') return after(Math.min(state.anchor, state.focus))
  return null
}

/** The caret and selection after a movement. */
export function moved(text: string, state: CaretState, movement: Movement, extend: boolean, lines: LineLayout): CaretState {
  const from: CaretPlace = { offset: state.focus, affinity: state.affinity }
  const settle = (place: CaretPlace, goal: number | null): CaretState => ({
    anchor: extend ? state.anchor : place.offset,
    focus: place.offset,
    affinity: place.affinity,
    goal,
  })
  const vertical = VERTICAL[movement]
  if (vertical) {
    const goal = state.goal ?? lines.column(from)
    return settle(lines.vertical(from, vertical.direction, vertical.by, goal), goal)
  }
  if (movement === 'line-start') return settle(lines.lineEdge(from, 'start'), null)
  if (movement === 'line-end') return settle(lines.lineEdge(from, 'end'), null)
  const place = (extend ? null : collapsed(state, movement)) ?? inText(text, state.focus, movement, extend)
  return settle(place ?? from, null)
}
