import { join } from 'node:path'
import type { Environment } from '../../../core/model/environment.ts'
import type { Annotator } from '../../../core/model/annotation-set.ts'
import { serialiseLine } from '../../../core/model/canonical.ts'
import { ok, type AppError, type Result } from '../../../core/result.ts'
import type { Disk } from '../disk/disk.ts'
import { sha256 } from '../hash.ts'
import { journalLineSchema, type JournalEntry } from './journal-lines.ts'
import { createJournal, type Journal, type JournalContent } from './journal.ts'
import { parseLine, splitLines } from './line-file.ts'
import { problemOf, type Problem } from './problem.ts'
import { recover, type Recovery } from './recover.ts'
import type { ArticleText } from './set-file.ts'
import type { SetStore } from './set-store.ts'

export interface OpenJournalOptions {
  readonly disk: Disk
  readonly folder: string
  readonly projectId: string
  readonly journalFolder: string
  readonly environment: Environment
  readonly annotator: Annotator
  readonly text: (article: string) => Promise<Result<ArticleText>>
  readonly store: SetStore
  /** Nothing is put back and nothing written. */
  readonly leaveAlone: boolean
}

export interface OpenedJournal {
  readonly journal: Journal
  readonly recovery: Recovery
  readonly problems: readonly Problem[]
  /** In words, or null where nothing had to be put back. */
  readonly recovered: string | null
}

const NOTHING: Recovery = { gestures: [], articles: [], kept: new Map(), aside: new Map() }

/** Opens the journal of this project and annotator, and puts back into memory what the set files do not have. */
export async function openJournal(options: OpenJournalOptions): Promise<Result<OpenedJournal>> {
  const { disk, folder, annotator, store, text, leaveAlone } = options
  const path = await journalPath(options)
  if (!path.ok) return path
  if (leaveAlone)
    return ok({
      journal: createJournal({ disk, path: path.value, folder, annotator: annotator.key }),
      recovery: NOTHING,
      problems: [],
      recovered: null,
    })
  const journal = createJournal({ disk, path: path.value, folder, annotator: annotator.key })
  const content = await journal.open()
  if (!content.ok) return content
  const found = await recover(content.value, store, text)
  const problems: Problem[] = []
  if (content.value.damaged) problems.push(damagedJournal(path.value, content.value.damaged))
  const recovery = await setAside(options, path.value, content.value, found, problems)
  for (const [article, error] of recovery.kept) problems.push(problemOf(error, article))
  const unsaved = new Set([...recovery.kept.keys(), ...recovery.articles])
  const compacted = await journal.compact((article) => unsaved.has(article))
  if (!compacted.ok) return compacted
  return ok({ journal, recovery, problems, recovered: inWords(recovery) })
}

/**
 * The name tells project and annotator; its second part tells the folder, so that two copies of a project do not
 * share a journal. Where the project has moved since, the journal moves along.
 */
async function journalPath({
  disk,
  folder,
  projectId,
  journalFolder,
  annotator,
  leaveAlone,
}: OpenJournalOptions): Promise<Result<string>> {
  const stem = sha256(`${projectId}\n${annotator.key}`).slice(0, 24)
  const path = join(journalFolder, `${stem}-${sha256(folder).slice(0, 12)}.jsonl`)
  const exists = await disk.exists(path)
  if (!exists.ok) return exists
  const others = exists.value || leaveAlone ? [] : await journalsOf(disk, journalFolder, stem)
  for (const other of others) {
    const bytes = await disk.readBytes(other)
    const [first] = bytes.ok ? splitLines(bytes.value).lines : []
    const header = journalLineSchema.safeParse(parseLine(first?.text ?? ''))
    if (!bytes.ok || !header.success || header.data.kind !== 'project') continue
    const still = await disk.exists(join(header.data.folder, 'concord.json'))
    if (!still.ok || still.value) continue
    const moved = await disk.writeAtomic(path, bytes.value, { expected: null })
    if (!moved.ok) return moved
    const removed = await disk.remove(other)
    if (!removed.ok) return removed
    break
  }
  return ok(path)
}

async function journalsOf(disk: Disk, journalFolder: string, stem: string): Promise<string[]> {
  const entries = await disk.walk(journalFolder)
  if (!entries.ok) return []
  return entries.value
    .filter(({ path }) => path.startsWith(`${stem}-`) && path.endsWith('.jsonl'))
    .map(({ path }) => join(journalFolder, path))
}

/** Keeps what does not fit in a file of its own, so that nothing acknowledged is ever lost, and work can go on. */
async function setAside(
  { disk, environment }: OpenJournalOptions,
  path: string,
  content: JournalContent,
  found: Recovery,
  problems: Problem[],
): Promise<Recovery> {
  if (found.aside.size === 0) return found
  const entries = content.entries.flatMap((entry): JournalEntry[] => {
    const changes = entry.changes.filter(({ article }) => found.aside.has(article))
    return changes.length > 0 ? [{ ...entry, changes }] : []
  })
  const copy = path.replace(/\.jsonl$/, `.${environment.now()}.aside`)
  const lines = entries.map((entry) => serialiseLine(journalLineSchema, entry)).join('')
  const written = await disk.writeAtomic(copy, lines, { expected: undefined })
  // Where it cannot be set aside it stays in the journal, and its articles wait.
  if (!written.ok)
    return { ...found, aside: new Map<string, AppError>(), kept: new Map([...found.kept, ...found.aside]) }
  for (const [article, error] of found.aside) {
    problems.push({
      file: article,
      line: null,
      message: error.message,
      remedy: `${error.remedy} They are kept in ${copy}.`,
    })
  }
  return found
}

function inWords({ gestures, articles }: Recovery): string | null {
  if (articles.length === 0) return null
  const count = (many: number, one: string) => `${many} ${one}${many === 1 ? '' : 's'}`
  return `${count(gestures.length, 'change')} in ${count(articles.length, 'article')} had not been saved when Concord last stopped. They were put back.`
}

function damagedJournal(path: string, { copy, lines }: { copy: string; lines: readonly number[] }): Problem {
  return {
    file: path,
    line: lines[0] ?? null,
    message: `${path}, line ${lines.join(', ')}: the journal of unsaved work is damaged there. Everything else in it was put back.`,
    remedy: `The journal as it was found is kept in ${copy}.`,
  }
}
