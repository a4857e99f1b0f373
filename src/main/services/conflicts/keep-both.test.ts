import { describe, expect, it } from 'vitest'
import { annotationSetSchema, type AnnotationSet } from '../../../core/model/annotation-set.ts'
import { serialise } from '../../../core/model/canonical.ts'
import { isOtherVersion } from '../../../core/conflicts/other-version.ts'
import { adding, anAnnotationAt, countingEnvironment, startService, TEXTS, unwrap } from '../sets/testing.ts'
import { createForgetfulDisk } from '../testing/forgetful-disk.ts'
import { isCopyName } from './find-versions.ts'
import { keepBoth } from './keep-both.ts'

const A = TEXTS['a.txt'] ?? ''
const FILE = '/project/annotations/ines/a.txt.json'
const INES = { key: 'ines', name: 'Ines' }

/** Ines has one annotation on disk. */
async function rig() {
  const environment = countingEnvironment()
  const { disk } = createForgetfulDisk(environment)
  const { service, timer } = await startService(disk, { environment })
  unwrap(await service.open('a.txt'))
  const mark = (id: string, base: number, start: number) => service.apply({ id, at: '2031-03-04T10:00:00.000Z', kind: 'annotate' }, [{ article: 'a.txt', base, diff: adding(anAnnotationAt(A, id, start, start + 4)) }])
  unwrap(await mark('g1', 0, 0))
  unwrap(await service.flush())
  const own = (): Promise<AnnotationSet> => read(FILE)
  const read = async (path: string) => annotationSetSchema.parse(JSON.parse(unwrap(await disk.readText(path))))
  const put = async (path: string, text: string) => void unwrap(await disk.writeAtomic(path, text, { expected: undefined }))
  const another = async (...ids: string[]) => {
    const set = await own()
    return { ...set, revision: 7, annotations: [...set.annotations, ...ids.map((id, index) => anAnnotationAt(A, id, 20 + index, 24 + index))] }
  }
  const keep = async () => unwrap(await keepBoth({ disk, folder: '/project', annotator: INES, unsaved: service.unsaved([]).map(({ set }) => set), takeOver: service.takeOver }))
  const aside = async () => unwrap(await disk.walk('/project/conflicts')).map(({ path }) => path)
  return { disk, service, timer, mark, own, read, put, another, keep, aside }
}

const ids = ({ annotations }: AnnotationSet) => annotations.map(({ id }) => id)
const OTHER = '/project/annotations/ines%20%28other%20version%29/a.txt.json'

describe('where two have written one set', () => {
  it('another profile or an older version: both are kept, and saving goes on', async () => {
    const { service, mark, own, read, put, another, keep, aside } = await rig()
    unwrap(await mark('g2', 1, 5))
    await put(FILE, serialise(annotationSetSchema, await another('x1')))
    expect(await service.flush()).toMatchObject({ ok: false, error: { code: 'file.changed', message: expect.stringContaining('not overwritten') } })
    expect(ids(await own())).toEqual(['g1', 'x1'])
    expect(await keep()).toEqual({ articles: ['a.txt'], left: [] })
    unwrap(await service.flush())
    expect(ids(await own())).toEqual(['g1', 'g2'])
    const other = await read(OTHER)
    expect(ids(other)).toEqual(['g1', 'x1'])
    expect(isOtherVersion(other.annotator.key, 'ines')).toBe(true)
    expect(await aside()).toHaveLength(1)
  })

  it.each([
    'a.txt (Ines Duarte’s conflicted copy 2031-03-04).json',
    'a.txt (conflicted copy 2031-03-04 091500).json',
    'a.txt_conflict-20310304-091500.json',
    'a.txt.sync-conflict-20310304-091500-ABCDEFG.json',
    'a.txt-LAPTOP-7Q2.json',
    'a.txt 2.json',
    'a.txt (1).json',
  ])('a synchroniser’s copy: %s', async (name) => {
    const { disk, own, read, put, another, keep, aside } = await rig()
    const before = await own()
    await put(`/project/annotations/ines/${name}`, serialise(annotationSetSchema, await another('x1')))
    expect((await keep()).articles).toEqual(['a.txt'])
    expect(await own()).toEqual(before)
    expect(ids(await read(OTHER))).toEqual(['g1', 'x1'])
    expect(unwrap(await disk.exists(`/project/annotations/ines/${name}`))).toBe(false)
    expect(await aside()).toHaveLength(1)
    expect(await keep()).toEqual({ articles: [], left: [] })
  })

  it('marks of version control: the own side stays, the other stands beside it, and the file as it was is aside', async () => {
    const { disk, own, read, put, another, keep, aside } = await rig()
    const [ours, theirs] = [await another('x1'), await another('x2')].map((set) => serialise(annotationSetSchema, set).split('\n'))
    const from = ours?.findIndex((line, index) => line !== theirs?.[index]) ?? 0
    const merged = [...(ours?.slice(0, from) ?? []), '<<<<<<< HEAD', ...(ours?.slice(from) ?? []), '=======', ...(theirs?.slice(from) ?? []), '>>>>>>> laptop', ''].join('\n')
    await put(FILE, merged)
    expect((await keep()).articles).toEqual(['a.txt'])
    expect(ids(await own())).toEqual(['g1', 'x1'])
    expect(ids(await read(OTHER))).toEqual(['g1', 'x2'])
    const [kept = ''] = await aside()
    expect(unwrap(await disk.readText(`/project/conflicts/${kept}`))).toBe(merged)
  })

  it('a third version takes a name of its own; the same one again does not', async () => {
    const { put, another, keep, disk } = await rig()
    for (const id of ['x1', 'x2', 'x1']) {
      await put('/project/annotations/ines/a.txt 2.json', serialise(annotationSetSchema, await another(id)))
      await keep()
    }
    const folders = unwrap(await disk.list('/project/annotations')).map(({ name }) => name)
    expect(folders).toEqual(['ines', 'ines%20%28other%20version%202%29', 'ines%20%28other%20version%29'])
  })

  it('leaves other people’s files and articles alone', () => {
    expect(isCopyName('a.txt', 'a.txt')).toBe(false)
    expect(isCopyName('news/a.txt', 'a.txt')).toBe(false)
    expect(isCopyName('a.txt/b.txt', 'a.txt')).toBe(false)
    expect(isCopyName('e\u0301.txt 2', 'é.txt')).toBe(true)
  })
})
