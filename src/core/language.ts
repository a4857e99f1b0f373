/** The languages that the interface is written in, the first for whoever reads none of the others. */
export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]
export type Direction = 'ltr' | 'rtl'

/** Which way each is written. */
const DIRECTIONS: Readonly<Record<Language, Direction>> = { en: 'ltr', de: 'ltr' }

/** The language to show: the one that was chosen, else the first of the person's own (BCP 47) that there is. */
export function languageOf(setting: Language | 'system', preferred: readonly string[]): Language {
  if (setting !== 'system') return setting
  const known = preferred.map((tag) => languages.find((language) => language === tag.split(/[-_]/)[0]?.toLowerCase()))
  return known.find((language) => language !== undefined) ?? languages[0]
}

export function directionOf(setting: Direction | 'auto', language: Language): Direction {
  return setting === 'auto' ? DIRECTIONS[language] : setting
}
