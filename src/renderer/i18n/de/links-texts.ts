import type { linksTexts as english } from '../en/links-texts.ts'
import type { TextsOf } from '../texts.ts'

export const linksTexts: TextsOf<typeof english> = {
  'several.link': 'Die erste mit den anderen verknüpfen',
  'link.title': 'Annotation verknüpfen',
  'link.relation': 'Beziehung',
  'link.to': 'Mit',
  'link.find': 'Wörter oder Kategorie der anderen Annotation',
  'link.targets': 'Annotationen, mit denen sie verknüpft werden kann',
  'link.none': 'Nichts passt.',
  'link.nothing': 'Das Codebuch hat keine Beziehung, die von hier dorthin führen darf.',
  'link.do': 'Verknüpfen',
}
