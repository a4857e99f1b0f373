import { describe, expect, it } from 'vitest'
import { emptyCodebook } from '../../../core/codebook/empty.ts'
import { createProjectAt } from '../project/create-project.ts'
import { readProject } from '../project/read-project.ts'
import { adding, anAnnotationAt, countingEnvironment, startService, TEXTS, unwrap } from '../sets/testing.ts'
import { createForgetfulDisk } from '../testing/forgetful-disk.ts'
import { backupFolder, listBackups, makeBackup, restoreBackup } from './backup.ts'

const A = TEXTS['a.txt'] ?? ''
const BACKUPS = '/project/.concord/backups'

async function rig() {
  let now = Date.UTC(2031, 2, 4, 9, 15)
  const counting = countingEnvironment()
  const environment = { ...counting, now: () => (now += 1) }
  const { disk, powerCut } = createForgetfulDisk(environment)
  unwrap(await createProjectAt(disk, '/project', { name: 'Talks', codebook: emptyCodebook('Talks', 'talks'), environment }))
  for (const [path, text] of Object.entries(TEXTS)) unwrap(await disk.writeAtomic(`/project/articles/${path}`, text, { expected: null }))
  const { service } = await startService(disk, { environment })
  unwrap(await service.open('a.txt'))
  const mark = async (id: string, base: number) => {
    unwrap(await service.apply({ id, at: '2031-03-04T10:00:00.000Z', kind: 'annotate' }, [{ article: 'a.txt', base, diff: adding(anAnnotationAt(A, id, base, base + 4)) }]))
    unwrap(await service.flush())
  }
  const back = (keep = 10) => makeBackup(disk, environment, '/project', BACKUPS, keep)
  const later = (hours: number) => void (now += hours * 3_600_000)
  const contents = async (folder: string) => {
    const files: Record<string, string> = {}
    for (const { path } of unwrap(await disk.walk(folder))) files[path] = unwrap(await disk.readText(`${folder}/${path}`))
    return files
  }
  return { disk, powerCut, environment, service, mark, back, later, contents }
}

describe('a backup', () => {
  it('is the project as it was, byte for byte, and can be opened and coded on beside it', async () => {
    const { disk, powerCut, environment, mark, back, contents } = await rig()
    await mark('g1', 0)
    const then = await contents('/project')
    const made = unwrap(await back())
    expect(made?.name).toMatch(/^2031-03-04T09-15-\d\d-\d{3}Z\.zip$/)
    await mark('g2', 1)
    const now = await contents('/project')
    powerCut()
    const restored = unwrap(await restoreBackup(disk, '/project', BACKUPS, made?.name ?? ''))
    expect(restored).toBe('/project (backup 2031-03-04 09.15)')
    expect(await contents(restored)).toEqual(then)
    expect(await contents('/project')).toEqual(now)
    expect(unwrap(await readProject(disk, restored)).readOnly).toBeNull()
    const { service } = await startService(disk, { environment, folder: restored })
    expect(unwrap(await service.open('a.txt')).annotations.map(({ id }) => id)).toEqual(['g1'])
    expect(unwrap(await service.undo())?.changes).toHaveLength(1)
    expect(unwrap(await restoreBackup(disk, '/project', BACKUPS, made?.name ?? ''))).toBe('/project (backup 2031-03-04 09.15, 2)')
  })

  it('is not made twice of the same, does not hold the others, and the oldest go', async () => {
    const { disk, mark, back, later } = await rig()
    const sizes: number[] = []
    for (let round = 0; round < 5; round += 1) {
      await mark(`g${round}`, round)
      later(1)
      sizes.push(unwrap(await back(3))?.size ?? 0)
      expect(unwrap(await back(3))).toBeNull()
    }
    const kept = unwrap(await listBackups(disk, BACKUPS))
    expect(kept.map(({ at }) => at.slice(11, 13))).toEqual(['14', '13', '12'])
    expect(Math.max(...sizes)).toBeLessThan((sizes[0] ?? 0) * 2)
  })

  it('that is damaged is refused as a whole, and no project is made of it', async () => {
    const { disk, mark, back } = await rig()
    await mark('g1', 0)
    const made = unwrap(await back())
    const path = `${BACKUPS}/${made?.name}`
    const bytes = unwrap(await disk.readBytes(path))
    unwrap(await disk.writeAtomic(path, bytes.map((byte, index) => (index === 90 ? byte ^ 1 : byte)), { expected: undefined }))
    expect((await restoreBackup(disk, '/project', BACKUPS, made?.name ?? '')).ok).toBe(false)
    expect(unwrap(await disk.exists('/project (backup 2031-03-04 09.15)'))).toBe(false)
    expect((await restoreBackup(disk, '/project', BACKUPS, '../concord.json')).ok).toBe(false)
  })

  it('lies where the person says', () => {
    expect(backupFolder('/home/ines/Talks', 'p1', null)).toBe('/home/ines/Talks/.concord/backups')
    expect(backupFolder('/home/ines/Talks', 'p1', '/stick')).toMatch(/^\/stick\/Talks [0-9a-f]{8}$/)
  })
})
