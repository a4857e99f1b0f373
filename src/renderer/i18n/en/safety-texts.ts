export const safetyTexts = {
  'copy.short': 'Save a copy…',
  'copy.saved': 'A copy was saved at {{location}}',
  'copy.saved.detail': 'It has everything, also what could not be saved here.',
  'copy.saved.left_one': '1 file could not be read: {{files}}. Your own unsaved work is in the copy.',
  'copy.saved.left_other': '{{count, number}} files could not be read: {{files}}. Your own unsaved work is in the copy.',
  'keepBoth.none': 'No set here has another version.',
  'keepBoth.kept_one': 'Both versions of 1 article are kept.',
  'keepBoth.kept_other': 'Both versions of {{count, number}} articles are kept.',
  'keepBoth.look': 'Compare in the review',
  'copy.open': 'Go on in the copy',
} as const
