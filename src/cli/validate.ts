import { isProjectFolder, noProject } from '../main/services/project/read-project.ts'
import type { CliError, Command } from './command.ts'
import { failure } from './command.ts'
import { formatTable } from './print.ts'
import { checkProject } from './validation/check-project.ts'

export const validateCommand: Command = {
  name: 'validate',
  summary: 'Check every file, every hash and every quote of a project.',
  arguments: 'DIR',
  least: 1,
  most: 1,
  options: {},
  details: [
    'Each file is read against its schema and must be at the place that its content names; each hash must be that of the',
    'content; each quote must be the text at its offsets; labels, attributes, values and relations must be in the codebook.',
    'Reviews must be what their histories say, and the adjudicated sets what the decisions say.',
    'Nothing is written or repaired. What is wrong is named on stderr with its file, line and remedy.',
  ].join('\n'),
  run: async ({ positionals: [dir = ''], resolve, disk, environment, progress }) => {
    const folder = resolve(dir)
    const isProject = await isProjectFolder(disk, folder)
    if (!isProject.ok) return failure(isProject.error)
    if (!isProject.value) return failure(noProject(folder).error)
    const { project, findings } = await checkProject(disk, folder, environment, progress)
    const { errors, annotations, relations, quotes } = findings
    const files = [...findings.files.values()].reduce((sum, count) => sum + count, 0)
    const ok = errors.length === 0
    return {
      ok,
      text: [
        project ? `Project “${project.name}”` : `A project that cannot be used`,
        formatTable([...findings.files].map(([kind, count]) => [`  ${kind}`, String(count)])),
        `${annotations} annotations, ${relations} relations, ${quotes} quotes checked.`,
        ok
          ? 'Everything is right.'
          : `${errors.length} ${errors.length === 1 ? 'problem' : 'problems'} in ${filesOf(errors)}.`,
      ].join('\n'),
      json: {
        project: project ? { id: project.id, name: project.name } : null,
        files,
        checked: {
          ...Object.fromEntries([...findings.files].map(([kind, count]) => [kind.replaceAll(' ', '_'), count])),
          annotations,
          relations,
          quotes,
        },
      },
      errors,
    }
  },
}

function filesOf(errors: readonly CliError[]): string {
  const count = new Set(errors.map(({ file }) => file)).size
  return count === 1 ? 'one file' : `${count} files`
}
