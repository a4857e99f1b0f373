import { describe, expect, it } from 'vitest'
import { countingEnvironment, manualTimer, unwrap } from '../sets/testing.ts'
import { createForgetfulDisk } from '../testing/forgetful-disk.ts'
import { createChangeGatherer } from './change-gatherer.ts'
import { watchOwnWrites } from './own-writes.ts'
import { watchedFile, type WatchedFile } from './watched-file.ts'

const SET = 'annotations/tomas/wire/a.txt.json'

function rig() {
  const { disk: other } = createForgetfulDisk(countingEnvironment())
  const own = watchOwnWrites(other)
  const timer = manualTimer()
  const news: (readonly WatchedFile[])[] = []
  const gatherer = createChangeGatherer({ disk: own.disk, folder: '/project', isOwn: own.isOwn, onChange: async (files) => void news.push(files), startTimer: timer.start, quiet: 100 })
  const put = async (path: string, text: string) => void unwrap(await other.writeAtomic(`/project/${path}`, text, { expected: undefined }))
  const settle = async () => {
    timer.fire()
    await new Promise((resolve) => setImmediate(resolve))
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { own, other, timer, news, gatherer, put, settle }
}

describe('what a watched file is', () => {
  it.each([
    ['annotations/ines%20duarte/wire/ü/a.b.txt.json', { kind: 'set', folder: 'ines%20duarte', article: 'wire/ü/a.b.txt' }],
    ['reviews/noor/a.txt.json', { kind: 'review', folder: 'noor', article: 'a.txt' }],
    ['independent/noor/a.txt.json', { kind: 'independent', folder: 'noor', article: 'a.txt' }],
    ['adjudicated/wire/a.txt.json', { kind: 'adjudicated', article: 'wire/a.txt' }],
    ['articles/wire/a.MD', { kind: 'article', article: 'wire/a.MD' }],
    ['rounds/r1.json', { kind: 'round' }],
    ['concord.json', { kind: 'project' }],
    ['codebook.json', { kind: 'project' }],
    ['codebook/30951a.json', { kind: 'project' }],
    ['reviews/noor/a.txt.history.jsonl', null],
    ['annotations/tomas/.concord-0123456789abcdef.tmp', null],
    ['annotations/.sync/a.json', null],
    ['annotations/loose.json', null],
    ['articles/picture.png', null],
    ['notes.txt', null],
  ])('%s', (path, file) => {
    expect(watchedFile(path)).toEqual(file)
  })
})

describe('news of files', () => {
  it('come once it is quiet, all together, each once', async () => {
    const { gatherer, put, settle, news, timer } = rig()
    await put(SET, '{}')
    await put('articles/n.txt', 'New.')
    gatherer.report(SET)
    gatherer.report('articles/n.txt')
    gatherer.report(SET)
    expect(timer.waiting()).toEqual([100])
    await settle()
    expect(news).toEqual([[{ kind: 'set', folder: 'tomas', article: 'wire/a.txt' }, { kind: 'article', article: 'n.txt' }]])
    gatherer.report(SET)
    await settle()
    expect(news).toHaveLength(1)
  })

  it('are not told of what the app wrote itself, but of what came in its place', async () => {
    const { own, gatherer, put, settle, news } = rig()
    unwrap(await own.disk.writeAtomic(`/project/${SET}`, '{"by": "me"}', { expected: undefined }))
    gatherer.report(SET)
    await settle()
    expect(news).toEqual([])
    await put(SET, '{"by": "my other computer"}')
    gatherer.report(SET)
    await settle()
    expect(news).toHaveLength(1)
    unwrap(await own.disk.remove(`/project/${SET}`))
    gatherer.report(SET)
    await settle()
    expect(news).toHaveLength(1)
  })

  it('wait for a file that is half written, longer each time, and give up in the end', async () => {
    const { gatherer, put, settle, news, timer } = rig()
    await put(SET, '{"half": ')
    gatherer.report(SET)
    await settle()
    expect(timer.waiting()).toEqual([200])
    await settle()
    expect(timer.waiting()).toEqual([400])
    await put(SET, '{"half": "whole"}')
    await settle()
    expect(news).toHaveLength(1)
    expect(timer.waiting()).toEqual([])
    await put(SET, 'torn for good')
    gatherer.report(SET)
    for (let look = 0; look < 5; look += 1) await settle()
    expect(news).toHaveLength(2)
    expect(timer.waiting()).toEqual([])
  })

  it('tell that a file is gone', async () => {
    const { gatherer, put, other, settle, news } = rig()
    await put('articles/n.txt', 'New.')
    gatherer.report('articles/n.txt')
    await settle()
    unwrap(await other.remove('/project/articles/n.txt'))
    gatherer.report('articles/n.txt')
    await settle()
    expect(news).toHaveLength(2)
  })

  it('stop when they are told to', async () => {
    const { gatherer, put, settle, news } = rig()
    await put(SET, '{}')
    gatherer.report(SET)
    gatherer.stop()
    await settle()
    expect(news).toEqual([])
  })
})
