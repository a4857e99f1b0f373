import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyCodebook } from '../../core/codebook/empty.ts'
import { fail } from '../../core/result.ts'
import { aLabel, aProjectWith, put, putSet, snapshot } from '../services/bundle/testing/projects.ts'
import { nodeDisk, type Disk } from '../services/disk/disk.ts'
import { nodeEnvironment } from '../services/environment.ts'
import { mapIntake, planIntake, type IntakeChoices } from '../services/interchange/intake/plan-intake.ts'
import { readIntake } from '../services/interchange/intake/read-intake.ts'
import { rememberedMap } from '../services/interchange/intake/remembered.ts'
import { unwrap } from '../services/sets/testing.ts'
import { temporaryFolders } from '../services/testing/temporary-folder.ts'
import { importInto, importToUndo, undoImport } from './import-desk.ts'
import { openWorkspace } from './open-workspace.ts'
import type { Workspace } from './workspace.ts'

const aFolder = temporaryFolders()
const desk = { disk: nodeDisk, environment: nodeEnvironment }
const TEXT = 'Norvia 🇰🇪 will deliver 40 ambulances to Kesh.\nIt e\u0301lan\n签署了协议。\n'
const CODEBOOK = { ...emptyCodebook('Mine', 'mine'), labels: [aLabel('pledge', 'Pledge', 'blue')] }
const INES = { key: 'ines', name: 'Ines' }
const TOM = { key: 'tom', name: 'Tom' }

const at = (quote: string, text = TEXT) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length })
const line = (name: string, text: string, spans: readonly (readonly [string, string])[]) =>
  JSON.stringify({ document: name, text, label: spans.map(([quote, label]) => [at(quote, text).start, at(quote, text).end, label])})

/** Two articles of which the project has one, coded by two: doccano’s lines, in UTF-16 as its screen counts. */
async function someFiles(): Promise<{ readonly project: string; readonly files: string; readonly parent: string }> {
  const parent = await aFolder()
  const project = await aProjectWith(parent, 'Here', { 'a.txt': TEXT, 'b.txt': 'Another text.\n' }, CODEBOOK)
  await putSet(project, 'Tom', 'a.txt', TEXT, ['one'], { state: { status: 'in_progress', changed: '2031-03-04T09:15:00.000Z' } })
  const files = join(parent, 'in')
  const words = [['deliver', 'Pledge'], ['40 ambulances', 'Amount'], ['签署', 'Sign']] as const
  await put(files, 'all.jsonl', `${line('a', TEXT, words)}\n${line('new/c', 'Kesh will deliver 👩‍👩‍👧‍👦 too.\n', [['deliver', 'Pledge']])}\n${line('b', 'Not the text that b has.\n', [['text', 'Pledge']])}\n`)
  return { project, files, parent }
}

const open = async (project: string, parent: string, disk: Disk = nodeDisk) =>
  unwrap(await openWorkspace({ folder: project, annotator: () => INES, disk, environment: nodeEnvironment, journalFolder: join(parent, 'journal'), send: () => undefined }))

const CHOICES: IntakeChoices = {
  people: new Map([[null, INES]]),
  map: { labels: { Pledge: 'pledge', Amount: { create: 'Amount' }, Sign: null } },
  values: 'create',
  articles: true,
}

async function take(workspace: Workspace, files: string, choices: IntakeChoices, more: { readonly signal?: AbortSignal; readonly disk?: Disk; readonly onProgress?: (done: number, total: number) => void } = {}) {
  const intake = unwrap(await readIntake(nodeDisk, nodeEnvironment, { paths: [files], format: null, own: {}, repairs: [], folder: workspace.folder, articles: workspace.articles.all() }, () => undefined))
  const mapping = unwrap(mapIntake(workspace.opened.codebook, intake.summary, choices, nodeEnvironment))
  const receipt = await importInto(workspace, { ...desk, disk: more.disk ?? nodeDisk }, {
    plan: planIntake(mapping, intake.documents, choices),
    refused: intake.summary.refused,
    source: { formats: [...intake.summary.formats], files: [...intake.summary.files], file_count: 1, people: [], map: { labels: Object.fromEntries(mapping.labels) }, remarks: [] },
    signal: more.signal ?? new AbortController().signal,
    onProgress: more.onProgress ?? (() => undefined),
  })
  return { receipt, intake }
}

/** Every file of the project but the cache. */
const everything = async (project: string) => ({ ...(await snapshot(project)), imports: await readdir(join(project, 'imports'), { recursive: true }).then((names) => names.filter((name) => name.includes('.')), () => []) })

describe('annotations of another tool', () => {
  it('come as one step that undo takes back as a whole, also after a restart', async () => {
    const { project, files, parent } = await someFiles()
    const before = await snapshot(project)
    const first = await open(project, parent)
    const { receipt, intake } = await take(first, files, CHOICES)
    expect(intake.summary.places).toEqual([
      { document: 'a', standing: 'same', article: 'a.txt' },
      { document: 'new/c', standing: 'new', article: 'new/c.txt' },
      { document: 'b', standing: 'differs', article: 'b.txt' },
    ])
    const { id, source } = unwrap(receipt)
    expect(source).toMatchObject({ annotations: 3, there: 0, articles: 2, added_articles: 1, not_taken: 2 })
    expect(source.taken_rows.map(({ article, label, quote }) => [article, label, quote])).toEqual([
      ['a.txt', 'Pledge', 'deliver'],
      ['a.txt', 'Amount', '40 ambulances'],
      ['new/c.txt', 'Pledge', 'deliver'],
    ])
    expect(source.not_taken_rows.map(({ file, line: number, what, why }) => [file, number, what, why])).toEqual([
      ['all.jsonl', 3, 'the document b', 'the article of this name in the project has another text, so its places would not fit'],
      ['all.jsonl', 1, 'annotation a3', 'the label Sign is left out'],
    ])
    const set = unwrap(await first.annotations.open('a.txt'))
    expect(set.annotations.map(({ label, fragments }) => [label, fragments[0]?.quote])).toEqual([['pledge', 'deliver'], ['amount', '40 ambulances']])
    expect(set.annotations.map(({ id: own }) => own)).toEqual(source.taken_rows.slice(0, 2).map(({ annotation }) => annotation))
    expect(set.codebook).toBe(first.opened.project.codebook)
    unwrap(await first.annotations.close())

    const again = await open(project, parent)
    expect(again.lastImport?.id).toBe(id)
    expect(await rememberedMap({ disk: nodeDisk, opened: again.opened, by: INES })).toMatchObject({ labels: { Pledge: 'pledge', Amount: 'amount', Sign: null } })
    const record = await importToUndo(again)
    expect(record?.id).toBe(id)
    if (record) expect(unwrap(await undoImport(again, desk, record)).left).toEqual([])
    unwrap(await again.annotations.close())
    const after = await snapshot(project)
    // What stays: the version of the codebook that was in force, and what happened to the set, taken back.
    const kept = Object.keys(after).filter((name) => before[name] !== after[name])
    expect(kept.map((name) => name.split('/')[0]).toSorted()).toEqual(['annotations', 'codebook', 'history'])
    expect(JSON.parse(after['annotations/ines/a.txt.json'] ?? '')).toMatchObject({ annotations: [], state: { status: 'in_progress' } })
    expect((await open(project, parent)).lastImport).toBeNull()
  })

  it('what was done after it is undone before it', async () => {
    const { project, files, parent } = await someFiles()
    const workspace = await open(project, parent)
    unwrap((await take(workspace, files, CHOICES)).receipt)
    unwrap(await workspace.annotations.close())
    const again = await open(project, parent)
    const set = unwrap(await again.annotations.open('a.txt'))
    const [annotation] = set.annotations
    const gesture = { id: 'later', at: '2099-01-01T00:00:00.000Z', kind: 'delete' as const }
    unwrap(await again.annotations.apply(gesture, [{ article: 'a.txt', base: set.revision, diff: { annotations: { added: [], updated: [], removed: annotation ? [annotation] : [] }, relations: { added: [], updated: [], removed: [] }, state: null } }]))
    expect(await importToUndo(again)).toBeNull()
    unwrap(await again.annotations.undo())
    expect((await importToUndo(again))?.own?.articles).toContain('a.txt')
    unwrap(await again.annotations.close())
  })

  it('go into the set of somebody else without telling what a blind coder may not see', async () => {
    const { project, files, parent } = await someFiles()
    // Tom has the first word already, and Ines may not know.
    const text = TEXT
    await putSet(project, 'Tom', 'a.txt', text, [], {
      state: { status: 'done', changed: '2031-03-04T09:15:00.000Z' },
      annotations: [{ id: 'toms', label: 'pledge', fragments: [{ ...at('deliver'), quote: 'deliver' }], prefix: text.slice(0, at('deliver').start).slice(-32), suffix: text.slice(at('deliver').end).slice(0, 32), attributes: {}, created: '2031-03-04T09:15:00.000Z', modified: '2031-03-04T09:15:00.000Z' }],
    })
    const before = await snapshot(project)
    const workspace = await open(project, parent)
    const { receipt } = await take(workspace, files, { ...CHOICES, people: new Map([[null, TOM]]) })
    const { id, source } = unwrap(receipt)
    expect(source).toMatchObject({ annotations: 3, there: 0 })
    expect(source.taken_rows.every(({ why, annotator }) => why === null && annotator === 'Tom')).toBe(true)
    expect(source.taken_rows.filter(({ article }) => article === 'a.txt').map(({ annotation }) => annotation)).toEqual([null, null])
    const tom = JSON.parse((await snapshot(project))['annotations/tom/a.txt.json'] ?? '')
    expect(tom.annotations.map(({ label }: { label: string }) => label)).toEqual(['pledge', 'amount'])
    expect(tom.state.status).toBe('in_progress')
    const history = (await snapshot(project))['history/tom/a.txt.jsonl'] ?? ''
    expect(history.endsWith('\n')).toBe(true)
    expect(JSON.parse(history)).toMatchObject({ gesture: { id, kind: 'import' }, revision: tom.revision })
    unwrap(await workspace.annotations.close())

    const again = await open(project, parent)
    expect(again.lastImport?.own).toBeUndefined()
    const record = await importToUndo(again)
    expect(record?.id).toBe(id)
    if (record) unwrap(await undoImport(again, desk, record))
    unwrap(await again.annotations.close())
    const after = await snapshot(project)
    expect(Object.keys(after).filter((name) => before[name] !== after[name]).every((name) => name.startsWith('codebook/'))).toBe(true)
  })

  it('that are cancelled at any step, or cannot be written, leave everything as it was', async () => {
    for (const people of [new Map([[null, INES]]), new Map([[null, TOM]])]) {
      const { project, files, parent } = await someFiles()
      const before = await everything(project)
      const workspace = await open(project, parent)
      let steps = 0
      for (let stop = 0, more = true; more; stop += 1) {
        const working = new AbortController()
        let step = 0
        const { receipt } = await take(workspace, files, { ...CHOICES, people }, { signal: working.signal, onProgress: () => void (step++ === stop && working.abort()) })
        // Past the last step there is nothing left to cancel.
        more = !receipt.ok
        steps = stop
        if (receipt.ok) break
        expect(receipt.error.code).toBe('work.cancelled')
        expect(await everything(project)).toEqual(before)
      }
      expect(steps).toBeGreaterThan(0)
      unwrap(await workspace.annotations.close())
    }
  })

  it.each(['articles/new/c.txt', 'annotations/tom/a.txt.json', 'concord.json', 'codebook.json'])('when %s cannot be written, nothing has happened', async (name) => {
    const { project, files, parent } = await someFiles()
    const before = await everything(project)
    const target = join(project, ...name.split('/'))
    let broken = name !== 'codebook.json'
    const disk: Disk = { ...nodeDisk, writeAtomic: async (path, ...rest) => (broken && path === target ? fail('disk.full', 'The disk is full.', 'Make room.') : nodeDisk.writeAtomic(path, ...rest)) }
    const workspace = await open(project, parent, disk)
    const { receipt } = await take(workspace, files, { ...CHOICES, people: new Map([[null, TOM]]) }, { disk })
    broken = false
    expect(receipt.ok).toBe(name === 'codebook.json')
    if (!receipt.ok) expect(await everything(project)).toEqual(before)
    unwrap(await workspace.annotations.close())
  })

  it('say what is wrong, by file and line, and change nothing', async () => {
    const { project, parent } = await someFiles()
    const before = await everything(project)
    await writeFile(join(parent, 'bad.jsonl'), '{"id": 1, "text": "Kesh", "label": [[0, 4, "Place"]]}\n{"id": 2, "text": \n')
    const workspace = await open(project, parent)
    const read = await readIntake(nodeDisk, nodeEnvironment, { paths: [join(parent, 'bad.jsonl')], format: 'doccano-jsonl', own: {}, repairs: [], folder: project, articles: workspace.articles.all() }, () => undefined)
    if (read.ok) expect(read.value.summary.refused).toMatchObject([{ file: 'bad.jsonl', line: 2 }])
    else expect(read.error.where).toEqual({ file: 'bad.jsonl', line: 2 })
    expect(await everything(project)).toEqual(before)
    unwrap(await workspace.annotations.close())
  })
})
