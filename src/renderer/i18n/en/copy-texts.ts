export const copyTexts = {
  'copy.title': 'Copy values from a similar annotation',
  'copy.about': 'Fills the empty fields of {{label}} “{{quote}}”',
  'copy.placeholder': 'Narrow by words',
  'copy.looking': 'Looking through your other articles…',
  'copy.none': 'None of your annotations with this label has a value for an empty field here.',
} as const
