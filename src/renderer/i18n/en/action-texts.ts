import { actionTable, type ActionId } from '../../../core/actions/table.ts'

/** A title for each action of the table. */
export type ActionTitles = { readonly [I in ActionId as `action.${I}`]: string }

const titles = Object.fromEntries(actionTable.map(({ id, title }) => [`action.${id}`, title])) as ActionTitles

export const actionTexts = {
  ...titles,
  'action-group.project': 'Project',
  'action-group.articles': 'Articles',
  'action-group.annotating': 'Annotating',
  'action-group.reviewing': 'Reviewing',
  'action-group.codebook': 'Codebook',
  'action-group.finding': 'Finding',
  'action-group.view': 'View',
  'action-group.help': 'Help',
  'gesture.annotate': 'annotating',
  'gesture.relabel': 'changing a label',
  'gesture.move_boundary': 'moving a boundary',
  'gesture.set_attribute': 'changing a value',
  'gesture.set_values': 'filling in the grid',
  'gesture.confirm_defaults': 'confirming values',
  'gesture.delete': 'deleting',
  'gesture.link': 'linking',
  'gesture.unlink': 'unlinking',
  'gesture.edit_fragments': 'changing a span',
  'gesture.reanchor': 'taking annotations to the new text',
  'gesture.place': 'giving an annotation its place',
  'gesture.place_aside': 'keeping an annotation aside',
  'gesture.place_delete': 'deleting an annotation without a place',
  'gesture.set_note': 'changing a note',
  'gesture.set_status': 'changing the status',
  'gesture.import': 'importing',
  'gesture.restore': 'restoring',
} as const
