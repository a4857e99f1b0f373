import { describe, expect, it } from 'vitest'
import { emptyCodebook } from '../../core/codebook/empty.ts'
import { annotationSetSchema } from '../../core/model/annotation-set.ts'
import { bundleSchema } from '../../core/model/bundle.ts'
import { serialise } from '../../core/model/canonical.ts'
import { createArticleStore } from './articles/article-store.ts'
import { applyImport } from './bundle/apply-import.ts'
import { listImports } from './bundle/import-record.ts'
import { openBundle } from './bundle/open-bundle.ts'
import { takeBack } from './bundle/take-back.ts'
import { writeZip } from './bundle/write-zip.ts'
import type { Disk } from './disk/disk.ts'
import { sha256 } from './hash.ts'
import { createProjectAt } from './project/create-project.ts'
import { readProject, saveCodebookVersion } from './project/read-project.ts'
import { aDecision, aGesture, deciding, startReviews } from './review/testing.ts'
import { adding, anAnnotationAt, countingEnvironment, startService, TEXTS, unwrap } from './sets/testing.ts'
import { everyCrashState } from './testing/crash-states.ts'

const A = TEXTS['a.txt'] ?? ''
const B = TEXTS['news/b.txt'] ?? ''
const environment = () => countingEnvironment()
const CODEBOOK = emptyCodebook('Talks', 'talks')

/** Every state that a power cut can leave, and in each of them what was acknowledged. */
describe('a power cut before any call to the disk', () => {
  it('leaves every gesture that was answered for, and whole files', async () => {
    const states = await everyCrashState<string>({
      environment,
      work: async (disk, acknowledged) => {
        const rig = await startService(disk, { environment: environment() }).catch(() => null)
        if (!rig) return
        const gestures = [
          ['g1', 'a.txt', A, 0],
          ['g2', 'a.txt', A, 5],
          ['g3', 'news/b.txt', B, 0],
        ] as const
        for (const [id, article, text, start] of gestures) {
          const set = await rig.service.open(article)
          if (!set.ok) return
          const applied = await rig.service.apply({ id, at: '2031-03-04T10:00:00.000Z', kind: 'annotate' }, [{ article, base: set.value.revision, diff: adding(anAnnotationAt(text, id, start, start + 3)) }])
          if (applied.ok) acknowledged.push(id)
          if (id === 'g1') await rig.service.flush()
        }
        await rig.service.close(1)
      },
      check: async (disk, acknowledged) => {
        const { service } = await startService(disk, { environment: environment() })
        const found = [unwrap(await service.open('a.txt')), unwrap(await service.open('news/b.txt'))].flatMap(({ annotations }) => annotations.map(({ id }) => id))
        expect(found).toEqual(expect.arrayContaining([...acknowledged]))
        expect(service.problems.filter(({ message }) => !message.includes('journal of unsaved work'))).toEqual([])
        unwrap(await service.close())
      },
    })
    expect(states).toBeGreaterThan(200)
  })

  it('leaves every decision of a review that was answered for', async () => {
    const states = await everyCrashState<string>({
      environment,
      work: async (disk, acknowledged) => {
        const rig = await startReviews(disk, { environment: environment() }).catch(() => null)
        if (!rig) return
        for (const [index, id] of ['d1', 'd2', 'd3'].entries()) {
          const applied = await rig.service.apply(aGesture(`g${id}`), [{ article: 'a.txt', base: index, diff: deciding(aDecision(id)) }])
          if (applied.ok) acknowledged.push(id)
          if (id !== 'd2') await rig.service.flush()
        }
        if ((await rig.service.see('a.txt', ['ines'])).ok) acknowledged.push('seen')
      },
      check: async (disk, acknowledged) => {
        const { service, problems } = await startReviews(disk, { environment: environment() })
        const review = unwrap(await service.open('a.txt'))
        expect([...review.decisions.map(({ id }) => id), ...(review.seen.length > 0 ? ['seen'] : [])]).toEqual(expect.arrayContaining([...acknowledged]))
        expect(problems).toEqual([])
      },
    })
    expect(states).toBeGreaterThan(100)
  })

  it('leaves the codebook before or after a change, never half of one', async () => {
    const states = await everyCrashState<string>({
      environment,
      work: async (disk, acknowledged) => {
        const made = await createProjectAt(disk, '/project', { name: 'Talks', codebook: CODEBOOK, environment: environment() })
        if (!made.ok) return
        acknowledged.push(made.value.project.codebook)
        for (const notes of ['One', 'Two']) {
          const opened = await readProject(disk, '/project')
          if (!opened.ok) return
          const saved = await saveCodebookVersion(disk, opened.value, { ...CODEBOOK, parent: opened.value.project.codebook, notes })
          if (saved.ok) acknowledged.push(saved.value.project.codebook)
        }
      },
      check: async (disk, acknowledged) => {
        const opened = await readProject(disk, '/project')
        const last = acknowledged.at(-1)
        if (last === undefined) return
        const { project, codebook } = unwrap(opened)
        // What was not answered for may be there all the same; what was, is.
        expect(project.codebook === last || codebook.parent === last).toBe(true)
      },
    })
    expect(states).toBeGreaterThan(100)
  })

  it('leaves an import done, or able to be taken back, with every file old or new', async () => {
    const setFile = (id: string) => {
      const set = { format: 'concord/annotation-set', version: 1, article: { path: 'a.txt', text_sha256: sha256(A) }, annotator: { key: 'zoe', name: 'Zoe' }, codebook: 'c'.repeat(64), revision: 1, state: { status: 'done', changed: '2031-03-04T09:15:00.000Z' }, annotations: [anAnnotationAt(A, id, 0, 6)], relations: [] } as const
      return serialise(annotationSetSchema, { ...set, annotations: [...set.annotations], relations: [] })
    }
    const [old, fresh] = [setFile('old'), setFile('new')]
    const path = 'annotations/zoe/a.txt.json'
    const bytes = new TextEncoder().encode(fresh)
    const bundle = { format: 'concord/bundle', version: 1, project: { id: 'p', name: 'Theirs' }, created: '2031-03-04T09:15:00.000Z', by: { key: 'zoe', name: 'Zoe' }, codebook: 'c'.repeat(64), articles: 'hashes', references: [{ path: 'a.txt', text_sha256: sha256(A) }], files: [{ path, bytes: bytes.length, sha256: sha256(bytes) }] } as const
    const zip = await writeZip([{ name: 'bundle.json', bytes: new TextEncoder().encode(serialise(bundleSchema, { ...bundle, references: [...bundle.references], files: [...bundle.files] })) }, { name: path, bytes }])
    const contextOf = async (disk: Disk) => {
      const opened = unwrap(await readProject(disk, '/project'))
      const articles = createArticleStore(disk, '/project', environment())
      unwrap(await articles.scan())
      return { disk, environment: environment(), opened, articles, by: { key: 'ines', name: 'Ines' }, maySee: () => true }
    }
    const states = await everyCrashState<string>({
      environment,
      work: async (disk, acknowledged) => {
        try {
          unwrap(await createProjectAt(disk, '/project', { name: 'Talks', codebook: CODEBOOK, environment: environment() }))
          unwrap(await disk.writeAtomic('/project/articles/a.txt', A, { expected: null }))
          unwrap(await disk.writeAtomic(`/project/${path}`, old, { expected: null }))
          unwrap(await disk.writeAtomic('/data/z.concord.zip', zip, { expected: null }))
          acknowledged.push('old')
          const open = unwrap(await openBundle(disk, '/data/z.concord.zip'))
          const report = unwrap(await applyImport(await contextOf(disk), open, { same: {}, files: { [path]: 'take' }, articles: true, codebook: { how: 'leave' } }, null))
          if (report.files.some(({ fate }) => fate === 'replaced')) acknowledged.push('new')
        } catch {
          // The machine has stopped.
        }
      },
      check: async (disk, acknowledged) => {
        if (!acknowledged.includes('old')) return
        const found = unwrap(await disk.readText(`/project/${path}`))
        expect([old, fresh]).toContain(found)
        if (acknowledged.includes('new')) expect(found).toBe(fresh)
        if (found !== fresh) return
        const context = await contextOf(disk)
        const [record] = await listImports(context)
        unwrap(await takeBack(context, record?.id ?? '', null))
        expect(unwrap(await disk.readText(`/project/${path}`))).toBe(old)
      },
    })
    expect(states).toBeGreaterThan(200)
  })
})
