import type { settingsTexts as english } from '../en/settings-texts.ts'
import type { TextsOf } from '../texts.ts'

export const settingsTexts: TextsOf<typeof english> = {
  'settings.language': 'Sprache',
  'settings.language.system': 'Wie das System',
  'settings.direction': 'Richtung der Oberfläche',
  'settings.direction.help': 'Der Text eines Artikels läuft immer so, wie seine Schrift läuft.',
  'settings.direction.auto': 'Wie die Sprache',
  'settings.direction.ltr': 'Von links nach rechts',
  'settings.direction.rtl': 'Von rechts nach links',
}
