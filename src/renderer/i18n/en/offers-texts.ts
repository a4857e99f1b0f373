export const offersTexts = {
  'offers.name': 'Read in the words',
  'offers.take': 'Record “{{words}}” as {{reading}}',
} as const
