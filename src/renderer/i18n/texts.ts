import type { en } from './en/en.ts'

/** Every key of English, its plural forms included: another language that lacks one, or has one too many, does not compile. */
export type Texts = { readonly [K in keyof typeof en]: string }
