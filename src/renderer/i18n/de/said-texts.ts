import type { saidTexts as english } from '../en/said-texts.ts'
import type { TextsOf } from '../texts.ts'

export const saidTexts: TextsOf<typeof english> = {
  'said.here': '{{labels}}: „{{quote}}“',
  'said.outside': 'Keine Annotation',
  'said.selected': 'Ausgewählt: „{{words}}“',
  'said.annotate_one': '„{{quote}}“ als {{label}} markiert',
  'said.annotate_other': '{{count, number}} Textstellen als {{label}} markiert',
  'said.relabel_one': '„{{quote}}“ ist jetzt {{label}}',
  'said.relabel_other': '{{count, number}} Annotationen sind jetzt {{label}}',
  'said.span': 'Die Textstelle ist jetzt „{{quote}}“',
  'said.delete_one': 'Annotation „{{quote}}“ gelöscht',
  'said.delete_other': '{{count, number}} Annotationen gelöscht',
  'said.confirm_one': 'Vorausgefüllte Werte bestätigt',
  'said.confirm_other': 'Vorausgefüllte Werte von {{count, number}} Annotationen bestätigt',
  'said.attribute_one': '{{attribute}} eingetragen',
  'said.attribute_other': '{{attribute}} bei {{count, number}} Annotationen eingetragen',
  'said.done': 'Artikel als erledigt gekennzeichnet',
  'said.reopened': 'Artikel wieder offen',
  'said.link': 'Verknüpft',
  'said.unlink': 'Verknüpfung gelöst',
  'said.undone': 'Rückgängig: {{what}}',
  'said.redone': 'Wiederholt: {{what}}',
}
