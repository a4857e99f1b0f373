import { open, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { applyCommand } from '../../src/core/annotating/apply-command.ts'
import { newId, timestamp } from '../../src/core/model/environment.ts'
import { filterArticles, sortArticles } from '../../src/core/query/article-list.ts'
import type { Result } from '../../src/core/result.ts'
import { nodeDisk } from '../../src/main/services/disk/disk.ts'
import { nodeEnvironment } from '../../src/main/services/environment.ts'
import { exportSets, type ExportFormat } from '../../src/main/services/export/export-service.ts'
import { openWorkspace } from '../../src/main/workspace/open-workspace.ts'
import { rowOf, type Workspace } from '../../src/main/workspace/workspace.ts'
import { ANNOTATOR, type MadeFolder } from './project-folder.ts'

/** Ours and the obvious alternative, each as something to be timed. Whatever is set up before the clock runs is in `before`. */
export interface Case {
  readonly name: string
  readonly against: string
  readonly before?: () => Promise<void>
  readonly ours: () => Promise<void>
  readonly theirs: () => Promise<void>
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.message} ${result.error.remedy}`)
  return result.value
}

export async function openIt(folder: string, journalFolder: string): Promise<Workspace> {
  return must(
    await openWorkspace({ folder, annotator: () => ANNOTATOR, disk: nodeDisk, environment: nodeEnvironment, journalFolder, send: () => undefined }),
  )
}

/** Reads every file of the project and parses what is JSON, as a script would that keeps nothing between two runs. */
async function readEverything({ files }: MadeFolder): Promise<void> {
  for (const file of files) {
    const text = await readFile(file, 'utf8')
    if (file.endsWith('.json')) JSON.parse(text)
  }
}

async function appendAndSync(file: string, line: string): Promise<void> {
  const handle = await open(file, 'a')
  await handle.write(line)
  await handle.sync()
  await handle.close()
}

export async function casesFor(made: MadeFolder, scratch: string): Promise<readonly Case[]> {
  const { folder } = made
  const journal = join(scratch, 'journal')
  const reopen = async (): Promise<void> => {
    await must(await (await openIt(folder, journal)).annotations.close())
  }
  const workspace = await openIt(folder, join(scratch, 'other-journal'))
  const rows = workspace.articles.all().map((facts) => rowOf(workspace, facts))
  const article = 'wire/0/00000.txt'
  const { text } = must(await workspace.articles.text(article))

  let at = 0
  async function gesture(): Promise<void> {
    const set = must(await workspace.annotations.open(article))
    at = (at + 97) % (text.length - 40)
    const command = { kind: 'annotate', label: 'pledge', spans: [[{ start: at, end: at + 30 }]] } as const
    const diff = must(applyCommand(set, command, { text, codebook: workspace.opened.codebook, articleDate: null, environment: nodeEnvironment }))
    const made = { id: newId(nodeEnvironment), at: timestamp(nodeEnvironment.now()), kind: 'annotate' as const }
    must(await workspace.annotations.apply(made, [{ article, base: set.revision, diff }]))
  }

  const exported = (format: ExportFormat) => async (): Promise<void> => {
    must(
      await exportSets({
        disk: nodeDisk, folder, project: 'Bench', codebook: workspace.opened.codebook, text: (path) => workspace.articles.text(path),
        articles: null, annotators: null, format, outFolder: join(scratch, 'out'),
      }),
    )
  }
  const dumped = async (): Promise<void> => {
    const lines: string[] = []
    for (const file of made.files) {
      if (!file.endsWith('.json')) continue
      const set: { readonly annotations: readonly object[] } = JSON.parse(await readFile(file, 'utf8'))
      for (const annotation of set.annotations) lines.push(JSON.stringify(annotation))
    }
    await writeFile(join(scratch, 'dump.jsonl'), lines.join('\n'))
  }
  const clean = () => rm(join(scratch, 'out'), { recursive: true, force: true })

  return [
    {
      name: 'open, first time', against: 'read and parse every file',
      before: () => rm(join(folder, '.concord'), { recursive: true, force: true }), ours: reopen, theirs: () => readEverything(made),
    },
    { name: 'open again', against: 'read and parse every file', ours: reopen, theirs: () => readEverything(made) },
    {
      name: 'filter and sort the list, a key', against: 'Array.filter and localeCompare',
      ours: async () => void sortArticles(filterArticles(rows, 'report 7', null), { key: 'title', descending: false }),
      theirs: async () =>
        void rows.filter(({ title }) => title.toLowerCase().includes('report 7')).sort((a, b) => a.title.localeCompare(b.title)),
    },
    {
      name: 'a gesture, until it is safe', against: 'append a line and fsync',
      ours: gesture, theirs: () => appendAndSync(join(scratch, 'log'), `${'x'.repeat(900)}\n`),
    },
    { name: 'export JSON Lines, read back and compared', against: 'JSON.stringify, unchecked', before: clean, ours: exported('jsonl'), theirs: dumped },
    { name: 'export CSV, read back and compared', against: 'JSON.stringify, unchecked', before: clean, ours: exported('csv'), theirs: dumped },
  ]
}
