import type { AppError, Result } from '../result.ts'
import type { Interchange, ParsedDocument, Scheme } from './interchange.ts'
import type { Judgement } from './judge-unit.ts'
import type { Loss } from './losses.ts'
import type { Origins } from './origins.ts'
import type { Counting } from './units.ts'

/*
 * A format is one folder with one adapter, its tests and a page in docs/formats; adapters.ts names them all. brat is the example.
 *
 * What an author must know:
 * - `parse` is total: arbitrary bytes give a Result, never an exception, in time and memory linear in the input. `refusal()` makes
 *   the error; it names file and line. Refuse the whole file when it is not the format, or when the format's own reader would
 *   refuse it and nothing sensible can be taken. Where single records are wrong, take the others and list each in `refused`.
 * - Never move an offset silently. An annotation that does not fit the text (surface differs, outside, inside a surrogate pair)
 *   goes to `refused`; `judgeOffsets` says whether another unit would fit, and that stands in `counting.offer`. With
 *   `options.repair` given, that counting is used instead of the declared one.
 * - `serialize` gives the files lazily and reports every loss by kind. `files` may be walked once; `losses()` is complete after.
 *   Same input, same bytes: no clock, no random ids, keys in fixed order.
 * - parse → serialize → parse gives equal documents and an equal scheme, and canonical files come out byte for byte
 *   (`npm run test:formats`, and `fixtures.test.ts` beside the adapter names the canonical ones). `npm run formats` puts a new format into docs/formats.md.
 * - XML is read only with `xml.ts`, zip only with `zip.ts`, bytes become text only with `source-text.ts`.
 */

export interface SourceFile {
  /** With `/`, relative to the folder that was given. */
  readonly path: string
  /** May be a getter that reads the file when asked. */
  readonly bytes: Uint8Array
}

export interface FormatFile {
  /** With `/`, relative to the folder of the export. */
  readonly path: string
  /** Written one after the other; strings as UTF-8. */
  readonly content: Iterable<string | Uint8Array>
}

/** One record, or a part of it, that was not taken. */
export interface Refused {
  readonly file: string
  /** 1-based; null where lines mean nothing. */
  readonly line: number | null
  /** `annotation T3`. */
  readonly what: string
  readonly why: string
}

export interface Parsed {
  readonly documents: readonly ParsedDocument[]
  readonly scheme: Scheme
  readonly refused: readonly Refused[]
  /** How offsets were counted and how that was judged; null for formats without offsets. */
  readonly counting: Judgement | null
  /** Where documents and records stand, as far as the format has lines; what is not there is in the group's first file. */
  readonly origins?: Origins
  /** What reading changed and a person should know, in sentences: line ends, repeated ids made unique. */
  readonly remarks: readonly string[]
}

export interface ParseOptions {
  /** Count like this, whatever the format says. */
  readonly repair?: Counting
  /** Values of the adapter's own options. */
  readonly own?: Readonly<Record<string, string>>
}

export interface SerializeOptions {
  /** Values of the adapter's own options. */
  readonly own?: Readonly<Record<string, string>>
  /** What the export is called, where a format writes one file: its stem. Default `annotations`. */
  readonly name?: string
}

export interface Serialized {
  readonly files: Iterable<FormatFile>
  /** Complete once the files were walked, like what follows. */
  readonly losses: () => Loss[]
  /** What reading these files back must be told, where nothing in them says how offsets are counted. */
  readonly readBack?: () => ParseOptions
  /** What the person must do in the other tool, in sentences. */
  readonly advice?: () => string[]
}

/** An option of one format: `--scheme iob2`. */
export interface AdapterOption {
  readonly name: string
  readonly values: readonly string[]
  readonly default: string
  readonly help: string
  readonly for: 'read' | 'write' | 'both'
}

export interface Adapter {
  /** As on the command line. */
  readonly name: FormatName
  /** For people: `brat stand-off`. */
  readonly title: string
  readonly options?: readonly AdapterOption[]
  /**
   * From the content: 0 no, 1 could be, 2 likely, 3 certain. The name's ending may break ties, no more. `all` is everything that was
   * given. Must be quick: look at `headOf(file)` first. A file that only accompanies others (`.txt` of an `.ann`) is 0.
   */
  readonly detect: (file: SourceFile, all: readonly SourceFile[]) => number
  /** Puts what belongs together into one group, companions included; absent: each file alone. `mine` are those detected. */
  readonly group?: (mine: readonly SourceFile[], all: readonly SourceFile[]) => SourceFile[][]
  /** One group. Absent: the format is only written. */
  readonly parse?: (files: readonly SourceFile[], options: ParseOptions) => Result<Parsed>
  /** Absent: the format is only read. */
  readonly serialize?: (interchange: Interchange, options: SerializeOptions) => Serialized
}

export const FORMAT_NAMES = [
  'brat',
  'doccano-jsonl',
  'doccano-csv',
  'label-studio',
  'spacy-jsonl',
  'conll-2003',
  'conllu',
  'webanno-tsv',
  'cas-json',
  'cas-xmi',
  'w3c-jsonld',
  'refi-qdpx',
  'refi-qdc',
  'csv',
  'xlsx',
  'html',
  'gate-xml',
  'bioc-json',
  'tei',
  'jsonl',
] as const
export type FormatName = (typeof FORMAT_NAMES)[number]

/** An error that says which file was not read, where, and why. */
export function refusal(file: string, line: number | null, message: string, remedy = 'Nothing was taken from this file.'): { readonly ok: false; readonly error: AppError } {
  const place = line === null ? file : `${file}, line ${line}`
  const where = line === null ? { file } : { file, line }
  return { ok: false, error: { code: 'format.refused', message: `${place}: ${message}`, remedy, retry: false, where } }
}

/** The value of an own option, or its default. */
export function optionOf(options: readonly AdapterOption[] | undefined, given: Readonly<Record<string, string>> | undefined, name: string): string {
  return given?.[name] ?? options?.find((option) => option.name === name)?.default ?? ''
}

/** A file that is written in one piece. */
export function textFile(path: string, text: string): FormatFile {
  return { path, content: [text] }
}

export function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && a.length === b.length && a.every((byte, index) => byte === b[index])
}
