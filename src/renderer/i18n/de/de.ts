import type { Texts } from '../texts.ts'

/** German. The terms are in docs/translating.md. */
export const de: Partial<Texts> = {}
