import type { Adapter, Refused } from '../core/formats/adapter.ts'
import { adapterNamed, ADAPTERS } from '../core/formats/adapters.ts'
import { judgementText } from '../core/formats/judge-unit.ts'
import type { Loss } from '../core/formats/losses.ts'
import type { ReadSources } from '../core/formats/read-sources.ts'
import type { Counting } from '../core/formats/units.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { FormatReceipt } from '../main/services/interchange/export-documents.ts'
import type { CliError, CommandInput, CommandOption } from './command.ts'

/** The options that formats have of their own: `--scheme iob2`. One name may mean something to several formats. */
export function formatOptions(way: 'read' | 'write'): Record<string, CommandOption> {
  const options: Record<string, CommandOption> = {}
  for (const adapter of ADAPTERS) {
    for (const option of adapter.options ?? []) {
      if (option.for !== way && option.for !== 'both') continue
      const before = options[option.name]
      const help = `${adapter.name}: ${option.help}${option.default === '' ? '' : ` (if left out: ${option.default})`}`
      options[option.name] = { type: 'string', value: option.values.length > 0 ? option.values.join('|') : 'VALUE', help: before ? `${before.help}; ${help}` : help }
    }
  }
  return options
}

/** The values of an adapter's own options, checked. */
export function ownOptions(adapter: Adapter | null, option: CommandInput['option'], way: 'read' | 'write'): Result<Record<string, string>> {
  const own: Record<string, string> = {}
  const known = adapter ? [adapter] : ADAPTERS
  for (const { name, values, for: ways } of known.flatMap(({ options }) => options ?? [])) {
    const value = option(name)
    if (value === undefined || (ways !== way && ways !== 'both')) continue
    if (values.length > 0 && !values.includes(value)) return fail('cli.option', `--${name} is not ${JSON.stringify(value)}.`, `Say one of: ${values.join(', ')}.`)
    own[name] = value
  }
  return ok(own)
}

/** The adapter of a name, which must read or write. */
export function chosenFormat(name: string | undefined, option: string, way: 'parse' | 'serialize'): Result<Adapter> {
  const adapter = name === undefined ? undefined : adapterNamed(name)
  if (adapter?.[way]) return ok(adapter)
  const can = ADAPTERS.filter((each) => each[way]).map((each) => each.name)
  const what = name === undefined ? `--${option} is missing.` : adapter ? `${name} is only ${way === 'parse' ? 'written' : 'read'}.` : `There is no format ${JSON.stringify(name)}.`
  return fail('cli.format', what, `Say one of: ${can.join(', ')}.`)
}

const REPAIRS: Readonly<Record<string, Counting>> = {
  utf16: { unit: 'utf16', newline: 'lf' },
  codepoint: { unit: 'codepoint', newline: 'lf' },
  byte: { unit: 'byte', newline: 'lf' },
  grapheme: { unit: 'grapheme', newline: 'lf' },
  'utf16-crlf': { unit: 'utf16', newline: 'crlf2' },
  'codepoint-crlf': { unit: 'codepoint', newline: 'crlf2' },
  'byte-crlf': { unit: 'byte', newline: 'crlf2' },
}

export const REPAIR_OPTION: CommandOption = {
  type: 'string',
  value: Object.keys(REPAIRS).join('|'),
  help: 'count offsets like this, whatever the format says; -crlf: a CRLF counts two',
}

export function chosenRepair(name: string | undefined): Result<Counting | null> {
  if (name === undefined) return ok(null)
  const counting = REPAIRS[name]
  return counting ? ok(counting) : fail('cli.repair', `--repair is not ${JSON.stringify(name)}.`, `Say one of: ${Object.keys(REPAIRS).join(', ')}.`)
}

function nameOfRepair({ unit, newline }: Counting): string {
  return newline === 'crlf2' ? `${unit}-crlf` : unit
}

export function refusedErrors(refused: readonly Refused[]): CliError[] {
  return refused.map(({ file, line, what, why }) => ({ file, line, message: `${what} was not taken: ${why}`, remedy: 'Put that right in the file, or leave it out.' }))
}

/** Lines of a receipt about what was read. */
export function readLines({ judgements, remarks, left, formats }: ReadSources): string[] {
  return [
    `read as ${formats.join(', ')}`,
    ...judgements.filter(({ judgement }) => judgement.by !== 'declared' || judgement.fits < judgement.of).map(({ file, judgement }) => `${file}: ${judgementText(judgement)}${judgement.offer ? ` (--repair ${nameOfRepair(judgement.offer.counting)})` : ''}`),
    ...remarks,
    ...left.map((path) => `${path}: no format knows it, and it goes with no other file`),
  ]
}

/** Rows of a receipt about what was written. */
export function receiptRows({ files, location, documents, annotations, relations, losses, verified, advice }: FormatReceipt): string[][] {
  const shown = files.slice(0, 20)
  return [
    ...shown.map(({ name, bytes, sha256 }) => ['file', `${name}  ${bytes} bytes  SHA-256 ${sha256}`]),
    ...(files.length > shown.length ? [['files', `and ${files.length - shown.length} more`]] : []),
    ['folder', location],
    ['documents', String(documents)],
    ['annotations', String(annotations)],
    ['relations', String(relations)],
    ['verified', verified === null ? 'this format is only written' : verified ? 'yes: read back and compared' : 'NO'],
    ...losses.map((loss) => ['not in this format', lossText(loss)]),
    ...advice.map((sentence) => ['note', sentence]),
  ]
}

function lossText({ what, count, examples }: Loss): string {
  return `${count} × ${what}${examples.length > 0 ? ` (${examples[0]}${count > 1 ? ', …' : ''})` : ''}`
}

export function receiptErrors({ problems, location }: FormatReceipt): CliError[] {
  return problems.map((message) => ({ file: location, line: null, message: `read back and not right: ${message}`, remedy: 'Do not use these files, and report this.' }))
}
