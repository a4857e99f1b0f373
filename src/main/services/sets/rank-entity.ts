import type { EntityUse } from './entities.ts'

/** An entity with its names as they are compared. */
export interface Known {
  readonly entity: EntityUse
  readonly folded: string
  /** Other names, folded. */
  readonly others: readonly string[]
  readonly initials: string
}

/** Lower case without accents, for comparing only. */
export function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}

export function known(entity: EntityUse, aliases: readonly string[] = []): Known {
  const folded = fold(entity.name)
  const initials = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== 'of' && word !== 'the' && word !== 'and').map((word) => word.slice(0, 1)).join('')
  return { entity, folded, others: aliases.map(fold), initials }
}

/** Scripts that do not put blanks between words: there, anywhere counts as the start of a word. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** 0: it begins with what is wanted or has that code; 1: a word does; 2: another name does, or its initials; null: not found. */
export function rankOf({ entity, folded, others, initials }: Known, wanted: string): number | null {
  if (wanted === '' || folded.startsWith(wanted) || entity.code?.toLowerCase() === wanted) return 0
  if (startsAWord(folded, wanted)) return 1
  if (others.some((name) => name.startsWith(wanted) || startsAWord(name, wanted))) return 2
  return wanted.length > 1 && initials.startsWith(wanted) ? 2 : null
}

function startsAWord(name: string, wanted: string): boolean {
  for (let at = name.indexOf(wanted, 1); at !== -1; at = name.indexOf(wanted, at + 1)) {
    if (UNSPACED.test(wanted) || !/[\p{L}\p{N}]$/u.test(name.slice(0, at))) return true
  }
  return false
}

/** A stretch of text in which names are looked for: made once, as it is asked about for every entity. */
export interface Near {
  readonly folded: string
  /** “US” stands in it: “us” alone is not the United States. */
  readonly hasUS: boolean
}

export function nearOf(text: string): Near | null {
  return text === '' ? null : { folded: fold(text), hasUS: /\bUS\b/.test(text) }
}

/** Whether one of its names stands in a text as whole words. */
export function isNamedIn({ folded, others }: Known, near: Near): boolean {
  return isWholeIn(folded, near) || others.some((name) => isWholeIn(name, near))
}

function isWholeIn(name: string, near: Near): boolean {
  if (name.length < 2 || (name === 'us' && !near.hasUS)) return false
  const text = near.folded
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    if (UNSPACED.test(name) || (!/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) && !/^[\p{L}\p{N}]/u.test(text.slice(at + name.length, at + name.length + 2)))) return true
  }
  return false
}
