import { cp, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { goBack } from '../../core/codebook/edits/go-back.ts'
import { merge } from '../../core/codebook/edits/merge.ts'
import { serialise } from '../../core/model/canonical.ts'
import { codebookSchema } from '../../core/model/codebook.ts'
import { annotatorKey } from '../../core/model/folder-name.ts'
import type { Result } from '../../core/result.ts'
import { nodeDisk } from '../services/disk/disk.ts'
import { nodeEnvironment } from '../services/environment.ts'
import { codebookText, importCodebook } from '../services/project/codebook-file.ts'
import { readCodebook } from '../services/project/codebook-files.ts'
import { codebookVersions } from '../services/project/codebook-versions.ts'
import { usesOnDisk } from '../services/sets/codebook-uses.ts'
import { temporaryFolders } from '../services/testing/temporary-folder.ts'
import { openWorkspace } from './open-workspace.ts'
import { renameEntity } from './rename-entity.ts'
import { saveCodebook } from './save-codebook.ts'

const temporaryFolder = temporaryFolders()
const SAMPLE = join(import.meta.dirname, '../../../samples/pledges')

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

async function sampleWorkspace() {
  const folder = await temporaryFolder()
  await cp(SAMPLE, join(folder, 'project'), { recursive: true })
  const name = 'Ines Duarte'
  const options = {
    folder: join(folder, 'project'),
    annotator: () => ({ key: annotatorKey(name), name }),
    disk: nodeDisk,
    environment: nodeEnvironment,
    journalFolder: join(folder, 'journal'),
    send: () => true,
  }
  return must(await openWorkspace(options))
}

async function bytesOf(folder: string): Promise<Record<string, string>> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    await Promise.all(files.filter((file) => file.isFile()).map(async (file) => [join(file.parentPath, file.name), await readFile(join(file.parentPath, file.name), 'utf8')])),
  )
}

describe('a codebook that is merged and taken back', () => {
  it('changes no annotation set, says who and when, and reads as before in the end', async () => {
    const workspace = await sampleWorkspace()
    const before = await bytesOf(join(workspace.folder, 'annotations'))
    const first = workspace.opened
    const uses = await usesOnDisk(nodeDisk, workspace.folder, workspace.annotator, first.codebook, null)
    expect(uses.labels['provision']).toBeGreaterThan(0)

    const merged = must(merge(first.codebook, 'label', 'provision', 'pledge'))
    const saved = must(await saveCodebook(workspace, nodeDisk, { ...merged, parent: first.project.codebook, change: 'merged' }, () => undefined, nodeEnvironment))
    const earlier = must(await readCodebook(nodeDisk, workspace.folder, first.project.codebook))
    const back = goBack(saved.codebook, earlier, [uses])
    const next = { ...back, parent: saved.version, change: 'back', extra: { ...back.extra, concord: { back_to: first.project.codebook } } }
    const again = must(await saveCodebook(workspace, nodeDisk, next, () => undefined, nodeEnvironment))
    expect(again.codebook.labels).toEqual(first.codebook.labels)
    expect(again.codebook.aliases).toEqual(first.codebook.aliases)

    const versions = await codebookVersions(nodeDisk, workspace.folder, workspace.opened.project.codebook)
    expect(versions.slice(0, 3).map(({ change, by, backTo }) => ({ change, by, backTo }))).toEqual([
      { change: 'back', by: 'Ines Duarte', backTo: first.project.codebook },
      { change: 'merged', by: 'Ines Duarte', backTo: null },
      { change: first.codebook.change, by: null, backTo: null },
    ])
    expect(await bytesOf(join(workspace.folder, 'annotations'))).toEqual(before)
    await workspace.annotations.close()
  })
})

describe('an entity', () => {
  it('is renamed in the annotator’s own values, in one step that undo takes back', async () => {
    const workspace = await sampleWorkspace()
    const uses = async () => (await usesOnDisk(nodeDisk, workspace.folder, workspace.annotator, workspace.opened.codebook, null)).entities
    const colleague = await bytesOf(join(workspace.folder, 'annotations', 'tomas%20berg'))
    const norvia = (await uses()).find(({ name }) => name === 'Norvia')
    if (!norvia) throw new Error('no Norvia')
    const { count, ...entity } = norvia
    const to = { ...entity, name: 'Kingdom of Norvia' }
    const changed = must(await renameEntity(workspace, nodeEnvironment, [entity], to))
    expect(changed.length).toBeGreaterThan(0)
    must(await workspace.annotations.flush())
    expect((await uses()).find(({ name, sector, code }) => name === to.name && sector === to.sector && code === to.code)?.count).toBe(count)
    expect(await bytesOf(join(workspace.folder, 'annotations', 'tomas%20berg'))).toEqual(colleague)
    must(await workspace.annotations.undo())
    must(await workspace.annotations.flush())
    expect((await uses()).some(({ name }) => name === to.name)).toBe(false)
    expect(must(await renameEntity(workspace, nodeEnvironment, [to], entity))).toEqual([])
    await workspace.annotations.close()
  })
})

describe('a codebook’s own file', () => {
  it.each(['json', 'csv'] as const)('comes back from %s', async (format) => {
    const workspace = await sampleWorkspace()
    const { codebook } = workspace.opened
    const path = join(await temporaryFolder(), `book.${format}`)
    await writeFile(path, codebookText(codebook, format))
    const back = must(await importCodebook(nodeDisk, path, nodeEnvironment))
    expect(serialise(codebookSchema, back)).toBe(serialise(codebookSchema, codebook))
    await workspace.annotations.close()
  })

  it('is refused with the line that is wrong', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'a.json'), '{\n  "format": "concord/codebook",\n  "version": 1\n}\n')
    await writeFile(join(folder, 'b.csv'), 'kind,id,name\r\ncodebook,b,B\r\nthing,x,X\r\n')
    expect(await importCodebook(nodeDisk, join(folder, 'a.json'), nodeEnvironment)).toMatchObject({ ok: false, error: { where: { file: 'a.json' } } })
    expect(await importCodebook(nodeDisk, join(folder, 'b.csv'), nodeEnvironment)).toMatchObject({ ok: false, error: { where: { file: 'b.csv', line: 3 } } })
  })
})
