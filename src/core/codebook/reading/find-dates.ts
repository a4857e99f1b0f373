import type { DateValue } from '../../model/value.ts'
import { IN_TEXT } from './phrases.ts'
import { readDateWords } from './read-date.ts'

/** Times that a stretch of text speaks of, in its order, each in its likeliest reading; no two with the same words. */
export function findDates(text: string, articleDate: string | null): readonly DateValue[] {
  const found = new Map<string, DateValue>()
  for (const [words] of text.matchAll(IN_TEXT)) {
    // A bare “may” is a verb, and a bare “march” a walk, unless written as names are.
    if (/^(?:may|march)$/.test(words)) continue
    const [reading] = readDateWords(words, articleDate)
    if (reading && !found.has(words.toLowerCase())) found.set(words.toLowerCase(), reading)
  }
  return [...found.values()]
}
