import type { copyTexts as english } from '../en/copy-texts.ts'
import type { TextsOf } from '../texts.ts'

export const copyTexts: TextsOf<typeof english> = {
  'copy.title': 'Werte von einer ähnlichen Annotation kopieren',
  'copy.about': 'Füllt die leeren Felder von {{label}} „{{quote}}“',
  'copy.placeholder': 'Mit Wörtern eingrenzen',
  'copy.looking': 'Ihre anderen Artikel werden durchgesehen …',
  'copy.none': 'Keine Ihrer Annotationen dieser Kategorie hat einen Wert für ein hier leeres Feld.',
}
