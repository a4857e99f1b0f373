import type { offersTexts as english } from '../en/offers-texts.ts'
import type { TextsOf } from '../texts.ts'

export const offersTexts: TextsOf<typeof english> = {
  'offers.name': 'Aus den Wörtern gelesen',
  'offers.take': '„{{words}}“ als {{reading}} eintragen',
}
