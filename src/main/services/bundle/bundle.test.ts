import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nameOfLabel } from '../../../core/codebook/lookup.ts'
import { bundleSchema, type Bundle } from '../../../core/model/bundle.ts'
import { serialise } from '../../../core/model/canonical.ts'
import { nodeDisk } from '../disk/disk.ts'
import { sha256 } from '../hash.ts'
import { readProject, saveCodebookVersion } from '../project/read-project.ts'
import { unwrap } from '../sets/testing.ts'
import { temporaryFolders } from '../testing/temporary-folder.ts'
import { applyImport, type ImportChoices } from './apply-import.ts'
import { describePlan } from './describe-plan.ts'
import { exportBundle, type BundleWanted } from './export-bundle.ts'
import { listImports } from './import-record.ts'
import { openBundle } from './open-bundle.ts'
import { planImport } from './plan-import.ts'
import { takeBack } from './take-back.ts'
import { aLabel, aProjectWith, CODEBOOK, contextOf, OTHER, put, putSet, snapshot, TEXT } from './testing/projects.ts'
import { writeZip } from './write-zip.ts'

const aFolder = temporaryFolders()
const ALL: BundleWanted = { annotators: null, articles: null, texts: true, replace: false }
const CHOICES: ImportChoices = { same: {}, files: {}, articles: true, codebook: { how: 'leave' } }

async function bundleOf(folder: string, name: string, wanted: Partial<BundleWanted> = {}): Promise<string> {
  const file = join(folder, '..', `${name}-${Math.random().toString(36).slice(2)}.concord.zip`)
  unwrap(await exportBundle(await contextOf(folder, name), { ...ALL, ...wanted }, file))
  return file
}

async function preview(folder: string, name: string, file: string, same: ImportChoices['same'] = {}) {
  const context = await contextOf(folder, name)
  const open = unwrap(await openBundle(nodeDisk, file))
  return describePlan(context, open, await planImport(context, open, same))
}

async function take(folder: string, name: string, file: string, choices: Partial<ImportChoices> = {}) {
  return unwrap(await applyImport(await contextOf(folder, name), unwrap(await openBundle(nodeDisk, file)), { ...CHOICES, ...choices }, null))
}

/** A bundle made by hand. */
async function bundleWith(folder: string, files: Readonly<Record<string, string>>, more: Partial<Bundle> = {}): Promise<string> {
  const bytes = Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }))
  const bundle: Bundle = {
    format: 'concord/bundle',
    version: 1,
    project: { id: 'p', name: 'Theirs' },
    created: '2031-03-04T09:15:00.000Z',
    by: { key: 'zoe', name: 'Zoe' },
    codebook: 'c'.repeat(64),
    articles: 'hashes',
    references: [{ path: 'a.txt', text_sha256: sha256(TEXT) }],
    files: bytes.map((file) => ({ path: file.name, bytes: file.bytes.length, sha256: sha256(file.bytes) })),
    ...more,
  }
  const path = join(folder, '..', `made-${Math.random().toString(36).slice(2)}.concord.zip`)
  await writeFile(path, await writeZip([{ name: 'bundle.json', bytes: new TextEncoder().encode(serialise(bundleSchema, bundle)) }, ...bytes]))
  return path
}

describe('a bundle from one project to another', () => {
  it('brings sets, texts and codebook versions, and is taken back as one', async () => {
    const there = await aProjectWith(await aFolder(), 'There', { 'a.txt': TEXT, 'news/é.txt': OTHER })
    const set = await putSet(there, 'Zoe', 'news/é.txt', OTHER, ['z1', 'z2'])
    const here = await aProjectWith(await aFolder(), 'Here', { 'moved.txt': TEXT })
    const before = await snapshot(here)
    const file = await bundleOf(there, 'Zoe')
    const seen = await preview(here, 'Ines', file)
    expect(seen.articles.map(({ standing, here: path }) => [standing, path])).toEqual([['moved', 'moved.txt'], ['comes', 'news/é.txt']])
    expect(seen).toMatchObject({ codebook: { standing: 'same' }, files: [{ standing: 'new', annotator: { name: 'Zoe' }, own: false }] })
    expect(await snapshot(here)).toEqual(before)

    const report = await take(here, 'Ines', file)
    expect(report.files.map(({ file: name, fate }) => `${name} ${fate}`).toSorted()).toEqual([
      'annotations/zoe/news/é.txt.json added',
      'articles/a.txt same',
      'articles/news/é.txt added',
    ])
    expect(JSON.parse((await snapshot(here))[join('annotations', 'zoe', 'news', 'é.txt.json')] ?? '')).toEqual(set)
    expect(await preview(here, 'Ines', file)).toMatchObject({ files: [{ standing: 'same' }] })

    expect(unwrap(await takeBack(await contextOf(here, 'Ines'), report.id ?? '', null))).toEqual({ files: 2, left: [] })
    expect(await snapshot(here)).toEqual(before)
    expect(await takeBack(await contextOf(here, 'Ines'), report.id ?? '', null)).toMatchObject({ ok: false, error: { code: 'import.gone' } })
  })

  it('matches articles by their text, and follows them in relations', async () => {
    const there = await aProjectWith(await aFolder(), 'There', { 'a.txt': TEXT, 'b.txt': OTHER })
    const end = (article: string, annotation: string) => ({ article, annotation })
    const at = '2031-03-04T09:15:00.000Z'
    await putSet(there, 'Zoe', 'b.txt', OTHER, ['z2'])
    await putSet(there, 'Zoe', 'a.txt', TEXT, ['z1'], { relations: [{ id: 'r', type: 'answers', from: end('a.txt', 'z1'), to: end('b.txt', 'z2'), created: at, modified: at }] })
    const here = await aProjectWith(await aFolder(), 'Here', { 'x/first.txt': TEXT, 'a.txt': OTHER })
    await take(here, 'Ines', await bundleOf(there, 'Zoe', { texts: false }))
    const files = await snapshot(here)
    expect(Object.keys(files).filter((path) => path.startsWith('annotations'))).toEqual(['annotations/zoe/a.txt.json', 'annotations/zoe/x/first.txt.json'])
    expect(JSON.parse(files['annotations/zoe/x/first.txt.json'] ?? '')).toMatchObject({
      article: { path: 'x/first.txt' },
      relations: [{ from: { article: 'x/first.txt' }, to: { article: 'a.txt' } }],
    })
  })

  it('says which article is not here, or has another text', async () => {
    const there = await aProjectWith(await aFolder(), 'There', { 'a.txt': TEXT, 'b.txt': OTHER })
    await putSet(there, 'Zoe', 'a.txt', TEXT, ['z1'])
    const here = await aProjectWith(await aFolder(), 'Here', { 'a.txt': `${TEXT}More.` })
    const file = await bundleOf(there, 'Zoe', { texts: false })
    expect((await preview(here, 'Ines', file)).articles.map(({ standing }) => standing)).toEqual(['other_text', 'missing'])
    const report = await take(here, 'Ines', file)
    expect(report).toMatchObject({ id: null })
    expect(report.files.map(({ fate }) => fate)).toEqual(['left_out', 'left_out', 'left_out'])
  })
})

describe('a set that is here already', () => {
  const conflict = async () => {
    const parent = await aFolder()
    const here = await aProjectWith(parent, 'Here', { 'a.txt': TEXT })
    await putSet(here, 'Ines', 'a.txt', TEXT, [])
    await putSet(here, 'Zoe', 'a.txt', TEXT, ['z1', 'z2', 'z3'])
    const there = await aProjectWith(parent, 'There', { 'a.txt': TEXT })
    await putSet(there, 'Zoe', 'a.txt', TEXT, ['z2', 'z1', 'z4'], { state: { status: 'in_progress', changed: '2031-03-05T09:15:00.000Z' } })
    return { here, file: await bundleOf(there, 'Zoe'), path: 'annotations/zoe/a.txt.json' }
  }

  it('is compared, and kept unless a person says otherwise', async () => {
    const { here, file, path } = await conflict()
    const before = await snapshot(here)
    expect((await preview(here, 'Ines', file)).files).toMatchObject([{ standing: 'differs', changes: { added: 1, changed: 2, removed: 1, status: true } }])
    const report = await take(here, 'Ines', file)
    expect(report.files.find((each) => each.file === path)).toMatchObject({ fate: 'kept' })
    expect(await snapshot(here)).toEqual(before)
  })

  it('is replaced on choice, kept aside, and comes back', async () => {
    const { here, file, path } = await conflict()
    const before = await snapshot(here)
    const report = await take(here, 'Ines', file, { files: { [path]: 'take' } })
    expect(report.files.find((each) => each.file === path)).toMatchObject({ fate: 'replaced' })
    expect(JSON.parse((await snapshot(here))[path] ?? '').annotations).toHaveLength(3)
    expect(await readFile(join(here, 'imports', 'ines', report.id ?? '', path), 'utf8')).toBe(before[path])
    const [record] = await listImports(await contextOf(here, 'Ines'))
    expect(record).toMatchObject({ id: report.id, by: { name: 'Ines' }, bundle: { by: { name: 'Zoe' } } })
    unwrap(await takeBack(await contextOf(here, 'Ines'), report.id ?? '', null))
    expect(await snapshot(here)).toEqual(before)
    expect(await listImports(await contextOf(here, 'Ines'))).toEqual([])
  })

  it('that changed after the import stays when the import is taken back', async () => {
    const { here, file, path } = await conflict()
    const report = await take(here, 'Ines', file, { files: { [path]: 'take' } })
    await putSet(here, 'Zoe', 'a.txt', TEXT, ['z9'])
    const back = unwrap(await takeBack(await contextOf(here, 'Ines'), report.id ?? '', null))
    expect(back).toMatchObject({ files: 0, left: [{ file: path }] })
    expect(JSON.parse((await snapshot(here))[path] ?? '').annotations).toHaveLength(1)
  })

  it('of whoever imports is compared like any other, and changed as a gesture', async () => {
    const { here, file } = await conflict()
    const open = unwrap(await openBundle(nodeDisk, file))
    const changed: string[] = []
    const choices = { ...CHOICES, files: { 'annotations/zoe/a.txt.json': 'take' as const } }
    const report = unwrap(await applyImport(await contextOf(here, 'Zoe'), open, choices, async (_, sets) => ({ ok: true, value: changed.push(...sets.map(({ article }) => article ?? '')) })))
    expect(changed).toEqual(['a.txt'])
    expect(report.files.find(({ target }) => target === 'annotations/zoe/a.txt.json')).toMatchObject({ fate: 'replaced' })
    // On the command line nobody can undo, so it stays.
    expect((await take(here, 'Zoe', file, choices)).files.find(({ target }) => target === 'annotations/zoe/a.txt.json')).toMatchObject({ fate: 'kept' })
  })
})

describe('people', () => {
  it('whose names are almost the same are pointed out, and can be one', async () => {
    const there = await aProjectWith(await aFolder(), 'There', { 'a.txt': TEXT })
    await putSet(there, 'Zoë  Pérez', 'a.txt', TEXT, ['z1'])
    const here = await aProjectWith(await aFolder(), 'Here', { 'a.txt': TEXT })
    await putSet(here, 'Zoe Perez', 'a.txt', TEXT, ['z1'])
    const file = await bundleOf(there, 'Zoë  Pérez')
    const seen = await preview(here, 'Ines', file)
    expect(seen.people).toMatchObject([{ known: false, alike: [{ name: 'Zoe Perez' }] }])
    expect(seen.files).toMatchObject([{ standing: 'new' }])
    const same = { 'zoë pérez': { key: 'zoe perez', name: 'Zoe Perez' } }
    expect((await preview(here, 'Ines', file, same)).files).toMatchObject([{ standing: 'same', annotator: { name: 'Zoe Perez' } }])
  })

  it('cannot be made up: key, name and folder must belong together', async () => {
    const here = await aProjectWith(await aFolder(), 'Here', { 'a.txt': TEXT })
    const set = await putSet(here, 'Zoe', 'a.txt', TEXT, ['z1'])
    const as = (annotator: unknown) => JSON.stringify({ ...set, annotator })
    const file = await bundleWith(here, {
      'annotations/ines/a.txt.json': as({ key: 'zoe', name: 'Zoe' }),
      'annotations/zoe/a.txt.json': as({ key: 'zoe', name: 'Ines' }),
    })
    expect((await preview(here, 'Ines', file)).leftOut).toHaveLength(2)
  })
})

describe('the codebook of a bundle', () => {
  it('of a later version can become the current one', async () => {
    const parent = await aFolder()
    const here = await aProjectWith(parent, 'Here', { 'a.txt': TEXT })
    const there = await aProjectWith(parent, 'There', { 'a.txt': TEXT })
    let opened = unwrap(await readProject(nodeDisk, there))
    for (const [id, tint] of [['threat', 'rose'], ['refusal', 'gold']] as const) {
      opened = unwrap(await saveCodebookVersion(nodeDisk, opened, { ...opened.codebook, parent: opened.project.codebook, labels: [...opened.codebook.labels, aLabel(id, id, tint)] }))
    }
    const file = await bundleOf(there, 'Zoe')
    expect(await preview(here, 'Ines', file)).toMatchObject({ codebook: { standing: 'newer' } })
    const before = await snapshot(here)
    const report = await take(here, 'Ines', file, { codebook: { how: 'adopt' } })
    expect(report.codebook).toBe(opened.project.codebook)
    expect(unwrap(await readProject(nodeDisk, here)).codebook.labels.map(({ id }) => id)).toEqual(['pledge', 'threat', 'refusal'])
    unwrap(await takeBack(await contextOf(here, 'Ines'), report.id ?? '', null))
    const after = await snapshot(here)
    expect([after['concord.json'], after['codebook.json']]).toEqual([before['concord.json'], before['codebook.json']])
    expect(await preview(there, 'Zoe', await bundleOf(here, 'Ines'))).toMatchObject({ codebook: { standing: 'older' } })
  })

  it('of another line is mapped in a new version, and no set is written for it', async () => {
    const theirs = { ...CODEBOOK, id: 'theirs', labels: [aLabel('promise', 'PLEDGE', 'blue'), aLabel('threat', 'Threat', 'rose')] }
    const there = await aProjectWith(await aFolder(), 'There', { 'a.txt': TEXT }, theirs)
    const set = await putSet(there, 'Zoe', 'a.txt', TEXT, ['z1', 'z2'])
    const labelled = { ...set, annotations: set.annotations.map((annotation, index) => ({ ...annotation, label: ['promise', 'threat'][index] ?? '' })) }
    await putSet(there, 'Zoe', 'a.txt', TEXT, [], labelled)
    const here = await aProjectWith(await aFolder(), 'Here', { 'a.txt': TEXT })
    const file = await bundleOf(there, 'Zoe')
    expect((await preview(here, 'Ines', file)).codebook).toMatchObject({
      standing: 'other',
      unknown: [
        { id: 'promise', suggestion: 'pledge', described: true },
        { id: 'threat', suggestion: null, described: true },
      ],
    })
    const report = await take(here, 'Ines', file, { codebook: { how: 'map', mapping: null } })
    const { codebook, project } = unwrap(await readProject(nodeDisk, here))
    expect(project.codebook).toBe(report.codebook)
    expect([nameOfLabel(codebook, 'promise'), nameOfLabel(codebook, 'threat')]).toEqual(['Pledge', 'Threat'])
    expect(codebook.change).toContain('.concord.zip')
    const written = (await snapshot(here))['annotations/zoe/a.txt.json']
    expect(written).toBe((await snapshot(there))['annotations/zoe/a.txt.json'])
  })
})

describe('blind coding', () => {
  it('puts into a bundle only what whoever exports may see', async () => {
    const here = await aProjectWith(await aFolder(), 'Here', { 'a.txt': TEXT, 'b.txt': OTHER })
    await putSet(here, 'Zoe', 'a.txt', TEXT, ['z1'])
    await putSet(here, 'Zoe', 'b.txt', OTHER, ['z2'])
    await putSet(here, 'Ines', 'a.txt', TEXT, ['i1'])
    await putSet(here, 'Ines', 'b.txt', OTHER, ['i2'], { state: { status: 'in_progress', changed: '2031-03-04T09:15:00.000Z' } })
    const open = unwrap(await openBundle(nodeDisk, await bundleOf(here, 'Ines')))
    expect(open.files.map(({ path }) => path).filter((path) => path.startsWith('annotations'))).toEqual(['annotations/ines/a.txt.json', 'annotations/ines/b.txt.json', 'annotations/zoe/a.txt.json'])
  })

  it('shows no counts of what may not be seen yet', async () => {
    const there = await aProjectWith(await aFolder(), 'There', { 'a.txt': TEXT })
    await putSet(there, 'Zoe', 'a.txt', TEXT, ['z1'])
    const here = await aProjectWith(await aFolder(), 'Here', { 'a.txt': TEXT })
    const file = await bundleOf(there, 'Zoe')
    expect((await preview(here, 'Ines', file)).files).toMatchObject([{ hidden: true, annotations: null, changes: null }])
    await putSet(here, 'Ines', 'a.txt', TEXT, ['i1'])
    expect((await preview(here, 'Ines', file)).files).toMatchObject([{ hidden: false, annotations: 1 }])
  })
})

describe('files of a bundle that cannot be used', () => {
  it('are named one by one, and the others are taken', async () => {
    const here = await aProjectWith(await aFolder(), 'Here', { 'a.txt': TEXT })
    const set = await putSet(here, 'Zoe', 'a.txt', TEXT, ['z1'])
    const text = JSON.stringify(set)
    const named = (name: string) => JSON.stringify({ ...set, annotator: { key: name, name } })
    const file = await bundleWith(
      here,
      {
        'annotations/max/a.txt.json': named('max'),
        'annotations/amy/a.txt.json': '{',
        'annotations/bob/a.txt.json': named('bob').replace('"quote":"Nor"', '"quote":"XXX"'),
        'annotations/cat/a.txt.json': named('cat').replace('"version":1', '"version":9'),
        'macros/run.sh': 'rm -rf /',
        'articles/lost.txt': 'Nobody speaks of me.',
      },
    )
    const listed = await bundleWith(here, { 'annotations/max/a.txt.json': text }, { files: [{ path: 'annotations/max/a.txt.json', bytes: 1, sha256: 'a'.repeat(64) }, { path: 'annotations/eve/a.txt.json', bytes: 1, sha256: 'a'.repeat(64) }] })
    expect((await preview(here, 'Ines', listed)).leftOut).toMatchObject([{ why: expect.stringMatching(/changed it/) }, { why: expect.stringMatching(/not in the bundle/) }])
    const report = await take(here, 'Ines', file)
    expect(report.files.filter(({ fate }) => fate === 'added').map(({ file: name }) => name)).toEqual(['annotations/max/a.txt.json'])
    expect(report.files.filter(({ fate }) => fate === 'left_out').map(({ file: name }) => name).toSorted()).toEqual([
      'annotations/amy/a.txt.json', 'annotations/bob/a.txt.json', 'annotations/cat/a.txt.json', 'articles/lost.txt', 'macros/run.sh',
    ])
    expect(report.files.every(({ fate, why }) => fate !== 'left_out' || (why ?? '').length > 5)).toBe(true)
  })

  it('never lead out of the project, links in it or not', async () => {
    const parent = await aFolder()
    const here = await aProjectWith(parent, 'Here', { 'a.txt': TEXT })
    const set = await putSet(here, 'Zoe', 'a.txt', TEXT, ['z1'])
    await mkdir(join(parent, 'elsewhere'))
    await symlink(join(parent, 'elsewhere'), join(here, 'annotations', 'max'))
    const file = await bundleWith(here, { 'annotations/max/a.txt.json': JSON.stringify({ ...set, annotator: { key: 'max', name: 'max' } }) })
    const report = await take(here, 'Ines', file)
    expect(report.files.map(({ fate }) => fate)).not.toContain('added')
    expect(await readFile(join(parent, 'elsewhere', 'a.txt.json')).catch(() => null)).toBeNull()
  })

  it('leave a zip that is no bundle alone', async () => {
    const folder = await aFolder()
    await put(folder, 'x.zip', 'no')
    expect(await openBundle(nodeDisk, join(folder, 'x.zip'))).toMatchObject({ ok: false, error: { code: 'bundle.zip' } })
    await writeFile(join(folder, 'y.zip'), await writeZip([{ name: 'a.txt', bytes: new Uint8Array(3) }]))
    expect(await openBundle(nodeDisk, join(folder, 'y.zip'))).toMatchObject({ ok: false, error: { code: 'bundle.none' } })
  })
})
