import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { annotatorKey } from '../../core/model/folder-name.ts'
import type { Result } from '../../core/result.ts'
import { nodeDisk } from '../services/disk/disk.ts'
import { nodeEnvironment } from '../services/environment.ts'
import { temporaryFolders } from '../services/testing/temporary-folder.ts'
import { findOccurrences, MOST_OCCURRENCES } from './find-occurrences.ts'
import { openWorkspace } from './open-workspace.ts'
import { performCommands } from './perform-commands.ts'

const temporaryFolder = temporaryFolders()
const SAMPLE = join(import.meta.dirname, '../../../samples/pledges')

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

async function workspaceWith(articles: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder()
  await cp(SAMPLE, join(folder, 'project'), { recursive: true })
  for (const [name, text] of Object.entries(articles)) await writeFile(join(folder, 'project/articles', name), text)
  const annotator = () => ({ key: annotatorKey('Noor Haddad'), name: 'Noor Haddad' })
  return must(await openWorkspace({ folder: join(folder, 'project'), annotator, disk: nodeDisk, environment: nodeEnvironment, journalFolder: join(folder, 'journal'), send: () => undefined }))
}

const question = { query: 'zephyr 🚑', wholeWord: false, caseSensitive: true }
const options = () => ({ signal: new AbortController().signal, onProgress: () => undefined })

describe('occurrences in the project', () => {
  it('are found article by article, annotated as one gesture, known the next time, and gone with one undo', async () => {
    const workspace = await workspaceWith({ 'a.txt': 'A zephyr 🚑 and a zephyr 🚑.', 'b.txt': 'No wind.', 'c.txt': 'Zephyr 🚑; zephyr 🚑' })
    const steps: number[] = []
    const found = must(await findOccurrences(workspace, question, { ...options(), onProgress: (done) => steps.push(done) }))
    expect(found.articles.map(({ found: places }) => places.map(({ start }) => start))).toEqual([[2, 18], [11]])
    expect(found).toMatchObject({ more: false, unread: 0 })
    expect(steps.at(-1)).toBe(workspace.articles.all().length)
    const commands = found.articles.map(({ article, found: places }) => ({
      article, command: { kind: 'annotate' as const, label: 'pledge', spans: places.map(({ start, end }) => [{ start, end }]) },
    }))
    must(await performCommands(workspace, nodeEnvironment, 'annotate', commands))
    const labels = async () => must(await findOccurrences(workspace, question, options())).articles.flatMap(({ found: places }) => places.map(({ labels: there }) => there))
    expect(await labels()).toEqual([['pledge'], ['pledge'], ['pledge']])
    must(await workspace.annotations.undo())
    expect(await labels()).toEqual([[], [], []])
    must(await workspace.annotations.close())
  })

  it('stop where it is told, and say that there are more than can be looked through', async () => {
    const workspace = await workspaceWith({ 'a.txt': 'zephyr 🚑 '.repeat(MOST_OCCURRENCES), 'b.txt': 'zephyr 🚑' })
    const found = must(await findOccurrences(workspace, question, options()))
    expect(found.articles.map(({ found: places }) => places.length)).toEqual([MOST_OCCURRENCES])
    expect(found.more).toBe(true)
    const stopped = new AbortController()
    stopped.abort()
    expect(await findOccurrences(workspace, question, { ...options(), signal: stopped.signal })).toMatchObject({ ok: false, error: { code: 'work.cancelled' } })
    must(await workspace.annotations.close())
  })
})
