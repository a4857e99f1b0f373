import { describe, expect, it } from 'vitest'
import { emptyCodebook } from '../../../core/codebook/empty.ts'
import { createDisk } from '../disk/disk.ts'
import { createProjectAt } from '../project/create-project.ts'
import { readProject } from '../project/read-project.ts'
import { adding, anAnnotationAt, countingEnvironment, startService, TEXTS, textOf, unwrap } from '../sets/testing.ts'
import { failingOps, type FailureRule } from '../testing/failing-ops.ts'
import { createForgetfulOps } from '../testing/forgetful-disk.ts'
import { saveCopy } from './save-copy.ts'

const A = TEXTS['a.txt'] ?? ''
const B = TEXTS['news/b.txt'] ?? ''

async function rig() {
  const environment = countingEnvironment()
  const ops = createForgetfulOps()
  for (const folder of ['/data', '/stick']) await ops.makeFolder(folder)
  let rule: FailureRule = () => null
  const disk = createDisk(failingOps(ops, (call, path) => rule(call, path)), environment)
  unwrap(await createProjectAt(disk, '/project', { name: 'Talks', codebook: emptyCodebook('Talks', 'talks'), environment }))
  for (const [path, text] of Object.entries(TEXTS)) unwrap(await disk.writeAtomic(`/project/articles/${path}`, text, { expected: null }))
  const opened = unwrap(await readProject(disk, '/project'))
  const { service } = await startService(disk, { environment })
  const mark = async (id: string, article: string, text: string, start: number) => {
    const set = unwrap(await service.open(article))
    return service.apply({ id, at: '2031-03-04T10:00:00.000Z', kind: 'annotate' }, [{ article, base: set.revision, diff: adding(anAnnotationAt(text, id, start, start + 4)) }])
  }
  unwrap(await mark('g1', 'a.txt', A, 0))
  unwrap(await service.flush())
  unwrap(await mark('g2', 'a.txt', A, 5))
  const copy = (more: Partial<Parameters<typeof saveCopy>[0]> = {}) =>
    saveCopy({ disk, environment, folder: '/project', project: opened.project, codebook: opened.codebook, into: '/stick', unsaved: service.unsaved([]), texts: new Map(), ...more })
  return { disk, environment, service, mark, copy, fail: (next: FailureRule) => void (rule = next) }
}

describe('a copy saved elsewhere', () => {
  it('is a project of its own that has what could not be saved, and can be coded on', async () => {
    const { disk, environment, service, copy, fail } = await rig()
    fail((call, path) => (path.startsWith('/project') && !['readFile', 'stat', 'list', 'realPath', 'isLink'].includes(call) ? 'ENOSPC' : null))
    expect((await service.flush()).ok).toBe(false)
    const made = unwrap(await copy())
    expect(made).toMatchObject({ folder: '/stick/Talks (copy)', left: [] })
    const there = unwrap(await readProject(disk, made.folder))
    expect(there).toMatchObject({ readOnly: null, problems: [] })
    expect(there.project.id).not.toBe(unwrap(await readProject(disk, '/project')).project.id)
    const again = await startService(disk, { environment, folder: made.folder, projectId: there.project.id })
    expect(again.service.recovered).toBeNull()
    expect(unwrap(await again.service.open('a.txt')).annotations.map(({ id }) => id)).toEqual(['g1', 'g2'])
    expect(unwrap(await again.service.undo())?.changes).toHaveLength(1)
    // Where it came from goes on as before.
    fail(() => null)
    unwrap(await service.flush())
    expect(unwrap(await service.open('a.txt')).annotations).toHaveLength(2)
    expect(unwrap(await copy()).folder).toBe('/stick/Talks (copy 2)')
  })

  it('is made from memory where the project’s folder is gone, with what only the window holds', async () => {
    const { disk, environment, service, copy, fail } = await rig()
    const set = unwrap(await service.open('news/b.txt'))
    fail((_, path) => (path.startsWith('/project') || path.startsWith('/data') ? 'ENOENT' : null))
    const held = [{ gesture: { id: 'g3', at: '2031-03-04T10:01:00.000Z', kind: 'annotate' as const }, changes: [{ article: 'news/b.txt', base: set.revision, diff: adding(anAnnotationAt(B, 'g3', 0, 4)) }] }]
    const made = unwrap(await copy({ unsaved: service.unsaved(held), texts: new Map([['news/b.txt', B]]) }))
    expect(made.left.map(({ file }) => file)).toEqual(['articles/a.txt'])
    const there = unwrap(await readProject(disk, made.folder))
    const again = await startService(disk, { environment, folder: made.folder, projectId: there.project.id, journalFolder: '/stick/journal', texts: TEXTS })
    expect(unwrap(await again.service.open('news/b.txt')).annotations.map(({ id }) => id)).toEqual(['g3'])
    expect(unwrap(await again.service.open('a.txt')).annotations.map(({ id }) => id)).toEqual(['g1', 'g2'])
    expect(unwrap(await disk.readText(`${made.folder}/articles/news/b.txt`))).toBe(unwrap(await textOf(TEXTS)('news/b.txt')).text)
  })

  it('leaves out a file that is where a folder should be', async () => {
    const { disk, environment, service, copy } = await rig()
    unwrap(await createProjectAt(disk, '/other', { name: 'Talks', codebook: emptyCodebook('Talks', 'talks'), environment }))
    unwrap(await disk.writeAtomic('/other/annotations', 'not a folder', { expected: null }))
    const made = unwrap(await copy({ folder: '/other', unsaved: service.unsaved([]) }))
    expect(made.left.map(({ file }) => file)).toEqual(['annotations', 'articles/a.txt'])
    expect(unwrap(await disk.exists(`${made.folder}/annotations/ines/a.txt.json`))).toBe(true)
  })

  it('says what is wrong with the place, and leaves no project there', async () => {
    const { disk, copy, fail } = await rig()
    fail((call, path) => (call === 'create' && path.startsWith('/stick') && path.includes('annotations') ? 'EROFS' : null))
    expect(await copy()).toMatchObject({ ok: false, error: { code: 'disk.readonly' } })
    fail(() => null)
    expect((await readProject(disk, '/stick/Talks (copy)')).ok).toBe(false)
  })
})
