import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyCommand } from '../../core/annotating/apply-command.ts'
import { pledgesAndAgreements } from '../../core/codebook/starter.ts'
import { tortureTexts, wordsIn } from '../../core/text/testing/torture.ts'
import { createArticleStore } from './articles/article-store.ts'
import { nodeDisk } from './disk/disk.ts'
import { exportSets } from './export/export-service.ts'
import { startService, unwrap } from './sets/testing.ts'
import { temporaryFolders, testEnvironment } from './testing/temporary-folder.ts'

const newFolder = temporaryFolders()

/** A project on the real disk with one article. */
async function open(file: string, content: string) {
  const folder = await newFolder()
  await mkdir(join(folder, 'articles'))
  await writeFile(join(folder, 'articles', file), content)
  const environment = testEnvironment()
  const { text } = createArticleStore(nodeDisk, folder, environment)
  const start = async () => (await startService(nodeDisk, { folder, journalFolder: join(folder, 'journal'), environment, text })).service
  return { folder, environment, text, start }
}

describe.each(tortureTexts)('$name', (torture) => {
  it('is labelled, saved, loaded again and exported with the exact words', async () => {
    const { file, content, words } = torture
    const { folder, environment, text, start } = await open(file, content)
    const read = unwrap(await text(file))
    const place = wordsIn(torture)
    if (!place) {
      expect(read.text).toBe('')
      expect(unwrap(await (await start()).open(file)).annotations).toEqual([])
      return
    }
    expect(read.text).toBe(place.text)

    const service = await start()
    const set = unwrap(await service.open(file))
    const command = { kind: 'annotate', label: 'pledge', spans: [[{ start: place.start, end: place.end }]] } as const
    const diff = unwrap(applyCommand(set, command, { text: read.text, codebook: pledgesAndAgreements, articleDate: null, environment }))
    const gesture = { id: 'g1', at: '2031-03-04T09:15:00.000Z', kind: 'annotate' } as const
    unwrap(await service.apply(gesture, [{ article: file, base: set.revision, diff }]))
    unwrap(await service.close())

    const again = await start()
    expect(unwrap(await again.open(file)).annotations).toMatchObject([{ fragments: [{ start: place.start, end: place.end, quote: words }] }])
    unwrap(await again.close())

    const whole = { disk: nodeDisk, folder, project: 'Torture', codebook: pledgesAndAgreements, text, articles: null, annotators: null, outFolder: join(folder, 'out') }
    const receipt = unwrap(await exportSets({ ...whole, format: 'jsonl' }))
    expect(receipt).toMatchObject({ verified: true, annotations: 1, problems: [] })
    const line = JSON.parse(await readFile(join(folder, 'out', receipt.files[0]?.name ?? ''), 'utf8'))
    expect(line.quote).toBe(words)
    expect(place.text.slice(line.start_utf16, line.end_utf16)).toBe(words)
    expect([...place.text].slice(line.start, line.end).join('')).toBe(words)
    expect(unwrap(await exportSets({ ...whole, format: 'csv' }))).toMatchObject({ verified: true, annotations: 1, problems: [] })
  })
})
