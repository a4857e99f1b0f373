import { germanTitles } from '../../../core/actions/titles-de.ts'
import { actionTable } from '../../../core/actions/table.ts'
import type { actionTexts as english } from '../en/action-texts.ts'
import type { ActionTitles } from '../en/action-texts.ts'
import type { TextsOf } from '../texts.ts'

// The cast puts the names together again that the table's type takes apart.
const titles = Object.fromEntries(actionTable.map(({ id }) => [`action.${id}`, germanTitles[id]])) as ActionTitles

export const actionTexts: TextsOf<typeof english> = {
  ...titles,
  'action-group.project': 'Projekt',
  'action-group.articles': 'Artikel',
  'action-group.annotating': 'Annotieren',
  'action-group.reviewing': 'Begutachten',
  'action-group.codebook': 'Codebuch',
  'action-group.finding': 'Suchen',
  'action-group.view': 'Ansicht',
  'action-group.help': 'Hilfe',
  'gesture.annotate': 'Annotieren',
  'gesture.relabel': 'Kategorie ändern',
  'gesture.move_boundary': 'Grenze verschieben',
  'gesture.set_attribute': 'Wert ändern',
  'gesture.set_values': 'Werte ändern',
  'gesture.confirm_defaults': 'Werte bestätigen',
  'gesture.delete': 'Löschen',
  'gesture.link': 'Verknüpfen',
  'gesture.unlink': 'Verknüpfung lösen',
  'gesture.edit_fragments': 'Textstelle ändern',
  'gesture.reanchor': 'Annotationen auf den neuen Text übertragen',
  'gesture.place': 'Annotation zuordnen',
  'gesture.place_aside': 'Annotation beiseitelegen',
  'gesture.place_delete': 'Annotation ohne Stelle löschen',
  'gesture.set_note': 'Notiz ändern',
  'gesture.set_status': 'Stand ändern',
  'gesture.import': 'Importieren',
  'gesture.restore': 'Wiederherstellen',
}
