import type { Annotator } from '../model/annotation-set.ts'

/** Letters by their base: é is e, ø is o, capitals are small; blanks, hyphens and other punctuation are nothing. */
const loosely = new Intl.Collator('en', { sensitivity: 'base', ignorePunctuation: true })

/** Whether two names differ in nothing but case, blanks, punctuation and accents. */
export function isAlike(one: string, other: string): boolean {
  return loosely.compare(squeezed(one), squeezed(other)) === 0
}

function squeezed(name: string): string {
  return name.replaceAll(/[\p{White_Space}\p{P}]+/gu, '')
}

/** People whose names are spelt almost like this one's, but who count as somebody else. */
export function alikeTo(person: Annotator, others: readonly Annotator[]): Annotator[] {
  return others.filter(({ key, name }) => key !== person.key && isAlike(name, person.name))
}
