import { KIND_WORDS, remarkWords } from '../core/extract/remark-words.ts'
import { fail } from '../core/result.ts'
import type { AddReport } from '../main/services/articles/add-articles.ts'
import { createArticleStore } from '../main/services/articles/article-store.ts'
import { createExtractor } from '../main/services/extract/extractor.ts'
import { readProject } from '../main/services/project/read-project.ts'
import type { CliError, Command } from './command.ts'
import { failure } from './command.ts'
import { formatTable } from './print.ts'

export const addCommand: Command = {
  name: 'add',
  summary: 'Put articles (.txt, .md, .html, .docx, .pdf, .rtf, .epub) into a project.',
  arguments: 'DIR FILE…',
  least: 2,
  most: Infinity,
  options: {},
  details: [
    'Plain text is copied unchanged. Of a document, the text becomes the article, and the document is kept beside it in originals/.',
    'FILE may be a folder: it keeps its name and everything below it. An article whose text is there already is pointed',
    'out and not copied. A file that cannot be used is named on stderr; the others are added all the same, and the exit',
    'code is then 1.',
  ].join('\n'),
  run: async ({ positionals, resolve, disk, environment, progress }) => {
    const [dir = '', ...files] = positionals
    const folder = resolve(dir)
    const opened = await readProject(disk, folder)
    if (!opened.ok) return failure(opened.error)
    if (opened.value.readOnly !== null) {
      return failure(
        fail(
          'project.readOnly',
          `Nothing was added to ${folder}: ${opened.value.readOnly}`,
          'Work on a copy, or open it with a newer Concord.',
        ).error,
      )
    }
    const articles = createArticleStore(disk, folder, environment)
    const scanned = await articles.scan()
    if (!scanned.ok) return failure(scanned.error)
    const extractor = createExtractor(new URL('../main/workers/extract.ts', import.meta.url))
    const report = await articles.add(files.map(resolve), {
      extractor,
      onProgress: (done, total) => progress(`${done} of ${total}`),
    })
    extractor.close()
    const rows = [
      ...report.added.map((one) => ['added', one.path, aboutAdded(one)]),
      ...report.duplicates.map(({ name, sameAs }) => ['there already', name, `same text as ${sameAs}`]),
    ]
    const counts = `${report.added.length} added, ${report.duplicates.length} there already, ${report.refused.length} refused.`
    return {
      ok: report.refused.length === 0,
      text: rows.length === 0 ? counts : `${formatTable(rows)}\n${counts}`,
      json: { added: report.added, duplicates: report.duplicates, refused: report.refused },
      errors: report.refused.map(refusal),
    }
  },
}

/** How a text was read, or what it was taken from. */
function aboutAdded({ notice, extracted }: AddReport['added'][number]): string {
  if (extracted) return `${KIND_WORDS[extracted.kind]}${extracted.remarks.map((remark) => `; ${remarkWords(remark)}`).join('')}`
  return notice === null ? '' : `${notice.split('. ')[0]}.`
}

function refusal({ name, reason }: { readonly name: string; readonly reason: string }): CliError {
  return {
    file: name,
    line: null,
    message: `not added: ${reason}`,
    remedy: 'Put that right and add the file again, or leave it out.',
  }
}
