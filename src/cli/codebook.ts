import { extname } from 'node:path'
import { describeChanges } from '../core/codebook/edits/describe.ts'
import { goBack } from '../core/codebook/edits/go-back.ts'
import type { Codebook } from '../core/model/codebook.ts'
import { timestamp } from '../core/model/environment.ts'
import { fail } from '../core/result.ts'
import { codebookText, importCodebook } from '../main/services/project/codebook-file.ts'
import { readProject, saveCodebookVersion, type OpenedProject } from '../main/services/project/read-project.ts'
import { usesOnDisk } from '../main/services/sets/codebook-uses.ts'
import { annotatorsOf } from '../main/services/sets/summaries.ts'
import type { Command, CommandInput, Outcome } from './command.ts'
import { failure } from './command.ts'

export const codebookCommand: Command = {
  name: 'codebook',
  summary: 'Write the codebook of a project to a file, or make a file its next version.',
  arguments: 'export|import DIR FILE',
  least: 3,
  most: 3,
  options: {
    note: { type: 'string', value: 'TEXT', help: 'import: what changed, for the history' },
    'dry-run': { type: 'boolean', help: 'import: only check the file and say what would change' },
  },
  details: [
    'FILE ends in .json, a codebook exactly as Concord keeps it, or in .csv, a table for spreadsheets with a row for each thing.',
    'An import is checked first; what annotations use and the file does not have stays in the codebook, retired.',
    'The versions before stay as they are, and so does every annotation set.',
  ].join('\n'),
  run: async (input) => {
    const [action = '', dir = '', file = ''] = input.positionals
    if (action !== 'export' && action !== 'import') {
      return failure(fail('cli.action', `there is no “codebook ${action}”.`, 'Say export or import. See “concord codebook --help”.').error)
    }
    if (!['.json', '.csv'].includes(extname(file).toLowerCase())) {
      return failure(fail('cli.file', `${file} is neither .json nor .csv.`, 'Give the file one of these endings.').error)
    }
    const opened = await readProject(input.disk, input.resolve(dir))
    if (!opened.ok) return failure(opened.error)
    return action === 'export' ? exportTo(input, opened.value, file) : importFrom(input, opened.value, file)
  },
}

async function exportTo({ disk, resolve }: CommandInput, { codebook, project }: OpenedProject, file: string): Promise<Outcome> {
  const path = resolve(file)
  const written = await disk.writeAtomic(path, codebookText(codebook, extname(file).toLowerCase() === '.csv' ? 'csv' : 'json'), { expected: undefined })
  if (!written.ok) return failure(written.error)
  return { ok: true, text: `Wrote the codebook “${codebook.name}” to ${path}`, json: { file: path, version: project.codebook }, errors: [] }
}

async function importFrom(input: CommandInput, opened: OpenedProject, file: string): Promise<Outcome> {
  const { disk, environment } = input
  const read = await importCodebook(disk, input.resolve(file), environment)
  if (!read.ok) return failure(read.error)
  const people = await annotatorsOf(disk, opened.folder)
  const uses = await Promise.all(people.map((person) => usesOnDisk(disk, opened.folder, person, opened.codebook, null)))
  const next = goBack(opened.codebook, read.value, uses)
  const changes = describeChanges(opened.codebook, next)
  const lines = changes.map(({ kind, how, name, of }) => `  ${kind} ${name}${of === undefined ? '' : ` (${of})`}: ${how}`)
  const said = { changes: changes.map(({ kind, how, id, name }) => ({ kind, how, id, name })) }
  if (changes.length === 0) return { ok: true, text: 'The file holds the codebook as it is: nothing was changed.', json: { version: opened.project.codebook, ...said }, errors: [] }
  if (input.flag('dry-run')) {
    return { ok: true, text: ['This would change:', ...lines].join('\n'), json: { version: null, ...said }, errors: [] }
  }
  const saved = await saveCodebookVersion(disk, opened, asVersion(next, opened, input.option('note') ?? `Imported from ${file}`, timestamp(environment.now())))
  if (!saved.ok) return failure(saved.error)
  const { codebook: version } = saved.value.project
  return { ok: true, text: [`The codebook is now version ${version.slice(0, 8)}.`, ...lines].join('\n'), json: { version, ...said }, errors: [] }
}

function asVersion(codebook: Codebook, { project }: OpenedProject, change: string, at: string): Codebook {
  return { ...codebook, parent: project.codebook, change, extra: { ...codebook.extra, concord: { at } } }
}
