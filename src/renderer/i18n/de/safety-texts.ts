import type { safetyTexts as english } from '../en/safety-texts.ts'
import type { TextsOf } from '../texts.ts'

export const safetyTexts: TextsOf<typeof english> = {
  'copy.short': 'Kopie speichern …',
  'copy.saved': 'Eine Kopie liegt in {{location}}',
  'copy.saved.detail': 'Sie enthält alles, auch was hier nicht gespeichert werden konnte.',
  'copy.saved.left_one': '1 Datei konnte nicht gelesen werden: {{files}}. Ihre ungespeicherte Arbeit ist in der Kopie.',
  'copy.saved.left_other': '{{count, number}} Dateien konnten nicht gelesen werden: {{files}}. Ihre ungespeicherte Arbeit ist in der Kopie.',
  'keepBoth.none': 'Kein Satz hier hat eine andere Fassung.',
  'keepBoth.kept_one': 'Von 1 Artikel sind beide Fassungen da.',
  'keepBoth.kept_other': 'Von {{count, number}} Artikeln sind beide Fassungen da.',
  'keepBoth.look': 'Im Gutachten vergleichen',
  'copy.open': 'In der Kopie weiterarbeiten',
}
