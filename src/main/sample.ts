import { join } from 'node:path'
import { fail, ok, type Result } from '../core/result.ts'
import type { Disk } from './services/disk/disk.ts'

/** One of the two who coded the sample project. */
export const SAMPLE_ANNOTATOR = 'Ines Duarte'

/** The one to look at first. */
export const SAMPLE_ARTICLE = 'wire/2031-03-04-ambulances-for-estal.txt'

const NAME = 'Concord sample project'

/**
 * Puts a copy of the sample project into a folder of the person's, where it may be changed, and answers where. One that is
 * there already is kept with what was done in it. `concord.json` comes last: a copy that was cut short is no project
 * yet, and is completed by the next try.
 */
export async function putSampleProject(disk: Disk, source: string, documents: string): Promise<Result<string>> {
  const target = join(documents, NAME)
  const there = await disk.exists(join(target, 'concord.json'))
  if (!there.ok) return there
  if (there.value) return ok(target)
  const files = await disk.walk(source)
  if (!files.ok) return files
  const paths = files.value.filter((file) => file.kind === 'file').map((file) => file.path)
  if (!paths.includes('concord.json')) {
    return fail('sample.missing', 'The sample project did not come with this copy of Concord.', 'Install Concord again, or make a new project.')
  }
  for (const path of [...paths.filter((name) => name !== 'concord.json'), 'concord.json']) {
    const bytes = await disk.readBytes(join(source, ...path.split('/')))
    if (!bytes.ok) return bytes
    const written = await disk.writeAtomic(join(target, ...path.split('/')), bytes.value, { expected: undefined })
    if (!written.ok) return written
  }
  return ok(target)
}
