import fc from 'fast-check'

/** Pieces whose borders depend on their neighbours: the worst that text does, one or a few code points each. */
const PIECES: readonly string[] = [
  'a', 'Z', '7', ' ', '\n', '\r', '\t', '\u00a0', '\u00ad', '.', ',', '’', '_',
  'x\u0301\u0323', '\u0301', 'é', 'ß', 'İ',
  '\u200d', '\u200b', '\u200c', '\u2060', '\ufeff', '\ufe0f', '\u2028', '\u0600',
  '👩', '👩‍👩‍👧‍👦', '👍🏽', '🏽', '❤️', '☺', '©', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇰', '🇪', '🇨🇳',
  'ᄀ', 'ᅡ', 'ᆨ', '가', '각', '한',
  'क', '्', 'ष', 'ि', 'ക', '്', 'ൎ', 'ั', 'ำ', 'ก', 'ໜ', 'ຳ', '𑄃', '𑄧', '𑇂', '𖵣', '𖵧',
  '北', '京', '。', 'カ', 'ﾞ', '３', 'ש', 'לום', 'ּ', 'ا', 'تفقت', 'ً', '\u06dd', '\ud83d', '\ude00', '𝒜',
]

/** Any mixture of the above, lone surrogates and control characters included. UTF-16 length up to a few hundred. */
export function awkwardText(maxPieces = 40): fc.Arbitrary<string> {
  const run = fc.tuple(fc.constantFrom(...PIECES), fc.integer({ min: 1, max: 9 })).map(([piece, n]) => piece.repeat(n))
  const anyCodePoint = fc.nat({ max: 0x10ffff }).map((point) => String.fromCodePoint(point))
  const one = fc.constantFrom(...PIECES)
  const piece = fc.oneof({ weight: 8, arbitrary: one }, run, anyCodePoint)
  return fc.array(piece, { maxLength: maxPieces, size: 'max' }).map((pieces) => pieces.join(''))
}

/** A text and offsets into it (UTF-16, anywhere, also inside pairs and clusters). */
export function awkwardTextWithOffsets(): fc.Arbitrary<{ text: string; a: number; b: number }> {
  return awkwardText().chain((text) => {
    const offset = fc.nat({ max: text.length })
    return fc.record({ text: fc.constant(text), a: offset, b: offset })
  })
}
