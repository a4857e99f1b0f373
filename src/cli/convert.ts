import { ADAPTERS } from '../core/formats/adapters.ts'
import { readSources, withTexts } from '../core/formats/read-sources.ts'
import type { Refused } from '../core/formats/adapter.ts'
import { fail } from '../core/result.ts'
import { exportDocuments } from '../main/services/interchange/export-documents.ts'
import { readSourceFiles } from '../main/services/interchange/source-files.ts'
import { failure, type Command } from './command.ts'
import { chosenFormat, chosenRepair, formatOptions, ownOptions, readLines, receiptErrors, receiptRows, refusedErrors, REPAIR_OPTION } from './formats.ts'
import { formatTable } from './print.ts'

export const convertCommand: Command = {
  name: 'convert',
  summary: 'Turn annotation files of one format into another; needs no project.',
  arguments: 'IN… [--from F] --to F --out OUT',
  least: 1,
  most: 1000,
  options: {
    from: { type: 'string', value: 'F', help: `the format of IN; if left out it is recognised: ${ADAPTERS.filter(({ parse }) => parse).map(({ name }) => name).join(', ')}` },
    to: { type: 'string', value: 'F', help: `the format to write: ${ADAPTERS.filter(({ serialize }) => serialize).map(({ name }) => name).join(', ')}` },
    out: { type: 'string', value: 'OUT', help: 'the folder for the new files; nothing in it is overwritten' },
    repair: REPAIR_OPTION,
    ...formatOptions('read'),
    ...formatOptions('write'),
  },
  details: [
    'IN is a file or a folder. What the other format cannot hold is counted in the receipt; what could not be taken is named on',
    'stderr with file and line, and the exit code is then 1. The files are read back and compared before the receipt says verified.',
  ].join('\n'),
  run: async ({ positionals, option, resolve, disk }) => {
    const to = chosenFormat(option('to'), 'to', 'serialize')
    if (!to.ok) return failure(to.error)
    const from = option('from') === undefined ? null : chosenFormat(option('from'), 'from', 'parse')
    if (from && !from.ok) return failure(from.error)
    const out = option('out')
    if (out === undefined || out === '') return failure(fail('export.out', '--out is missing.', 'Add --out OUT.').error)
    const repair = chosenRepair(option('repair'))
    if (!repair.ok) return failure(repair.error)
    const [reading, writing] = [ownOptions(from?.value ?? null, option, 'read'), ownOptions(to.value, option, 'write')]
    if (!reading.ok) return failure(reading.error)
    if (!writing.ok) return failure(writing.error)

    const files = await readSourceFiles(disk, positionals.map(resolve))
    if (!files.ok) return failure(files.error)
    const read = readSources(files.value, ADAPTERS, from?.value ?? null, { own: reading.value, ...(repair.value && { repair: repair.value }) })
    if (!read.ok) return failure(read.error)
    const refused: Refused[] = [...read.value.refused]
    const documents = withTexts(read.value.documents, refused)
    const receipt = await exportDocuments(disk, to.value, { scheme: read.value.scheme, documents }, resolve(out), { own: writing.value })
    if (!receipt.ok) return failure(receipt.error)
    const { remarks, judgements, left, formats } = read.value
    return {
      ok: receipt.value.verified !== false && refused.length === 0,
      text: [...readLines(read.value), formatTable(receiptRows(receipt.value))].join('\n'),
      json: { from: formats, to: to.value.name, ...receipt.value, read: { refused, remarks, judgements, left } },
      errors: [...refusedErrors(refused), ...receiptErrors(receipt.value)],
    }
  },
}
