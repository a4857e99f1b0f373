export const seeingTexts = {
  'showing.title': 'Which annotations are shown',
  'showing.all': 'All',
  'showing.incomplete': 'Incomplete',
  'showing.none': 'None',
  'showing.only.label': 'Only {{name}}',
  'showing.only.incomplete': 'Only incomplete',
  'showing.only.none': 'None shown',
  'showing.leave': 'Show all again',
} as const
