import { describe, expect, it } from 'vitest'
import { aCodebook } from '../../../core/formats/testing.ts'
import { annotationSetSchema, type AnnotationSet } from '../../../core/model/annotation-set.ts'
import { serialise } from '../../../core/model/canonical.ts'
import { createDisk } from '../disk/disk.ts'
import { failingOps } from '../testing/failing-ops.ts'
import { createForgetfulOps } from '../testing/forgetful-disk.ts'
import { createRegister } from './register.ts'
import { createSummaries, summarise } from './summaries.ts'
import { anAnnotationAt, CODEBOOK, countingEnvironment, unwrap } from './testing.ts'

const TEXT = 'Norvia will deliver'
const HASH = 'a'.repeat(64)
const actor = (name: string) => ({ actor: { state: 'decided' as const, value: [{ name, sector: 'GOV' }] } })

function aSet(path: string, more: Partial<AnnotationSet> = {}): AnnotationSet {
  return {
    format: 'concord/annotation-set',
    version: 1,
    article: { path, text_sha256: HASH },
    annotator: { key: 'ines', name: 'Inés' },
    codebook: CODEBOOK,
    revision: 1,
    state: { status: 'in_progress', changed: '2031-03-04T09:15:00.000Z' },
    relations: [],
    annotations: [anAnnotationAt(TEXT, 'a1', 0, 6, { attributes: actor('Norvia') }), anAnnotationAt(TEXT, 'a2', 7, 11)],
    ...more,
  }
}

async function rig() {
  const ops = createForgetfulOps()
  const reads: string[] = []
  const disk = createDisk(
    failingOps(ops, (call, path) => {
      if (call === 'readFile') reads.push(path)
      return null
    }),
    countingEnvironment(),
  )
  const put = async (folder: string, set: AnnotationSet) =>
    unwrap(
      await disk.writeAtomic(
        `/project/annotations/${folder}/${set.article.path}.json`,
        serialise(annotationSetSchema, set),
        { expected: undefined },
      ),
    )
  await put('ines', aSet('a.txt'))
  await put(
    'ines',
    aSet('news/b.txt', { annotations: [], state: { status: 'done', changed: '2031-03-04T09:15:00.000Z' } }),
  )
  await put('zoë', aSet('a.txt', { annotator: { key: 'zoë', name: 'Zoë' } }))
  const codebook = { version: CODEBOOK }
  const start = () => {
    const register = createRegister()
    const summaries = createSummaries({
      disk,
      folder: '/project',
      annotator: { key: 'ines', name: 'Inés' },
      codebook: () => aCodebook(),
      codebookVersion: () => codebook.version,
      textSha256: (article) => (article === 'gone.txt' ? undefined : article === 'other.txt' ? 'b'.repeat(64) : HASH),
      register,
      now: () => 1e12,
    })
    return { register, summaries }
  }
  return { disk, put, reads, start, codebook }
}

describe('summaries', () => {
  it('count annotations, what is incomplete, and progress; the register knows the entities', async () => {
    const { start } = await rig()
    const { summaries, register } = start()
    await summaries.scan()
    expect(summaries.of('a.txt')).toEqual({ annotations: 2, incomplete: 1, unplaced: 0, progress: 'in_progress' })
    expect(summaries.of('news/b.txt')).toEqual({ annotations: 0, incomplete: 0, unplaced: 0, progress: 'nothing_to_mark' })
    expect(summaries.of('c.txt')).toEqual({ annotations: 0, incomplete: 0, unplaced: 0, progress: 'not_started' })
    expect(summaries.annotators()).toEqual([
      { key: 'ines', name: 'Inés' },
      { key: 'zoë', name: 'Zoë' },
    ])
    expect(register.suggest('nor')[0]).toEqual({ name: 'Norvia', sector: 'GOV', count: 1, named: false })
    expect(summaries.problems()).toEqual([])
  })

  it('do not read again what has not changed, unless the codebook has', async () => {
    const { disk, put, reads, start, codebook } = await rig()
    await start().summaries.scan()
    const sets = () =>
      reads.splice(0).filter((path) => path.includes('/annotations/ines/') && path.endsWith('b.txt.json'))
    expect(sets()).toHaveLength(1)
    const second = start()
    await second.summaries.scan()
    expect(sets()).toEqual([])
    expect(second.summaries.of('a.txt').annotations).toBe(2)
    expect(second.register.suggest('nor')[0]?.name).toBe('Norvia')
    await put('ines', aSet('news/b.txt', { revision: 2 }))
    await second.summaries.scan()
    expect(second.summaries.of('news/b.txt').annotations).toBe(2)
    expect(sets().length).toBeGreaterThan(0)
    codebook.version = 'd'.repeat(64)
    await start().summaries.scan()
    expect(sets()).toHaveLength(1)
    unwrap(await disk.writeAtomic('/project/.concord/summaries-ines.json', 'broken', { expected: undefined }))
    await start().summaries.scan()
    expect(sets()).toHaveLength(1)
  })

  it('follow a gesture', async () => {
    const { start } = await rig()
    const { summaries, register } = start()
    await summaries.scan()
    const [first] = aSet('a.txt').annotations
    if (!first) throw new Error('no annotation')
    expect(summaries.update(aSet('a.txt', { annotations: [{ ...first, attributes: actor('Estal') }] }))).toEqual({
      annotations: 1,
      incomplete: 0, unplaced: 0,
      progress: 'in_progress',
    })
    expect(summaries.of('a.txt').annotations).toBe(1)
    expect(register.suggest('norv')).toEqual([])
    expect(register.suggest('estal')[0]?.count).toBe(1)
  })

  it('keep what a gesture did while the files are looked at', async () => {
    const { start } = await rig()
    const { summaries } = start()
    const scanned = summaries.scan()
    summaries.update(aSet('a.txt', { annotations: [] }))
    await scanned
    expect(summaries.of('a.txt').annotations).toBe(0)
    await summaries.scan()
    expect(summaries.of('a.txt').annotations).toBe(2)
  })

  it('list sets that cannot be used, in order, and leave them alone', async () => {
    const { disk, put, start } = await rig()
    const bad = '{\n  "format": "concord/annotation-set",\n  "version": "1"\n}\n'
    unwrap(await disk.writeAtomic('/project/annotations/ines/bad.txt.json', bad, { expected: undefined }))
    await put('ines', aSet('gone.txt'))
    await put('ines', aSet('other.txt'))
    const { summaries } = start()
    await summaries.scan()
    expect(summaries.problems()).toMatchObject([
      { file: 'annotations/ines/bad.txt.json', line: 3 },
      { file: 'annotations/ines/gone.txt.json', message: expect.stringContaining('not in the project') },
    ])
    expect(summaries.changed()).toEqual(['other.txt'])
    expect(unwrap(await disk.readText('/project/annotations/ines/bad.txt.json'))).toBe(bad)
  })
})

describe('summarise', () => {
  const at = '2031-03-04T09:15:00.000Z'
  const condition = { id: 'condition', name: 'Condition', help: '', type: 'link' as const, relation: 'if' }
  const asking = aCodebook({ attributes: [{ ...condition, labels: ['pledge'], stage: 'now' }] })
  const set = aSet('a.txt')
  const link = {
    id: 'r1',
    type: 'if',
    from: { article: 'a.txt', annotation: 'a1' },
    to: { article: 'a.txt', annotation: 'a2' },
    created: at,
    modified: at,
  }

  it('follows links and codebooks although the records are the same', () => {
    expect(summarise(set, asking).incomplete).toBe(2)
    expect(summarise({ ...set, relations: [link] }, asking).incomplete).toBe(1)
    expect(summarise({ ...set, relations: [{ ...link, type: 'other' }] }, asking).incomplete).toBe(2)
    expect(summarise(set, { ...asking, attributes: [] }).incomplete).toBe(0)
    expect(summarise(set, asking).incomplete).toBe(2)
  })

  it('looks at a record once, however often its set changes', () => {
    let asked = 0
    const counting = {
      ...asking,
      get attributes() {
        asked += 1
        return asking.attributes
      },
    }
    summarise(set, counting)
    expect(asked).toBeGreaterThan(0)
    const before = asked
    summarise({ ...set, revision: 2 }, counting)
    expect(asked).toBe(before)
  })
})
