export const settingsTexts = {
  'settings.language': 'Language',
  'settings.language.system': 'As the system',
  'settings.direction': 'Direction of the interface',
  'settings.direction.help': 'An article’s own text always runs the way its writing does.',
  'settings.direction.auto': 'As the language',
  'settings.direction.ltr': 'Left to right',
  'settings.direction.rtl': 'Right to left',
} as const
