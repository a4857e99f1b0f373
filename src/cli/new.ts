import { pledgesAndAgreements } from '../core/codebook/starter.ts'
import { checkCodebook } from '../core/codebook/check.ts'
import { emptyCodebook } from '../core/codebook/empty.ts'
import type { Codebook } from '../core/model/codebook.ts'
import { newId } from '../core/model/environment.ts'
import type { Result } from '../core/result.ts'
import { err, fail, ok } from '../core/result.ts'
import { createProjectAt } from '../main/services/project/create-project.ts'
import { readCodebookFile } from '../main/services/project/read-codebook-file.ts'
import type { Command, CommandInput } from './command.ts'
import { failure } from './command.ts'

export const newCommand: Command = {
  name: 'new',
  summary: 'Make a project in a new or empty folder.',
  arguments: 'DIR --name NAME --annotator NAME --codebook pledges-and-agreements|empty|FILE',
  least: 1,
  most: 1,
  options: {
    name: { type: 'string', value: 'NAME', help: 'what the project is called' },
    annotator: { type: 'string', value: 'NAME', help: 'who annotates; offered when the project is first opened' },
    codebook: {
      type: 'string',
      value: 'WHICH',
      help: 'pledges-and-agreements (if left out), empty, or FILE: a codebook.json or the folder of another project',
    },
  },
  details: 'Example: concord new talks --name "Trade talks" --annotator "Ana Sousa" --codebook empty',
  run: async (input) => {
    const [dir = ''] = input.positionals
    const name = input.option('name')?.trim()
    const annotator = input.option('annotator')?.trim()
    if (!name) return failure(missing('--name NAME', 'the project needs a name.'))
    if (!annotator) return failure(missing('--annotator NAME', 'the project needs the name of its annotator.'))
    const codebook = await chosenCodebook(input, name)
    if (!codebook.ok) return failure(codebook.error)
    const { disk, environment } = input
    const made = await createProjectAt(disk, input.resolve(dir), {
      name,
      annotator,
      codebook: codebook.value,
      environment,
    })
    if (!made.ok) return failure(made.error)
    const { folder, project } = made.value
    return {
      ok: true,
      text: `Made the project “${project.name}” in ${folder}\nwith the codebook “${codebook.value.name}”. Next: concord add ${dir} FILE…`,
      json: {
        folder,
        id: project.id,
        name: project.name,
        annotator,
        codebook: { name: codebook.value.name, version: project.codebook },
      },
      errors: [],
    }
  },
}

async function chosenCodebook(input: CommandInput, name: string): Promise<Result<Codebook>> {
  const which = input.option('codebook') ?? 'pledges-and-agreements'
  if (which === 'pledges-and-agreements') return ok(pledgesAndAgreements)
  if (which === 'empty') return ok(emptyCodebook(name, newId(input.environment)))
  const path = input.resolve(which)
  const codebook = await readCodebookFile(input.disk, path, input.environment)
  if (!codebook.ok) return codebook
  const [problem] = checkCodebook(codebook.value)
  return problem ? err({ ...problem, where: { file: path } }) : codebook
}

function missing(option: string, message: string) {
  return fail('cli.missing', `${option} is missing: ${message}`, 'See “concord new --help”.').error
}
