import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { annotationSetSchema } from '../core/model/annotation-set.ts'
import { createArticleStore } from '../main/services/articles/article-store.ts'
import { nodeDisk } from '../main/services/disk/disk.ts'
import { nodeEnvironment } from '../main/services/environment.ts'
import { createAnnotationService } from '../main/services/sets/annotation-service.ts'
import { concord } from './testing.ts'

const TEXT = '🚑 Norvia will deliver 40 ambulances.\nKenya agreed.\n'
let root = ''

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'concord-import-'))
  writeFileSync(join(root, 'norvia.txt'), TEXT)
  await concord(root, 'new', 'p', '--name', 'P', '--annotator', 'Ines', '--codebook', 'pledges-and-agreements')
  await concord(root, 'add', 'p', 'norvia.txt')
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

function setOf(folder: string) {
  return annotationSetSchema.parse(JSON.parse(readFileSync(join(root, 'p/annotations', folder, 'norvia.txt.json'), 'utf8')))
}

/** Another name than the article’s, and another kind of line end: articles are found by their text. */
const LINE = {
  text: TEXT.replaceAll('\n', '\r\n'),
  entities: [
    { id: 1, label: 'PLEDGE', start_offset: 10, end_offset: 36 },
    { id: 2, label: 'Place', start_offset: 39, end_offset: 44 },
    { id: 3, label: 'PLEDGE', start_offset: 10, end_offset: 500 },
  ],
  relations: [{ id: 1, from_id: 1, to_id: 2, type: 'made to' }],
  Comments: [],
}

describe('concord import', () => {
  it('reuses, creates and reports, adds nothing twice, and is taken back by one undo', async () => {
    writeFileSync(join(root, 'all.jsonl'), `${JSON.stringify(LINE)}\n`)
    const dry = await concord(root, 'import', 'p', 'all.jsonl', '--annotator', 'Tom', '--dry-run', '--json')
    expect(JSON.parse(dry.stdout)).toMatchObject({ annotations: 2, relations: 1, written: false, created: { labels: ['Place'] } })
    expect(readdirSync(join(root, 'p'))).not.toContain('annotations')

    const first = await concord(root, 'import', 'p', 'all.jsonl', '--annotator', 'Tom', '--json')
    expect(first.code).toBe(1)
    expect(first.stderr).toContain('all.jsonl:1: PLEDGE at 10–500 was not taken: this is no place in the text')
    const receipt = JSON.parse(first.stdout)
    expect(receipt).toMatchObject({ format: ['doccano-jsonl'], annotations: 2, relations: 1, map: { labels: { PLEDGE: 'pledge', Place: 'place' }, relations: { 'made to': 'made_to' } } })
    const set = setOf('tom')
    expect(set.annotations.map(({ label, fragments }) => [label, fragments[0]?.quote])).toEqual([['pledge', 'will deliver 40 ambulances'], ['place', 'Kenya']])
    expect((await concord(root, 'validate', 'p')).code).toBe(0)

    const again = await concord(root, 'import', 'p', 'all.jsonl', '--annotator', 'Tom', '--json')
    expect(JSON.parse(again.stdout)).toMatchObject({ annotations: 0, relations: 0, there: 2 })

    const articles = createArticleStore(nodeDisk, join(root, 'p'), nodeEnvironment)
    const service = await createAnnotationService({ disk: nodeDisk, folder: join(root, 'p'), projectId: JSON.parse(readFileSync(join(root, 'p/concord.json'), 'utf8')).id, journalFolder: join(root, 'journal'), environment: nodeEnvironment, annotator: { key: 'tom', name: 'Tom' }, codebookVersion: () => receipt.codebook, text: articles.text })
    if (!service.ok) throw new Error(service.error.message)
    const undone = await service.value.undo()
    expect(undone.ok && undone.value?.kind).toBe('import')
    await service.value.close()
    expect(setOf('tom').annotations).toEqual([])
  })

  it('follows a map, and leaves out what it says', async () => {
    writeFileSync(join(root, 'all.jsonl'), `${JSON.stringify({ ...LINE, entities: LINE.entities.slice(0, 2) })}\n`)
    writeFileSync(join(root, 'map.json'), JSON.stringify({ labels: { PLEDGE: 'agreement', Place: null } }))
    const { code, stderr } = await concord(root, 'import', 'p', 'all.jsonl', '--annotator', 'Ines', '--map', 'map.json', '--unknown', 'skip')
    expect(code).toBe(1)
    expect(stderr).toContain('the label Place is left out')
    expect(setOf('ines').annotations.map(({ label }) => label)).toEqual(['agreement'])
    writeFileSync(join(root, 'map.json'), JSON.stringify({ labels: { PLEDGE: 'nothing' } }))
    expect((await concord(root, 'import', 'p', 'all.jsonl', '--annotator', 'Ines', '--map', 'map.json')).stderr).toContain('PLEDGE → nothing: the codebook has no such thing')
  })

  it('gives a format back what it alone has', async () => {
    const ann = ['T1\tPledge 9 35\twill deliver 40 ambulances', 'T2\tActor 2 8\tNorvia', 'E1\tPledge:T1 Agent:T2', 'A1\tCertainty E1 2', 'N1\tReference T2 Wikipedia:5\tNorvia', '#1\tAnnotatorNotes E1\tsure', ''].join('\n')
    writeFileSync(join(root, 'x.ann'), ann)
    writeFileSync(join(root, 'x.txt'), TEXT)
    const taken = await concord(root, 'import', 'p', 'x.ann', 'x.txt', '--annotator', 'Ines')
    expect(taken.stderr).toBe('')
    expect((await concord(root, 'export', 'p', '--format', 'brat', '--out', 'out')).code).toBe(0)
    const written = readFileSync(join(root, 'out/norvia.ann'), 'utf8').split('\n')
    // The value goes by the name that the codebook gives it.
    expect(written.toSorted()).toEqual(ann.replace('E1 2', 'E1 2_Fairly_sure').split('\n').toSorted())
  })

  it('brings texts in where that is asked, and finds a text again whose blanks differ', async () => {
    writeFileSync(join(root, 'ds.jsonl'), [JSON.stringify({ text: 'A new text.', spans: [{ start: 2, end: 5, label: 'Pledge' }] }), JSON.stringify({ text: TEXT.trim().replace('\n', '  '), spans: [{ start: 38, end: 43, label: 'Pledge' }] }), ''].join('\n'))
    const without = await concord(root, 'import', 'p', 'ds.jsonl', '--annotator', 'Ines')
    expect(without.stderr).toContain('its text is that of no article of the project')
    expect(setOf('ines').annotations.map(({ fragments }) => fragments)).toEqual([[{ start: 38, end: 43, quote: 'Kenya' }]])
    const withIt = await concord(root, 'import', 'p', 'ds.jsonl', '--annotator', 'Ines', '--add-articles', '--json')
    expect(JSON.parse(withIt.stdout)).toMatchObject({ ok: true, addedArticles: ['ds/1.txt'], annotations: 1, there: 1 })
    expect((await concord(root, 'validate', 'p')).code).toBe(0)
  })

  it('asks which annotator where the files hold several', async () => {
    const line = (label: string) => `${JSON.stringify({ text: TEXT, label: [[10, 36, label]] })}\n`
    writeFileSync(join(root, 'ana.jsonl'), line('Pledge'))
    writeFileSync(join(root, 'ben.jsonl'), line('Agreement'))
    const which = await concord(root, 'import', 'p', 'ana.jsonl', 'ben.jsonl', '--annotator', 'Ines')
    expect(which.stderr).toContain('was annotated by several: ana, ben')
    await concord(root, 'import', 'p', 'ana.jsonl', 'ben.jsonl', '--annotator', 'Ines', '--from-annotator', 'ben')
    expect(setOf('ines').annotations.map(({ label }) => label)).toEqual(['agreement'])
  })
})
