import type { en } from './en/en.ts'

/** The same keys with other words: a language that lacks one of English, or has one too many, does not compile. */
export type TextsOf<English> = { readonly [K in keyof English]: string }

/** Every text of the interface, plural forms included. */
export type Texts = TextsOf<typeof en>
