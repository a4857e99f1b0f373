import type { commonTexts as english } from '../en/common-texts.ts'
import type { TextsOf } from '../texts.ts'

export const commonTexts: TextsOf<typeof english> = {
  'common.close': 'Schließen',
  'common.cancel': 'Abbrechen',
  'common.save': 'Speichern',
  'common.dismiss': 'Ausblenden',
  'common.retry': 'Erneut versuchen',
  'common.choose': 'Auswählen …',
  'error.title': 'In diesem Teil des Fensters ist etwas schiefgegangen',
  'error.safe': 'Was Sie annotiert haben, wird laufend gespeichert und ist sicher.',
  'error.retry': 'Wieder anzeigen',
  'error.start.title': 'Concord konnte nicht richtig starten',
  'error.start.safe': 'Ihre Projekte sind Dateien auf diesem Computer und wurden nicht angerührt.',
  'error.start.retry': 'Erneut versuchen',
}
