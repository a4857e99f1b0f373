import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pledgesAndAgreements } from '../../core/codebook/starter.ts'
import { annotationSetSchema } from '../../core/model/annotation-set.ts'
import { serialise, serialiseLine } from '../../core/model/canonical.ts'
import { annotatorKey, articleId, historyPath, setPath } from '../../core/model/folder-name.ts'
import { historyLineSchema } from '../../core/model/gesture.ts'
import { reviewSchema } from '../../core/model/review.ts'
import { roundSchema } from '../../core/model/round.ts'
import type { Disk } from '../services/disk/disk.ts'
import { sha256 } from '../services/hash.ts'
import { createProjectAt } from '../services/project/create-project.ts'
import { adding, anAnnotationAt, countingEnvironment, unwrap } from '../services/sets/testing.ts'
import { createForgetfulDisk } from '../services/testing/forgetful-disk.ts'
import { openWorkspace } from './open-workspace.ts'
import { openArticle } from './workspace.ts'

const TEXTS = { 'a.txt': 'Norvia 🇰🇪 will deliver 40 ambulances.\n', 'news/b.txt': 'הסכם — 签署了协议。 e\u0301lan\n' }
const AT = '2031-03-04T09:15:00.000Z'
const INES = { key: 'ines', name: 'Ines' }

async function makeProject() {
  const environment = countingEnvironment()
  const { disk } = createForgetfulDisk(environment)
  const { project } = unwrap(await createProjectAt(disk, '/project', { name: 'Talks', annotator: 'Ines', codebook: pledgesAndAgreements, environment }))
  const put = async (path: string, text: string) => void unwrap(await disk.writeAtomic(`/project/${path}`, text, { expected: null }))
  for (const [path, text] of Object.entries(TEXTS)) {
    await put(`articles/${path}`, text)
    for (const name of ['Ines', 'Tomas']) {
      const key = annotatorKey(name)
      const annotation = anAnnotationAt(text, `${key}-${path}`, 0, 4)
      const set = { format: 'concord/annotation-set', version: 1, article: { path, text_sha256: sha256(text) }, annotator: { key, name }, codebook: project.codebook, revision: 1, state: { status: 'done', changed: AT }, annotations: [annotation], relations: [] } as const
      await put(setPath(key, path), serialise(annotationSetSchema, { ...set, annotations: [...set.annotations], relations: [] }))
      await put(historyPath(key, path), serialiseLine(historyLineSchema, { gesture: { id: `g-${key}`, at: AT, kind: 'annotate' }, revision: 1, diff: adding(annotation) }))
    }
  }
  const review = { format: 'concord/review', version: 1, article: { path: 'a.txt', text_sha256: sha256(TEXTS['a.txt']) }, reviewer: INES, codebook: project.codebook, revision: 0, seen: [{ annotator: 'tomas', at: AT }], standings: [], decisions: [], comments: [] } as const
  await put('reviews/ines/a.txt.json', serialise(reviewSchema, { ...review, seen: [...review.seen], standings: [], decisions: [], comments: [] }))
  await put('rounds/r1.json', serialise(roundSchema, { format: 'concord/round', version: 1, id: 'r1', name: 'One', kind: 'main', created: AT, by: INES, annotators: [INES], overlap: { share: 0, coders: 1, seed: 1 }, assignments: [{ article: 'a.txt', annotators: ['ines'] }] }))
  const open = () => openWorkspace({ folder: '/project', annotator: () => INES, disk, environment, journalFolder: '/data/journal', send: () => undefined })
  return { disk, open }
}

const isOwn = (path: string) => path.startsWith('annotations/ines/')
const FILES = ['concord.json', 'codebook.json', 'codebook/<version>', ...Object.keys(TEXTS).flatMap((path) => [setPath('ines', path), setPath('tomas', path), historyPath('ines', path)]), 'reviews/ines/a.txt.json', 'rounds/r1.json']

type Damage =
  | { readonly kind: 'truncate' | 'zero' | 'flip' | 'repeat'; readonly at: number; readonly length: number }
  | { readonly kind: 'newer' | 'empty' | 'twice' | 'marks' }

const aDamage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constantFrom('truncate' as const, 'zero' as const, 'flip' as const, 'repeat' as const), at: fc.double({ min: 0, max: 0.999, noNaN: true }), length: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constantFrom('newer' as const, 'empty' as const, 'twice' as const, 'marks' as const) }),
)

function damaged(bytes: Uint8Array, damage: Damage): Uint8Array {
  const text = new TextDecoder().decode(bytes)
  const encode = (changed: string) => new TextEncoder().encode(changed)
  if (damage.kind === 'newer') return encode(text.replace(/"version": ?1\b/, '"version": 9'))
  if (damage.kind === 'empty') return new Uint8Array()
  if (damage.kind === 'twice') return encode(text + text)
  if (damage.kind === 'marks') return encode(`<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> laptop\n`)
  if (!('at' in damage)) return bytes
  const at = Math.floor(damage.at * bytes.length)
  if (damage.kind === 'truncate') return bytes.slice(0, at)
  if (damage.kind === 'repeat') return Uint8Array.from([...bytes.slice(0, at + damage.length), ...bytes.slice(at)])
  return bytes.map((byte, index) => (index < at || index >= at + damage.length ? byte : damage.kind === 'zero' ? 0 : byte ^ 0x15))
}

async function everyFile(disk: Disk): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const { path } of unwrap(await disk.walk('/project'))) files.set(path, sha256(unwrap(await disk.readBytes(`/project/${path}`))))
  return files
}

describe('a project with a damaged file', () => {
  it('opens, has what is sound, says what is not, and leaves every byte of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...FILES), aDamage, async (wanted, damage) => {
        const { disk, open } = await makeProject()
        const [version = ''] = unwrap(await disk.list('/project/codebook')).map(({ name }) => name)
        const file = wanted.replace('<version>', version)
        const before = unwrap(await disk.readBytes(`/project/${file}`))
        const after = damaged(before, damage)
        unwrap(await disk.writeAtomic(`/project/${file}`, after, { expected: undefined }))
        const was = await everyFile(disk)
        const workspace = await open()
        // A newer program's project as a whole is refused or locked, and said so; nothing else keeps a project from being opened.
        if (!workspace.ok) return expect([file, damage.kind, workspace.error.code]).toEqual(['concord.json', 'newer', 'file.newer'])
        const { articles, annotations, summaries, problems, opened } = workspace.value
        expect(articles.all().map(({ path }) => path)).toEqual(Object.keys(TEXTS))
        const listed = [...problems, ...annotations.problems, ...summaries.problems()]
        for (const path of Object.keys(TEXTS)) {
          const shown = await openArticle(workspace.value, articleId(path, sha256), 0)
          if (file !== setPath('ines', path)) expect(unwrap(shown).set.annotations).toHaveLength(1)
          else if (!shown.ok) {
            expect(shown.error.where).toMatchObject({ file, line: expect.any(Number) })
            expect(listed).toContainEqual(expect.objectContaining({ file, line: expect.any(Number) }))
          }
        }
        if (file.startsWith('codebook') || file === 'concord.json') expect(listed.length > 0 || opened.readOnly !== null || sha256(after) === sha256(before) || isStillJson(after)).toBe(true)
        await annotations.close()
        await workspace.value.reviews.close()
        const now = await everyFile(disk)
        expect(new Map([...now].filter(([path]) => was.has(path)))).toEqual(was)
        expect(isOwn(file) || now.has(file)).toBe(true)
      }),
      { numRuns: 80 },
    )
  }, 120_000)

  it('goes on with the codebook under its other name, and is locked where nobody can say what was meant', async () => {
    const { disk, open } = await makeProject()
    const [version = ''] = unwrap(await disk.list('/project/codebook')).map(({ name }) => name)
    unwrap(await disk.writeAtomic(`/project/codebook/${version}`, '{"half": ', { expected: undefined }))
    const first = unwrap(await open())
    expect(first.opened).toMatchObject({ readOnly: null, project: { name: 'Talks' } })
    expect(first.opened.codebook.labels).toEqual(pledgesAndAgreements.labels)
    expect(first.problems.map(({ file }) => file)).toContain(`codebook/${version}`)
    unwrap(await first.annotations.close())
    unwrap(await disk.writeAtomic('/project/concord.json', '<<<<<<< HEAD\n{}\n', { expected: undefined }))
    const second = unwrap(await open())
    expect(second.opened.readOnly).toMatch(/damaged/)
    expect(unwrap(await openArticle(second, articleId('a.txt', sha256), 0)).set.annotations).toHaveLength(1)
    expect(second.problems).toContainEqual(expect.objectContaining({ file: 'concord.json', line: 1 }))
  })
})

function isStillJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder().decode(bytes))
    return true
  } catch {
    return false
  }
}
