/** Kinds of documents whose text becomes an article. */
export const ORIGINAL_KINDS = ['html', 'docx', 'pdf', 'rtf', 'epub'] as const
export type OriginalKind = (typeof ORIGINAL_KINDS)[number]

const ENDINGS: Readonly<Record<OriginalKind, readonly string[]>> = {
  html: ['html', 'htm', 'xhtml'],
  docx: ['docx'],
  pdf: ['pdf'],
  rtf: ['rtf'],
  epub: ['epub'],
}

/** Endings of all of them, for the system's dialog. */
export const ORIGINAL_ENDINGS: readonly string[] = ORIGINAL_KINDS.flatMap((kind) => ENDINGS[kind])

/** By its name: what the person takes it for. The readers see for themselves whether it is that. */
export function originalKind(name: string): OriginalKind | null {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return ORIGINAL_KINDS.find((kind) => ENDINGS[kind].includes(ending)) ?? null
}

const SIGNATURES: readonly (readonly [kind: OriginalKind | 'zip' | 'ole', signature: string])[] = [
  ['pdf', '%PDF-'],
  ['rtf', '{\\rtf'],
  ['zip', 'PK\u0003\u0004'],
  ['ole', '\xd0\xcf\x11\xe0'],
]

/** By its first bytes; a PDF may have some others before. Null: none of these. */
export function signatureOf(bytes: Uint8Array): OriginalKind | 'zip' | 'ole' | null {
  const head = String.fromCharCode(...bytes.subarray(0, 1024)).replace(/^\xef\xbb\xbf/, '')
  const found = SIGNATURES.find(([, signature]) => head.startsWith(signature))
  return found?.[0] ?? (head.includes('%PDF-') ? 'pdf' : null)
}
