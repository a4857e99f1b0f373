import { basename, join } from 'node:path'
import type { Disk } from '../disk/disk.ts'
import { isArticleName } from './facts.ts'

export interface Candidate {
  readonly absolute: string
  /** As the person would say it: below what was chosen, with `/`. Also where it shall go inside `articles/`. */
  readonly name: string
}

export interface Gathered {
  readonly candidates: readonly Candidate[]
  readonly refused: readonly { readonly name: string; readonly reason: string }[]
}

/**
 * The files to add from what was chosen. A chosen folder keeps its name and everything below it; hidden files in it are
 * passed over without a word, other kinds of file and links are refused.
 */
export async function gather(disk: Disk, sources: readonly string[]): Promise<Gathered> {
  const candidates: Candidate[] = []
  const refused: { name: string; reason: string }[] = []
  const offer = (absolute: string, name: string) => {
    if (isArticleName(name)) candidates.push({ absolute, name })
    else refused.push({ name, reason: 'it is not a .txt or .md file.' })
  }
  for (const source of sources) {
    const name = basename(source)
    const stat = await disk.stat(source)
    if (!stat.ok || !stat.value) {
      refused.push({ name, reason: stat.ok ? `there is nothing at ${source}.` : stat.error.message })
    } else if (stat.value.kind === 'file') {
      offer(source, name)
    } else if (stat.value.kind === 'folder') {
      const walked = await disk.walk(source)
      if (!walked.ok) refused.push({ name, reason: walked.error.message })
      for (const file of walked.ok ? walked.value : []) {
        const path = `${name}/${file.path}`
        if (file.kind === 'file') offer(join(source, ...file.path.split('/')), path)
        else
          refused.push({
            name: path,
            reason: file.kind === 'link' ? 'it is a link. Add the file it leads to.' : 'it is not a file.',
          })
      }
    } else {
      refused.push({ name, reason: 'it is not a file.' })
    }
  }
  return { candidates, refused }
}
