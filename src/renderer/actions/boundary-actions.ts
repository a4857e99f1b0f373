import { annotationById, type Command } from '../../core/annotating/commands.ts'
import { nudge, type Direction, type Edge, type Unit } from '../../core/annotating/nudge.ts'
import type { ActionId } from '../../core/actions/table.ts'
import type { Annotation } from '../../core/model/annotation.ts'
import { subtractRange, type Range } from '../../core/text/ranges.ts'
import { perform } from '../session/perform.ts'
import type { Session } from '../session/session.ts'
import { selectedRange } from '../session/view.ts'
import type { Action } from './action.ts'

/** The one selected annotation of the open article. */
function selectedOne({ store, view }: Session): Annotation | null {
  const { article } = store.getState()
  const [id, ...others] = view.getState().selected
  return (article && id !== undefined && others.length === 0 && annotationById(article.set, id)) || null
}

/** The first or last piece of the selected span, with its boundary moved. */
function moved(session: Session, edge: Edge, direction: Direction, unit: Unit): Command | null {
  const { article } = session.store.getState()
  const annotation = selectedOne(session)
  if (!article || !annotation) return null
  const fragment = edge === 'start' ? 0 : annotation.fragments.length - 1
  const piece = annotation.fragments[fragment]
  const range = piece && nudge(article.text, piece, edge, direction, unit)
  return range ? { kind: 'move_boundary', id: annotation.id, fragment, range } : null
}

function boundary(edge: Edge, direction: Direction, unit: Unit): Action {
  return {
    when: (session) => moved(session, edge, direction, unit) !== null,
    perform: (session) => {
      const command = moved(session, edge, direction, unit)
      if (command) perform(session, command)
    },
  }
}

/** Gives the selected annotation the pieces that are made of its own and the selected words. */
function withWords(pieces: (own: readonly Range[], words: Range) => readonly Range[]): Action {
  return {
    when: (session) => selectedOne(session) !== null && selectedRange(session.view.getState()) !== null,
    perform: (session) => {
      const annotation = selectedOne(session)
      const words = selectedRange(session.view.getState())
      if (annotation && words) perform(session, { kind: 'edit_fragments', id: annotation.id, ranges: pieces(annotation.fragments, words) })
    },
  }
}

export const boundaryActions = {
  'annotation.toSelection': withWords((_, words) => [words]),
  'annotation.addPiece': withWords((own, words) => [...own, words]),
  'annotation.takePiece': withWords(subtractRange),
  'annotation.endLater': boundary('end', 'later', 'word'),
  'annotation.endEarlier': boundary('end', 'earlier', 'word'),
  'annotation.startEarlier': boundary('start', 'earlier', 'word'),
  'annotation.startLater': boundary('start', 'later', 'word'),
  'annotation.endLaterCharacter': boundary('end', 'later', 'character'),
  'annotation.endEarlierCharacter': boundary('end', 'earlier', 'character'),
  'annotation.startEarlierCharacter': boundary('start', 'earlier', 'character'),
  'annotation.startLaterCharacter': boundary('start', 'later', 'character'),
} as const satisfies Partial<Record<ActionId, Action>>
