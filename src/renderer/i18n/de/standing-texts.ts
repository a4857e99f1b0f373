import type { standingTexts as english } from '../en/standing-texts.ts'
import type { TextsOf } from '../texts.ts'

export const standingTexts: TextsOf<typeof english> = {
  'standing.in_review': 'In Begutachtung',
  'standing.returned': 'Zurückgegeben',
  'standing.accepted': 'Angenommen',
  'standing.who': '{{status}}: {{name}}, {{day}}',
  'standing.note': '{{status}}: {{name}}, {{day}}. „{{note}}“',

  'export.adjudicated': 'Adjudiziert: was in der Begutachtung entschieden wurde',

  'blind.dialog': 'Annotationen der anderen verbergen oder zeigen',
  'blind.title': 'Annotationen der anderen',
  'blind.on': 'Verborgen, bis mein eigener Satz erledigt ist',
  'blind.on.detail': 'Niemand lässt sich davon leiten, was andere markiert haben: So sagt die Übereinstimmung etwas aus.',
  'blind.off': 'Jederzeit zu sehen',
  'blind.off.detail': 'Zum Üben und um über Artikel zu sprechen. Was kodiert wird, nachdem man die Kategorien der anderen gesehen hat, zählt nicht für die Übereinstimmung.',
  'blind.help': 'Für alle in diesem Projekt. Verborgen heißt nicht verschlüsselt: Die Dateien liegen lesbar im Projektordner.',
  'blind.example': 'Ein Ankerbeispiel aus einem Artikel, mit dem Sie noch nicht fertig sind.',
  'blind.uses_one': '1 Satz einer anderen Person ist verborgen, bis Sie mit seinem Artikel fertig sind, und wird nicht mitgezählt.',
  'blind.uses_other': '{{count, number}} Sätze anderer sind verborgen, bis Sie mit ihren Artikeln fertig sind, und werden nicht mitgezählt.',
  'blind.export_one': '1 Satz einer anderen Person ist verborgen, bis Sie mit seinem Artikel fertig sind, und fehlt im Export.',
  'blind.export_other': '{{count, number}} Sätze anderer sind verborgen, bis Sie mit ihren Artikeln fertig sind, und fehlen im Export.',
}
