/** Encodings by the number of a Windows code page. Those of DOS are read as the Windows one of the same letters. */
const BY_PAGE: ReadonlyMap<number, string> = new Map([
  [874, 'windows-874'], [932, 'shift_jis'], [936, 'gb18030'], [949, 'euc-kr'], [950, 'big5'], [1361, 'euc-kr'], [10000, 'macintosh'], [10007, 'x-mac-cyrillic'], [20866, 'koi8-r'], [21866, 'koi8-u'], [65001, 'utf-8'], [866, 'ibm866'],
  ...[1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258].map((page) => [page, `windows-${page}`] as const),
  ...[2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16].map((part) => [28590 + part, `iso-8859-${part}`] as const),
])

/** By the character set of a font (`\fcharset`). */
const BY_CHARSET: ReadonlyMap<number, number> = new Map([
  [77, 10000], [128, 932], [129, 949], [130, 1361], [134, 936], [136, 950], [161, 1253], [162, 1254], [163, 1258], [177, 1255], [178, 1256], [186, 1257], [204, 1251], [222, 874], [238, 1250],
])

export function encodingOfPage(page: number): string {
  return BY_PAGE.get(page) ?? 'windows-1252'
}

/** Null: the font says nothing, and the document's code page holds. */
export function encodingOfCharset(charset: number): string | null {
  const page = BY_CHARSET.get(charset)
  return page === undefined ? null : encodingOfPage(page)
}
