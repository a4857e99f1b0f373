import { checkCodebook } from '../../core/codebook/check.ts'
import type { Codebook } from '../../core/model/codebook.ts'
import { codebookSchema } from '../../core/model/codebook.ts'
import { codebookPath } from '../../core/model/folder-name.ts'
import type { Project } from '../../core/model/project.ts'
import { sha256 } from '../../main/services/hash.ts'
import type { Checked } from './findings.ts'
import { filesIn, parseChecked, readChecked } from './findings.ts'

export interface Codebooks {
  /** The version in force, as far as it can be read. */
  readonly current: Codebook | null
  readonly byVersion: ReadonlyMap<string, Codebook>
}

/** Every version against its schema, its rules and the hash that is its name; and that the current one is there. */
export async function checkCodebooks(checked: Checked, project: Project | null): Promise<Codebooks> {
  const { findings } = checked
  const byVersion = new Map<string, Codebook>()
  for (const path of await filesIn(checked, 'codebook', '.json')) {
    const codebook = await checkOne(checked, path, (hash) => {
      if (path === codebookPath(hash)) return
      findings.report(
        path,
        1,
        `its content has the hash ${hash}, which should be its name.`,
        'Restore the version that the name belongs to; a changed codebook is a new version with a new name.',
      )
    })
    if (codebook) byVersion.set(path.slice('codebook/'.length, -'.json'.length), codebook)
  }
  await checkOne(checked, 'codebook.json', (hash) => {
    if (!project || hash === project.codebook) return
    findings.report(
      'codebook.json',
      1,
      `it is not the version that concord.json names (${project.codebook.slice(0, 12)}…).`,
      `Copy ${codebookPath(project.codebook)} to codebook.json.`,
    )
  })
  if (project && !byVersion.has(project.codebook)) {
    findings.report(
      'concord.json',
      1,
      `the codebook that it names, ${codebookPath(project.codebook)}, is not there or cannot be used.`,
    )
  }
  return { current: byVersion.get(project?.codebook ?? '') ?? null, byVersion }
}

async function checkOne(checked: Checked, path: string, checkHash: (hash: string) => void): Promise<Codebook | null> {
  checked.findings.saw('codebooks')
  const text = await readChecked(checked, path)
  if (text === null) return null
  checkHash(sha256(text))
  const codebook = parseChecked(checked, codebookSchema, text, path)
  for (const { message, remedy } of codebook ? checkCodebook(codebook) : [])
    checked.findings.report(path, null, message, remedy)
  return codebook
}
