import type { seeingTexts as english } from '../en/seeing-texts.ts'
import type { TextsOf } from '../texts.ts'

export const seeingTexts: TextsOf<typeof english> = {
  'showing.title': 'Welche Annotationen gezeigt werden',
  'showing.all': 'Alle',
  'showing.incomplete': 'Unvollständige',
  'showing.none': 'Keine',
  'showing.only.label': 'Nur {{name}}',
  'showing.only.incomplete': 'Nur unvollständige',
  'showing.only.none': 'Keine gezeigt',
  'showing.leave': 'Wieder alle zeigen',
}
