import type { reviewOneTexts as english } from '../en/review-one-texts.ts'
import type { TextsOf } from '../texts.ts'

export const reviewOneTexts: TextsOf<typeof english> = {
  'review.one.whose': 'Wessen Sätze',
  'review.one.all': 'Alle Sätze nebeneinander',
  'review.one.of': 'Nur der Satz von {{name}}',
  'review.one.line': 'zu entscheiden',
  'review.one.also': 'Auch von {{names}} markiert: Ihre Entscheidung gilt für alle.',
  'review.one.nothing': '{{name}} hat hier nichts markiert. Lesen Sie den Text; A fügt Übersehenes hinzu, T gibt den Satz zurück oder nimmt ihn an.',
  'review.one.done': 'Alles von {{name}} ist entschieden. T gibt den Satz mit einer Notiz zurück oder nimmt ihn an; F geht weiter zum nächsten.',
  'review.one.accept': 'Unverändert annehmen',
  'review.one.edit': 'Ändern …',
  'review.one.reject': 'Ablehnen: Hier gehört nichts hin',
  'review.one.add': 'Übersehenes hinzufügen …',
  'review.one.reason': 'Sagen, warum',
  'review.one.head': 'Markiert von {{name}}',
  'review.one.fates': '{{taken, number}} unverändert übernommen, {{changed, number}} geändert, {{rejected, number}} abgelehnt, {{added, number}} ergänzt, {{open, number}} offen',
  'review.focus_one': 'Hinter der Zahl: 1 Stelle',
  'review.focus_other': 'Hinter der Zahl: {{count, number}} Stellen',
  'review.focus.all': 'Alles zeigen',
  'review.focus.none': 'Die Annotationen hinter der Zahl sind nicht mehr in diesen Sätzen: Sie wurden nach der Kopie geändert, auf der die Zahl beruht.',
  'review.parts.label': 'Kategorie und Werte von {{of}} auf den Wörtern von {{other}}',
  'review.parts.values': 'Werte von {{of}} mit der Kategorie von {{other}}',
  'review.link.type': 'Art der Verknüpfung',
  'review.link.to': 'Führt zu',
  'review.link.none': 'Das Codebuch kennt keine Verknüpfung zwischen dem, was hier entschieden ist.',
  'review.link.go': 'Verknüpfung hinzufügen',
}
