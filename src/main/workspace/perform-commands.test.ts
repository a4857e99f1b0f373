import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { annotatorKey } from '../../core/model/folder-name.ts'
import type { Result } from '../../core/result.ts'
import { nodeDisk } from '../services/disk/disk.ts'
import { nodeEnvironment } from '../services/environment.ts'
import { temporaryFolders } from '../services/testing/temporary-folder.ts'
import { openWorkspace } from './open-workspace.ts'
import { performCommands } from './perform-commands.ts'

const temporaryFolder = temporaryFolders()
const SAMPLE = join(import.meta.dirname, '../../../samples/pledges')
const ONE = 'wire/2031-03-04-ambulances-for-estal.txt'
const OTHER = 'wire/2031-06-21-first-ambulances-arrive.txt'

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

async function sampleWorkspace() {
  const folder = await temporaryFolder()
  await cp(SAMPLE, join(folder, 'project'), { recursive: true })
  const annotator = () => ({ key: annotatorKey('Ines Duarte'), name: 'Ines Duarte' })
  return must(await openWorkspace({ folder: join(folder, 'project'), annotator, disk: nodeDisk, environment: nodeEnvironment, journalFolder: join(folder, 'journal'), send: () => undefined }))
}

describe('commands on articles that are not open', () => {
  it('are one gesture, which one undo takes back, and stand on the disk', async () => {
    const workspace = await sampleWorkspace()
    const sets = await workspace.annotations.look([ONE, OTHER, 'nothing/there.txt'])
    expect(sets[2]).toBeNull()
    const commands = [ONE, OTHER].map((path, index) => ({
      article: workspace.articles.byPath(path)?.id ?? '',
      command: { kind: 'set_values' as const, rows: [{ id: sets[index]?.annotations[0]?.id ?? '', note: `seen 👁 ${index}` }] },
    }))
    const changes = must(await performCommands(workspace, nodeEnvironment, 'set_values', commands))
    expect(changes.map(({ article, revision }) => [article, revision])).toEqual([
      [ONE, (sets[0]?.revision ?? 0) + 1],
      [OTHER, (sets[1]?.revision ?? 0) + 1],
    ])
    expect(must(await performCommands(workspace, nodeEnvironment, 'set_values', commands))).toEqual([])
    expect((await workspace.annotations.look([OTHER]))[0]?.annotations[0]?.note).toBe('seen 👁 1')
    must(await workspace.annotations.flush())
    expect(await readFile(join(workspace.folder, 'annotations/ines%20duarte', `${OTHER}.json`), 'utf8')).toContain('seen 👁 1')
    expect(must(await workspace.annotations.undo())?.changes).toHaveLength(2)
    expect(await workspace.annotations.undoState()).toMatchObject({ redo: 'set_values' })
    expect((await workspace.annotations.look([ONE]))[0]?.annotations[0]?.note).toBe(sets[0]?.annotations[0]?.note)
    must(await workspace.annotations.close())
  })

  it('are all done or none', async () => {
    const workspace = await sampleWorkspace()
    const [set] = await workspace.annotations.look([ONE])
    const id = (path: string) => workspace.articles.byPath(path)?.id ?? ''
    const refused = await performCommands(workspace, nodeEnvironment, 'set_values', [
      { article: id(ONE), command: { kind: 'set_values', rows: [{ id: set?.annotations[0]?.id ?? '', note: 'half' }] } },
      { article: id(OTHER), command: { kind: 'set_values', rows: [{ id: 'gone', note: 'half' }] } },
    ])
    expect(refused).toMatchObject({ ok: false, error: { code: 'annotation.gone' } })
    expect((await workspace.annotations.look([ONE]))[0]?.revision).toBe(set?.revision)
    const twice = { article: id(ONE), command: { kind: 'confirm_defaults' as const, ids: [] } }
    expect(await performCommands(workspace, nodeEnvironment, 'confirm_defaults', [twice, twice])).toMatchObject({ ok: false, error: { code: 'gesture.twice' } })
    must(await workspace.annotations.close())
  })
})
