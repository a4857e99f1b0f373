import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyDiff, EMPTY_DIFF, invertDiff } from '../../../core/annotating/diff.ts'
import type { Environment } from '../../../core/model/environment.ts'
import type { AnnotationSet } from '../../../core/model/annotation-set.ts'
import type { SetDiff } from '../../../core/model/gesture.ts'
import { createDisk, type Disk } from '../disk/disk.ts'
import { failingOps } from '../testing/failing-ops.ts'
import { createForgetfulOps } from '../testing/forgetful-disk.ts'
import { createHistory } from './history.ts'
import { createSetPaths } from './paths.ts'
import { readVerifiedSet } from './set-file.ts'
import {
  anAnnotationAt,
  adding,
  contentOf,
  countingEnvironment,
  startService,
  TEXTS,
  textOf,
  unwrap,
  type Rig,
} from './testing.ts'

const ARTICLES = Object.keys(TEXTS)
type Content = ReturnType<typeof contentOf>

type Act =
  | {
      readonly kind: 'gesture'
      readonly parts: readonly { readonly article: number; readonly what: number; readonly at: number }[]
    }
  | { readonly kind: 'undo' | 'redo' | 'flush' | 'kill' | 'close' | 'powerCut' | 'later' }

const part = fc.record({ article: fc.nat({ max: 2 }), what: fc.nat({ max: 4 }), at: fc.nat({ max: 20 }) })
const anAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('gesture' as const),
      parts: fc.uniqueArray(part, { minLength: 1, maxLength: 3, selector: ({ article }) => article }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'undo' as const, 'redo' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('flush' as const, 'kill' as const, 'close' as const, 'powerCut' as const, 'later' as const),
    }),
  },
)

/** What the person believes: the sets after every acknowledged gesture, and a line of gestures with a cursor. */
interface Model {
  content: Map<string, Content>
  line: Map<string, SetDiff>[]
  cursor: number
}

/** Diffs of a gesture, made from the sets as they are. */
function diffFor(set: AnnotationSet, { what, at }: { what: number; at: number }, id: string): SetDiff {
  const text = TEXTS[set.article.path] ?? ''
  const record = set.annotations[at % Math.max(set.annotations.length, 1)]
  if (what === 1 && record)
    return {
      ...EMPTY_DIFF,
      annotations: {
        added: [],
        removed: [],
        updated: [{ from: record, to: { ...record, label: `demand ${id}`, note: '👩‍👩‍👧‍👦\r\n' } }],
      },
    }
  if (what === 2 && record) return { ...EMPTY_DIFF, annotations: { added: [], updated: [], removed: [record] } }
  if (what === 3)
    return {
      ...EMPTY_DIFF,
      state: { from: set.state, to: { status: 'done', changed: '2031-03-05T00:00:00.000Z', note: id } },
    }
  const start = at % 5
  return adding(anAnnotationAt(text, id, start, start + 4 + (at % 3)))
}

function after(content: Content | undefined, set: AnnotationSet, diff: SetDiff): Content {
  return contentOf(unwrap(applyDiff({ ...set, ...content }, diff)))
}

async function setsOf({ service }: Rig): Promise<Map<string, AnnotationSet>> {
  const sets = new Map<string, AnnotationSet>()
  for (const article of ARTICLES) sets.set(article, unwrap(await service.open(article)))
  return sets
}

/** The state of an untouched article has the time at which it was first looked at: only what a gesture made counts. */
function comparable(sets: ReadonlyMap<string, Content>): unknown {
  return ARTICLES.map((article) => {
    const { annotations, relations, state } = sets.get(article) ?? { annotations: [], relations: [], state: null }
    return { article, annotations, relations, state: state?.status === 'done' ? state : 'in_progress' }
  })
}

async function everyFileIsWhole(disk: Disk): Promise<void> {
  const paths = createSetPaths('/project', 'ines')
  const history = createHistory(disk, paths.historyFile, paths.historyName)
  for (const article of ARTICLES) {
    const text = unwrap(await textOf(TEXTS)(article))
    const found = unwrap(await readVerifiedSet(disk, paths.set(article), text))
    const { lines, problems } = unwrap(await history.read(article))
    expect(problems).toEqual([])
    expect(new Set(lines.map(({ revision }) => revision)).size).toBe(lines.length)
    expect(lines.filter(({ revision }) => revision <= (found?.set.revision ?? 0))).toHaveLength(
      found?.set.revision ?? 0,
    )
  }
}

/** Plays acts against the service and the model; `acknowledge` decides what a refusal means. */
async function play(rig: Rig, model: Model, act: Act, id: string): Promise<'done' | 'refused'> {
  const sets = await setsOf(rig)
  if (act.kind === 'gesture') {
    const changes = act.parts.map((one) => {
      const article = ARTICLES[one.article] ?? ''
      const set = sets.get(article)
      if (!set) throw new Error('no set')
      return { article, base: set.revision, diff: diffFor(set, one, `${id} ${article}`) }
    })
    const applied = await rig.service.apply(
      { id, at: `2031-03-04T10:${id.slice(1).padStart(2, '0')}:00.000Z`, kind: 'annotate' },
      changes,
    )
    if (!applied.ok) return 'refused'
    for (const { article, diff } of changes) {
      const set = sets.get(article)
      if (set) model.content.set(article, after(model.content.get(article), set, diff))
    }
    model.line = [...model.line.slice(0, model.cursor), new Map(changes.map(({ article, diff }) => [article, diff]))]
    model.cursor += 1
    return 'done'
  }
  const step = model.line[act.kind === 'undo' ? model.cursor - 1 : model.cursor]
  const outcome = await (act.kind === 'undo' ? rig.service.undo() : rig.service.redo())
  if (!outcome.ok) return 'refused'
  expect(outcome.value === null).toBe(step === undefined)
  for (const [article, diff] of step ?? []) {
    const set = sets.get(article)
    if (set)
      model.content.set(article, after(model.content.get(article), set, act.kind === 'undo' ? invertDiff(diff) : diff))
  }
  if (step) model.cursor += act.kind === 'undo' ? -1 : 1
  return 'done'
}

function newModel(): Model {
  return { content: new Map(), line: [], cursor: 0 }
}

/** Times of gestures and of undos must be in order, as they are for a person. */
const clockFor = (): Environment => countingEnvironment(Date.UTC(2031, 2, 4, 9))

describe('any sequence of gestures, undo, redo, kill, power cut and reopening', () => {
  it('leaves what a model says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anAct, { maxLength: 25 }), async (acts) => {
        const ops = createForgetfulOps()
        const minutes = { now: 0 }
        const base = clockFor()
        const environment = { ...base, now: () => Date.UTC(2031, 2, 4, 10, minutes.now) + (base.now() % 1000) }
        const start = async () => {
          const process = { running: true }
          const disk = createDisk(
            failingOps(ops, () => (process.running ? null : 'EIO')),
            environment,
          )
          return { ...(await startService(disk, { environment })), process }
        }
        const disk = createDisk(ops, environment)
        let rig = await start()
        const model = newModel()
        for (const [index, act] of acts.entries()) {
          minutes.now = index
          if (act.kind === 'gesture' || act.kind === 'undo' || act.kind === 'redo')
            expect(await play(rig, model, act, `g${index}`)).toBe('done')
          else if (act.kind === 'flush') unwrap(await rig.service.flush())
          else if (act.kind === 'later') rig.timer.fire()
          else {
            if (act.kind === 'close') unwrap(await rig.service.close())
            rig.process.running = false
            if (act.kind === 'powerCut') ops.powerCut()
            rig = await start()
          }
          if (act.kind === 'kill' || act.kind === 'close' || act.kind === 'powerCut') await everyFileIsWhole(disk)
          expect(comparable(await setsOf(rig))).toEqual(comparable(model.content))
        }
        unwrap(await rig.service.close())
        const bytes = unwrap(await filesOf(disk))
        const again = await startService(disk, { environment })
        expect(again.service.recovered).toBeNull()
        unwrap(await again.service.close())
        expect(unwrap(await filesOf(disk))).toEqual(bytes)
        await everyFileIsWhole(disk)
      }),
      { numRuns: 150 },
    )
  }, 120_000)
})

const WRITING: ReadonlySet<string> = new Set([
  'create',
  'openToAppend',
  'rename',
  'removeFile',
  'makeFolder',
  'syncFolder',
  'write',
  'sync',
  'truncate',
])

describe('a disk that fails or a computer that stops at any call', () => {
  it('loses no acknowledged gesture and damages no file', async () => {
    const ends = fc.constantFrom('powerCut' as const, 'kill' as const)
    await fc.assert(
      fc.asyncProperty(
        fc.array(anAct, { minLength: 2, maxLength: 10 }),
        fc.nat({ max: 160 }),
        ends,
        async (acts, failAt, end) => {
          const ops = createForgetfulOps()
          await ops.makeFolder('/project')
          await ops.syncFolder('/')
          let calls = 0
          let broken = true
          const environment = clockFor()
          const disk = createDisk(
            failingOps(ops, (call) => {
              if (!WRITING.has(call)) return null
              calls += 1
              return broken && calls > failAt ? 'EIO' : null
            }),
            environment,
          )
          const rig = await startService(disk, { environment })
          const model = newModel()
          let doubtful: Model | null = null
          for (const [index, act] of acts.entries()) {
            if (act.kind === 'gesture') {
              const before = structuredClone(model)
              if ((await play(rig, model, act, `g${index}`)) === 'done') continue
              // Refused, yet its line may be on the medium: then it is there after the restart, whole.
              doubtful = await guess(rig, before, act, `g${index}`)
              break
            }
            await rig.service.flush()
          }
          rig.timer.fire()
          await rig.service.flush()
          if (end === 'powerCut') ops.powerCut()
          broken = false
          const again = await startService(disk, { environment })
          const found = comparable(await setsOf(again))
          const acceptable = [comparable(model.content), ...(doubtful ? [comparable(doubtful.content)] : [])]
          expect(acceptable).toContainEqual(found)
          expect(
            again.service.problems.filter(({ message }) => !message.includes('the journal of unsaved work is damaged')),
          ).toEqual([])
          unwrap(await again.service.flush())
          await everyFileIsWhole(disk)
        },
      ),
      { numRuns: 300 },
    )
  }, 120_000)
})

/** The model as if the refused gesture had been accepted. */
async function guess(rig: Rig, before: Model, act: Extract<Act, { kind: 'gesture' }>, id: string): Promise<Model> {
  const sets = await setsOf(rig)
  const content = new Map(before.content)
  for (const one of act.parts) {
    const article = ARTICLES[one.article] ?? ''
    const set = sets.get(article)
    if (set) content.set(article, after(content.get(article), set, diffFor(set, one, `${id} ${article}`)))
  }
  return { ...before, content }
}

async function filesOf(disk: Disk) {
  const walked = await disk.walk('/project')
  if (!walked.ok) return walked
  const files: [string, string][] = []
  for (const { path } of walked.value) files.push([path, unwrap(await disk.readText(`/project/${path}`))])
  return { ok: true as const, value: files }
}
