/**
 * The key of a person: two spellings that differ in case, in Unicode normalisation or in blanks are one annotator.
 * Case is folded by way of the capitals (ß, ẞ and SS meet); the dotless ı stays itself, it tells Turkish names apart.
 */
export function annotatorKey(name: string): string {
  const wellFormed = name.replace(/\p{Surrogate}/gu, '\uFFFD').normalize('NFC')
  const folded = wellFormed
    .split('ı')
    .map((piece) => piece.toLowerCase().toUpperCase().toLowerCase())
    .join('ı')
  return folded
    .normalize('NFC')
    .replace(/\p{White_Space}+/gu, ' ')
    .trim()
}

/** Letters and digits of any script with their marks; not those that file systems skip when they compare names. */
const PLAIN = /^(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{M}\p{Nd}_-]$/u
/** Names that Windows keeps for devices, whatever follows a dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d|conin|conout|clock)$/i
const LONGEST = 100
const HASH_LENGTH = 16

/** Whether Windows takes this file name, with or without an extension, for a device. */
export function isDeviceName(name: string): boolean {
  return DEVICE.test(
    (name.split('.')[0] ?? '')
      .trim()
      .replace(/[¹²³]$/, '1')
      .replace(/\$$/, ''),
  )
}

/**
 * The folder of an annotator's files. Everything but letters, digits, `-` and `_` is escaped as `%XX` (UTF-8), which
 * can be read back; a name above 100 bytes is cut and ends in `~` and a hash. Two keys from `annotatorKey` never share
 * a folder, on file systems that ignore case or normalise names neither.
 */
export function folderName(key: string): string {
  const text = key.replace(/\p{Surrogate}/gu, '\uFFFD')
  const units = Array.from(text, (character, index) =>
    PLAIN.test(character) && !(index === 0 && character === '-') ? character : escaped(character),
  )
  if (isDeviceName(text)) units[0] = escaped(units[0] ?? '')
  if (byteLength(units) <= LONGEST) return units.join('') || '%'
  while (byteLength(units) > LONGEST - HASH_LENGTH - 1) units.pop()
  return `${units.join('')}~${fnv1a64(text)}`
}

/** `annotations/<folder>/<article path>.json`: one annotator's set on one article. */
export function setPath(key: string, articlePath: string): string {
  return `annotations/${folderName(key)}/${articlePath}.json`
}

/** `history/<folder>/<article path>.jsonl`: what happened to that set. */
export function historyPath(key: string, articlePath: string): string {
  return `history/${folderName(key)}/${articlePath}.jsonl`
}

/** `article-info/<folder>/<article path>.json`: what one person adds about an article. */
export function infoPath(key: string, articlePath: string): string {
  return `article-info/${folderName(key)}/${articlePath}.json`
}

/** `independent/<folder>/<article path>.json`: the set as it was when its annotator marked the article done without having seen a colleague's. */
export function independentPath(key: string, articlePath: string): string {
  return `independent/${folderName(key)}/${articlePath}.json`
}

/** `reviews/<folder>/<article path>.json`: one person's decisions and comments on one article. */
export function reviewPath(key: string, articlePath: string): string {
  return `reviews/${folderName(key)}/${articlePath}.json`
}

/** `reviews/<folder>/<article path>.history.jsonl`: what happened to them. */
export function reviewHistoryPath(key: string, articlePath: string): string {
  return `reviews/${folderName(key)}/${articlePath}.history.jsonl`
}

/** `adjudicated/<article path>.json`: the outcome, derived from everybody's decisions. */
export function adjudicatedPath(articlePath: string): string {
  return `adjudicated/${articlePath}.json`
}

/** `imports/<folder>/<id>.json`: what an import of that person's did; what it replaced lies in the folder `<id>` beside it. */
export function importPath(key: string, id: string): string {
  return `imports/${folderName(key)}/${id}.json`
}

/** `queries/<folder>.json`: what a person looks for again. */
export function queriesPath(key: string): string {
  return `queries/${folderName(key)}.json`
}

/** `rounds/<id>.json`. */
export function roundPath(id: string): string {
  return `rounds/${id}.json`
}

/** `codebook/<version>.json`. */
export function codebookPath(version: string): string {
  return `codebook/${version}.json`
}

/** The opaque id of an article, the same from start to start. `hash` answers hex. */
export function articleId(path: string, hash: (text: string) => string): string {
  return hash(path).slice(0, 24)
}

function escaped(character: string): string {
  if (character > '\x7f') return encodeURIComponent(character)
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}

function byteLength(units: readonly string[]): number {
  return units.reduce((sum, unit) => sum + Array.from(unit, utf8Length).reduce((a, b) => a + b, 0), 0)
}

function utf8Length(character: string): number {
  const point = character.codePointAt(0) ?? 0
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}

/** FNV-1a over UTF-16 code units, 64 bits: tells names apart, protects nothing. */
function fnv1a64(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (let i = 0; i < text.length; i += 1) {
    hash = ((hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n) & 0xffffffffffffffffn
  }
  return hash.toString(16).padStart(HASH_LENGTH, '0')
}
