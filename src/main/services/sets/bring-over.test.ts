import { describe, expect, it } from 'vitest'
import { applyDiff, EMPTY_DIFF } from '../../../core/annotating/diff.ts'
import { verifyAnnotation } from '../../../core/anchoring/verify.ts'
import { createForgetfulDisk } from '../testing/forgetful-disk.ts'
import type { BroughtOver } from './annotation-service.ts'
import { adding, anAnnotationAt, countingEnvironment, startService, unwrap } from './testing.ts'

const KEPT = 'Minister Ketrin met the envoy in Estalport on Tuesday and said that Norvia will deliver 40 ambulances 🚑 before the first snow, as both governments had asked in the spring.'
const REST = 'The talks go on in June. Nobody expects an agreement on the port before the elections, which both sides have called for at once.'
const TEXT = `Port talks\n\n${KEPT}\n\n${REST}\n`
const LATER = `Port talks\n\nThis article was corrected.\n\n${KEPT}\n\nThe talks are over.\n`

const pledge = anAnnotationAt(TEXT, 'a1', TEXT.indexOf('will deliver'), TEXT.indexOf(' before the first'))
const lost = anAnnotationAt(TEXT, 'a2', TEXT.indexOf('an agreement'), TEXT.indexOf(' before the elections'))

function on(text: string) {
  return { texts: { 'a.txt': text, 'b.txt': TEXT } }
}

async function rig() {
  const environment = countingEnvironment()
  const { disk } = createForgetfulDisk(environment)
  const told: BroughtOver[] = []
  const start = async (text: string) => (await startService(disk, { environment, ...on(text), onBroughtOver: (outcome) => told.push(outcome) })).service
  const gesture = (id: string, kind: 'annotate' | 'place' = 'annotate') => ({ id, at: '2031-03-04T09:15:00.000Z', kind })
  return { disk, told, start, gesture }
}

describe('an article that was changed', () => {
  it('has each annotation at its place or waiting; both come to disk, and the history says what happened', async () => {
    const { disk, told, start, gesture } = await rig()
    const first = await start(TEXT)
    unwrap(await first.apply(gesture('g1'), [{ article: 'a.txt', base: 0, diff: adding(pledge, lost) }]))
    unwrap(await first.close())
    const service = await start(LATER)
    const set = unwrap(await service.open('a.txt'))
    expect(told).toEqual([{ article: 'a.txt', placed: 1, open: 1 }])
    expect(set.annotations).toMatchObject([{ id: 'a1', fragments: [{ quote: 'will deliver 40 ambulances 🚑' }] }])
    for (const annotation of set.annotations) expect(verifyAnnotation(LATER, annotation)).toBeNull()
    expect(set.unplaced).toMatchObject([{ annotation: lost, state: 'open' }])
    unwrap(await service.close())
    const again = unwrap(await (await start(LATER)).open('a.txt'))
    expect(again).toEqual(set)
    expect(unwrap(await disk.readText('/project/history/ines/a.txt.jsonl'))).toContain('"kind":"reanchor"')
  })

  it('gives everything back when the article is restored, also what was decided to stay aside', async () => {
    const { start, gesture } = await rig()
    const first = await start(TEXT)
    unwrap(await first.apply(gesture('g1'), [{ article: 'a.txt', base: 0, diff: adding(pledge, lost) }]))
    unwrap(await first.close())
    const second = await start(LATER)
    const set = unwrap(await second.open('a.txt'))
    const [waiting] = set.unplaced ?? []
    if (!waiting) throw new Error('nothing waits')
    const aside = { ...EMPTY_DIFF, unplaced: { added: [], removed: [], updated: [{ from: waiting, to: { ...waiting, state: 'aside' as const } }] } }
    unwrap(await second.apply(gesture('g2', 'place'), [{ article: 'a.txt', base: set.revision, diff: aside }]))
    unwrap(await second.close())
    const restored = unwrap(await (await start(TEXT)).open('a.txt'))
    expect(restored.unplaced).toBeUndefined()
    expect(restored.annotations.map(({ id, fragments }) => [id, fragments[0]?.start])).toEqual([['a1', pledge.fragments[0]?.start], ['a2', lost.fragments[0]?.start]])
  })

  it('takes back decisions, and nothing that was done on the earlier text; other articles are as they were', async () => {
    const { start, gesture } = await rig()
    const first = await start(TEXT)
    unwrap(await first.apply(gesture('g1'), [{ article: 'b.txt', base: 0, diff: adding(pledge) }]))
    unwrap(await first.apply(gesture('g2'), [{ article: 'a.txt', base: 0, diff: adding(pledge, lost) }]))
    unwrap(await first.close())
    const service = await start(LATER)
    const set = unwrap(await service.open('a.txt'))
    const [waiting] = set.unplaced ?? []
    if (!waiting) throw new Error('nothing waits')
    const placed = { ...adding(anAnnotationAt(LATER, 'a2', LATER.indexOf('The talks are over'), LATER.length - 2)), unplaced: { added: [], updated: [], removed: [waiting] } }
    unwrap(await service.apply(gesture('g3', 'place'), [{ article: 'a.txt', base: set.revision, diff: placed }]))
    expect(unwrap(await service.undo())?.kind).toBe('place')
    expect(unwrap(await service.open('a.txt')).unplaced).toEqual([waiting])
    expect(unwrap(await service.undo())?.changes.map(({ article }) => article)).toEqual(['b.txt'])
    expect(unwrap(await service.undo())).toBeNull()
  })

  it('asks about everything where the earlier text was not kept', async () => {
    const { disk, start, gesture } = await rig()
    const first = await start(TEXT)
    unwrap(await first.apply(gesture('g1'), [{ article: 'a.txt', base: 0, diff: adding(pledge) }]))
    unwrap(await first.close())
    const kept = unwrap(await disk.walk('/project/.concord/texts'))
    expect(kept).toHaveLength(1)
    for (const { path } of kept) unwrap(await disk.remove(`/project/.concord/texts/${path}`))
    expect(unwrap(await (await start(LATER)).open('a.txt'))).toMatchObject({ annotations: [], unplaced: [{ annotation: { id: 'a1' } }] })
  })

  it('changes nothing in a project that cannot be written to', async () => {
    const { disk, start, gesture } = await rig()
    const first = await start(TEXT)
    unwrap(await first.apply(gesture('g1'), [{ article: 'a.txt', base: 0, diff: adding(pledge) }]))
    unwrap(await first.close())
    const { service } = await startService(disk, { environment: countingEnvironment(), ...on(LATER), readOnly: 'It is a newer version’s.' })
    expect(await service.open('a.txt')).toMatchObject({ ok: false, error: { code: 'article.changed' } })
  })

  it('takes the diff back as a whole', async () => {
    const { start, gesture } = await rig()
    const first = await start(TEXT)
    unwrap(await first.apply(gesture('g1'), [{ article: 'a.txt', base: 0, diff: adding(pledge) }]))
    const set = unwrap(await first.open('a.txt'))
    expect(applyDiff(set, { ...EMPTY_DIFF, text: { from: 'f'.repeat(64), to: 'e'.repeat(64) } })).toMatchObject({ ok: false })
  })
})
