import { basename } from 'node:path'
import type { Annotator } from '../../core/model/annotation-set.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { SomeHandlers } from '../../ipc/derive.ts'
import { safePath } from '../services/articles/place-for.ts'
import { applyImport } from '../services/bundle/apply-import.ts'
import { comparedRecords } from '../services/bundle/compare-records.ts'
import type { BundleContext } from '../services/bundle/context.ts'
import { describePlan } from '../services/bundle/describe-plan.ts'
import { exportBundle } from '../services/bundle/export-bundle.ts'
import { listImports } from '../services/bundle/import-record.ts'
import { everybody, listWork } from '../services/bundle/list-work.ts'
import { openBundle, type OpenBundle } from '../services/bundle/open-bundle.ts'
import { planImport, type SamePeople } from '../services/bundle/plan-import.ts'
import { takeBack } from '../services/bundle/take-back.ts'
import { bundleContext, changeOwn, undoOwn } from '../workspace/bundle-desk.ts'
import { articleOf, type Workspace } from '../workspace/workspace.ts'
import type { HandlerContext } from './context.ts'
import { choosePaths, choosePlace } from './dialogs.ts'

const MOST_RECORDS = 100

export function bundleHandlers({ desk, tokens, window }: HandlerContext): SomeHandlers<'bundle'> {
  /** The bundle that is looked at, unpacked; another one takes its place. */
  let looking: { readonly token: string; readonly open: OpenBundle } | null = null

  const at = async (how: 'require' | 'requireWritable'): Promise<Result<{ workspace: Workspace; context: BundleContext }>> => {
    const workspace = desk[how]()
    if (!workspace.ok) return workspace
    const context = await bundleContext(desk, workspace.value)
    return context.ok ? ok({ workspace: workspace.value, context: context.value }) : context
  }
  const opened = (token: string): Result<OpenBundle> =>
    looking?.token === token ? ok(looking.open) : fail('choice.gone', 'The bundle is no longer open.', 'Choose the file again.')

  const look = async (path: string) => {
    const here = await at('requireWritable')
    if (!here.ok) return here
    const open = await openBundle(desk.disk, path)
    if (!open.ok) return open
    const token = tokens.give([path])
    looking = { token, open: open.value }
    return ok({ token, preview: copied(await describePlan(here.value.context, open.value, await planImport(here.value.context, open.value, {}))) })
  }

  return {
    'bundle.offer': async () => {
      const here = await at('require')
      if (!here.ok) return here
      const { context } = here.value
      const files = (await listWork(context)).filter(({ kind }) => kind === 'annotations')
      const sets = (key: string) => files.filter(({ annotator }) => annotator.key === key).length
      const people = (await everybody(context)).map((annotator) => ({ annotator, own: annotator.key === context.by.key, sets: sets(annotator.key) }))
      return ok({ people: people.filter(({ own, sets: count }) => own || count > 0) })
    },
    'bundle.export': async ({ annotators, articles, texts }) => {
      const here = await at('require')
      if (!here.ok) return here
      const { workspace, context } = here.value
      const paths: string[] = []
      for (const id of articles ?? []) {
        const facts = articleOf(workspace, id)
        if (!facts.ok) return facts
        paths.push(facts.value.path)
      }
      const name = safePath(`${context.opened.project.name} ${context.by.name}`.replaceAll(/[/\\.]/g, ' ').trim()) ?? 'bundle'
      const place = await choosePlace(window(), { title: 'Export a bundle', defaultPath: `${name}.concord.zip`, filters: [{ name: 'Bundles', extensions: ['zip'] }] })
      if (place === null) return ok(null)
      const target = place.toLowerCase().endsWith('.zip') ? place : `${place}.concord.zip`
      const receipt = await exportBundle(context, { annotators, articles: articles && paths, texts, replace: true }, target)
      return receipt.ok ? ok(copied({ name: basename(target), ...receipt.value })) : receipt
    },
    'bundle.choose': async () => {
      const writable = desk.requireWritable()
      if (!writable.ok) return writable
      const [path] = await choosePaths(window(), { title: 'Import a bundle', buttonLabel: 'Preview', properties: ['openFile'], filters: [{ name: 'Bundles', extensions: ['zip'] }] })
      return path === undefined ? ok(null) : look(path)
    },
    'bundle.openDropped': async ({ token }) => {
      const [path] = tokens.take(token) ?? []
      return path === undefined ? fail('drop.gone', 'What was dropped is no longer known.', 'Drop it again.') : look(path)
    },
    'bundle.preview': async ({ token, same }) => {
      const here = await at('requireWritable')
      if (!here.ok) return here
      const open = opened(token)
      if (!open.ok) return open
      const { context } = here.value
      return ok(copied(await describePlan(context, open.value, await planImport(context, open.value, await peopleHere(context, same)))))
    },
    'bundle.compare': async ({ token, same, file }) => {
      const here = await at('requireWritable')
      if (!here.ok) return here
      const open = opened(token)
      if (!open.ok) return open
      const { context } = here.value
      const plan = await planImport(context, open.value, await peopleHere(context, same))
      const planned = plan.files.find((each) => each.file === file)
      if (planned?.kind !== 'set' || planned.hidden || !planned.diff) return ok({ records: [], more: 0 })
      const records = comparedRecords(planned.diff, context.opened.codebook)
      return ok(copied({ records: records.slice(0, MOST_RECORDS), more: Math.max(0, records.length - MOST_RECORDS) }))
    },
    'bundle.apply': async ({ token, choices }) => {
      const here = await at('requireWritable')
      if (!here.ok) return here
      const open = opened(token)
      if (!open.ok) return open
      const { context, workspace } = here.value
      const report = await applyImport(context, open.value, { ...choices, same: await peopleHere(context, choices.same) }, changeOwn(workspace, context))
      if (!report.ok) return report
      looking = null
      // What came is read as at any other start: articles, sets, the codebook, who is here.
      const project = await desk.open(workspace.folder)
      return project.ok ? ok({ report: copied(report.value), project: project.value }) : project
    },
    'bundle.imports': async () => {
      const here = await at('require')
      if (!here.ok) return here
      const records = await listImports(here.value.context)
      return ok(records.map(({ id, at: when, by, bundle, source, files, own }) => ({
        id,
        at: when,
        name: bundle?.name ?? source?.files[0] ?? id,
        by: bundle?.by ?? by,
        files: files.length + (own?.articles.length ?? 0),
        source: source ? { files: source.file_count, annotations: source.annotations } : null,
      })))
    },
    'bundle.takeBack': async ({ id }) => {
      const here = await at('requireWritable')
      if (!here.ok) return here
      const { context, workspace } = here.value
      const back = await takeBack(context, id, undoOwn(workspace, context))
      if (!back.ok) return back
      const project = await desk.open(workspace.folder)
      return project.ok ? ok({ ...copied(back.value), project: project.value }) : project
    },
  }
}

/** People by key; a key that is nobody's here is left out. */
async function peopleHere(context: BundleContext, same: Readonly<Record<string, string>>): Promise<SamePeople> {
  const here = new Map((await everybody(context)).map((person) => [person.key, person]))
  return Object.fromEntries(Object.entries(same).flatMap(([theirs, key]): [string, Annotator][] => (here.has(key) ? [[theirs, here.get(key) ?? { key, name: key }]] : [])))
}

type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T

/** What crosses to the window is a copy anyway. */
function copied<T>(value: T): Mutable<T> {
  return structuredClone(value) as Mutable<T>
}
