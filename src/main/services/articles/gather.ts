import { basename, join } from 'node:path'
import { originalKind } from '../../../core/extract/kinds.ts'
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

const OTHER_KIND = 'it is of another kind. Text (.txt, .md), web pages (.html), Word (.docx), PDF, RTF and EPUB can be added.'

/**
 * The files to add from what was chosen. A chosen folder keeps its name and everything below it; hidden files in it, and
 * what browsers put beside a page that they save, are passed over without a word, other kinds of file and links are refused.
 */
export async function gather(disk: Disk, sources: readonly string[]): Promise<Gathered> {
  const candidates: Candidate[] = []
  const refused: { name: string; reason: string }[] = []
  const offer = (absolute: string, name: string) => {
    if (isArticleName(name) || originalKind(name) !== null) candidates.push({ absolute, name })
    else refused.push({ name, reason: OTHER_KIND })
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
      const files = walked.ok ? walked.value : []
      const besidePages = foldersOfPages(files.map((file) => file.path))
      for (const file of files) {
        if (besidePages(file.path)) continue
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

const PAGE_FOLDER = /(?:_files|\.files|-Dateien|_fichiers|_archivos|_bestanden|_ficheiros)$/

/** Whether a path is in the folder of pictures and scripts that a browser put beside the page of the same name. */
function foldersOfPages(paths: readonly string[]): (path: string) => boolean {
  const pages = new Set(paths.filter((path) => originalKind(path) === 'html').map((path) => path.replace(/\.[^.]+$/, '')))
  const isBesidePage = (folder: string) => PAGE_FOLDER.test(folder) && pages.has(folder.replace(PAGE_FOLDER, ''))
  return (path) => path.split('/').some((_part, index, parts) => isBesidePage(parts.slice(0, index).join('/')))
}
