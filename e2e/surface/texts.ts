/** Text that ordinary tools get wrong, each with what a person would step over as one character. */
export const family = '👩‍👩‍👧‍👦'
export const flag = '🇩🇪'
export const accented = 'e\u0301'
export const arabic = 'سوف تسلم الحكومة أربعين سيارة إسعاف'
export const hebrew = 'שלום 2025 עולם'
export const chinese = '政府将在六月前交付四十辆救护车。'

/** One paragraph for each script, blank lines and a tab between. */
export const mixed = [
  'date 2025-04-24 BEIJING: The first line',
  '',
  `Hello ${family} and ${flag} caf${accented} end.`,
  arabic,
  '',
  hebrew,
  `${chinese.repeat(6)}`,
  'tab\there, no\u00a0break and zero\u200bwidth.',
  'The last line ends here.',
].join('\n')

const sentence = 'The minister said on Tuesday that the government will deliver forty new ambulances to the region by June. '

/** Paragraphs enough for many sections; each knows its number. */
export function longText(paragraphs: number): string {
  return Array.from({ length: paragraphs }, (_, index) => `Paragraph ${index}. ${sentence.repeat(1 + (index % 4)).trim()}`).join('\n\n')
}
