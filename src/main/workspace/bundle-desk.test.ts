import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { annotatorKey } from '../../core/model/folder-name.ts'
import { applyImport } from '../services/bundle/apply-import.ts'
import { exportBundle } from '../services/bundle/export-bundle.ts'
import { openBundle } from '../services/bundle/open-bundle.ts'
import { takeBack } from '../services/bundle/take-back.ts'
import { aProjectWith, contextOf, putSet, TEXT } from '../services/bundle/testing/projects.ts'
import { nodeDisk } from '../services/disk/disk.ts'
import { nodeEnvironment } from '../services/environment.ts'
import { unwrap } from '../services/sets/testing.ts'
import { temporaryFolders } from '../services/testing/temporary-folder.ts'
import { bundleContext, changeOwn, undoOwn } from './bundle-desk.ts'
import { openWorkspace } from './open-workspace.ts'

const aFolder = temporaryFolders()
const desk = { disk: nodeDisk, environment: nodeEnvironment }

/** Ines’ project here, and a bundle with her set as it is on her other computer. */
async function ownBundle() {
  const parent = await aFolder()
  const here = await aProjectWith(parent, 'Here', { 'a.txt': TEXT })
  await putSet(here, 'Ines', 'a.txt', TEXT, ['one', 'two'])
  const there = await aProjectWith(parent, 'There', { 'a.txt': TEXT })
  await putSet(there, 'Ines', 'a.txt', TEXT, ['two', 'three', 'four'])
  const file = join(parent, 'other.concord.zip')
  unwrap(await exportBundle(await contextOf(there, 'Ines'), { annotators: null, articles: null, texts: false, replace: false }, file))
  const open = async () =>
    unwrap(await openWorkspace({ folder: here, annotator: () => ({ key: annotatorKey('Ines'), name: 'Ines' }), ...desk, journalFolder: join(parent, 'journal'), send: () => undefined }))
  const ids = async () => (JSON.parse(await readFile(join(here, 'annotations/ines/a.txt.json'), 'utf8')) as { annotations: { id: string }[] }).annotations.map(({ id }) => id).toSorted()
  return { bundle: unwrap(await openBundle(nodeDisk, file)), open, ids }
}

const CHOICES = { same: {}, files: { 'annotations/ines/a.txt.json': 'take' as const }, articles: true, codebook: { how: 'leave' as const } }

describe('the own set from another computer', () => {
  it('is taken as a gesture that undo takes back', async () => {
    const { bundle, open, ids } = await ownBundle()
    const workspace = await open()
    const context = unwrap(await bundleContext(desk, workspace))
    unwrap(await applyImport(context, bundle, CHOICES, changeOwn(workspace, context)))
    expect(await ids()).toEqual(['four', 'three', 'two'])
    expect(await workspace.annotations.undoState()).toMatchObject({ undo: 'import' })
    unwrap(await workspace.annotations.undo())
    unwrap(await workspace.annotations.close())
    expect(await ids()).toEqual(['one', 'two'])
  })

  it('goes back with the import as a whole, also after a restart', async () => {
    const { bundle, open, ids } = await ownBundle()
    const before = await open()
    const context = unwrap(await bundleContext(desk, before))
    const { id } = unwrap(await applyImport(context, bundle, CHOICES, changeOwn(before, context)))
    unwrap(await before.annotations.close())
    const after = await open()
    const again = unwrap(await bundleContext(desk, after))
    expect(unwrap(await takeBack(again, id ?? '', undoOwn(after, again)))).toMatchObject({ left: [] })
    unwrap(await after.annotations.close())
    expect(await ids()).toEqual(['one', 'two'])
  })
})
