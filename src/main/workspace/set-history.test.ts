import { describe, expect, it } from 'vitest'
import { emptyCodebook } from '../../core/codebook/empty.ts'
import { articleId } from '../../core/model/folder-name.ts'
import { createDisk } from '../services/disk/disk.ts'
import { sha256 } from '../services/hash.ts'
import { createProjectAt } from '../services/project/create-project.ts'
import { adding, anAnnotationAt, countingEnvironment, unwrap } from '../services/sets/testing.ts'
import { failingOps, type FailureRule } from '../services/testing/failing-ops.ts'
import { createForgetfulOps } from '../services/testing/forgetful-disk.ts'
import { openWorkspace } from './open-workspace.ts'
import { historyAt, historyOf, restoreHistory } from './set-history.ts'

const TEXT = 'Norvia will reopen the port.\n'
const ID = articleId('a.txt', sha256)

async function rig() {
  const environment = countingEnvironment()
  let rule: FailureRule = () => null
  const disk = createDisk(failingOps(createForgetfulOps(), (call, path) => rule(call, path)), environment)
  unwrap(await createProjectAt(disk, '/project', { name: 'Talks', codebook: emptyCodebook('Talks', 'talks'), environment }))
  unwrap(await disk.writeAtomic('/project/articles/a.txt', TEXT, { expected: null }))
  const open = async (keepHistory = 0) => unwrap(await openWorkspace({ folder: '/project', annotator: () => ({ key: 'ines', name: 'Ines' }), disk, environment, journalFolder: '/data/journal', keepHistory, send: () => undefined }))
  const workspace = await open()
  unwrap(await workspace.annotations.open('a.txt'))
  for (let at = 0; at < 8; at += 1) {
    unwrap(await workspace.annotations.apply({ id: `g${at}`, at: '2031-03-04T10:00:00.000Z', kind: 'annotate' }, [{ article: 'a.txt', base: at, diff: adding(anAnnotationAt(TEXT, `n${at}`, at, at + 4)) }]))
  }
  return { disk, environment, workspace, open, fail: (next: FailureRule) => void (rule = next) }
}

describe('earlier states of a set on disk', () => {
  it('can be looked at also while nothing can be saved, and are brought back as one undo', async () => {
    const { disk, environment, workspace, fail } = await rig()
    fail((call, path) => (call === 'write' && path.startsWith('/project/history') ? 'ENOSPC' : null))
    expect(unwrap(await historyOf(workspace, disk, ID)).map(({ revision }) => revision)).toEqual([8, 7, 6, 5, 4, 3, 2, 1])
    expect(unwrap(await historyAt(workspace, disk, ID, 3)).before.annotations).toHaveLength(3)
    fail(() => null)
    expect(unwrap(await restoreHistory(workspace, disk, environment, ID, 3, null))).toHaveLength(1)
    expect(unwrap(await workspace.annotations.open('a.txt')).annotations).toHaveLength(3)
    unwrap(await workspace.annotations.undo())
    expect(unwrap(await workspace.annotations.open('a.txt')).annotations).toHaveLength(8)
    expect(unwrap(await restoreHistory(workspace, disk, environment, ID, 8, null))).toEqual([])
    unwrap(await workspace.annotations.close())
  })

  it('reach as far as the bound that a person set, and undo with them', async () => {
    const { disk, workspace, open } = await rig()
    unwrap(await workspace.annotations.close())
    const again = await open(3)
    expect(unwrap(await historyOf(again, disk, ID)).map(({ revision }) => revision)).toEqual([8, 7, 6])
    expect(unwrap(await historyAt(again, disk, ID, 5)).before.annotations).toHaveLength(5)
    expect((await historyAt(again, disk, ID, 4)).ok).toBe(false)
    for (let step = 0; step < 3; step += 1) expect(unwrap(await again.annotations.undo())).not.toBeNull()
    expect(unwrap(await again.annotations.undo())).toBeNull()
    expect(again.annotations.problems).toEqual([])
    unwrap(await again.annotations.close())
  })
})
