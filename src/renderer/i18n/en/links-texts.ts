export const linksTexts = {
  'several.link': 'Link the first to the others',
  'link.title': 'Link the annotation',
  'link.relation': 'Relation',
  'link.to': 'To',
  'link.find': 'Words or label of the other annotation',
  'link.targets': 'Annotations that it may be linked to',
  'link.none': 'Nothing matches.',
  'link.nothing': 'The codebook has no relation that may lead from here to there.',
  'link.do': 'Link',
} as const
