import { basename, extname, join } from 'node:path'
import type { FormatName } from '../../core/formats/adapter.ts'
import { adapterNamed, ADAPTERS } from '../../core/formats/adapters.ts'
import { gainsOf } from '../../core/formats/project/gains.ts'
import { annotatorKey, articleId } from '../../core/model/folder-name.ts'
import type { ImportRecord } from '../../core/model/bundle.ts'
import { timestamp } from '../../core/model/environment.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { SomeHandlers } from '../../ipc/derive.ts'
import type { ImportPreview, IntakeChoicesView, IntakeReceiptView } from '../../ipc/import-shapes.ts'
import { readImport } from '../services/bundle/import-record.ts'
import { sha256 } from '../services/hash.ts'
import { tablePath } from '../services/interchange/intake/apply-intake.ts'
import type { IntakeService } from '../services/interchange/intake/intake-service.ts'
import type { IntakeSummary, ReadWish } from '../services/interchange/intake/messages.ts'
import { mapIntake, planIntake, type IntakeChoices } from '../services/interchange/intake/plan-intake.ts'
import { rememberedMap } from '../services/interchange/intake/remembered.ts'
import { describeIntake, namedFormat, repairsOf } from '../workspace/describe-intake.ts'
import { importInto, importToUndo, undoImport } from '../workspace/import-desk.ts'
import { factsOf, type Workspace } from '../workspace/workspace.ts'
import type { HandlerContext } from './context.ts'
import { choosePaths, choosePlace } from './dialogs.ts'

/** What is looked at: read as these choices say. */
interface Looking {
  readonly token: string
  readonly format: FormatName | null
  readonly own: ReadWish['own']
  /** As read before any repair. */
  readonly first: IntakeSummary['judgements']
  readonly summary: IntakeSummary
}

const MOST_FILES = 100

export function importHandlers({ desk, tokens, window }: HandlerContext, service: IntakeService): SomeHandlers<'import'> {
  let looking: Looking | null = null
  const onProgress = (done: number, total: number) => desk.send('work.progress', { kind: 'import', done, total })
  const gone = () => fail('choice.gone', 'These files are no longer at hand.', 'Choose them again.')

  const read = (workspace: Workspace, paths: readonly string[], { format, own, repairs }: Pick<ReadWish, 'format' | 'own' | 'repairs'>) =>
    service.read({ paths, format, own, repairs, folder: workspace.folder, articles: workspace.articles.all().map(({ path, textSha256, problem }) => ({ path, textSha256, problem })) }, onProgress)

  return {
    'import.choose': async ({ what }) => {
      const writable = desk.requireWritable()
      if (!writable.ok) return writable
      const paths = await choosePaths(window(), {
        title: what === 'folder' ? 'Import a folder of annotations' : 'Import annotations',
        buttonLabel: 'Preview',
        properties: what === 'folder' ? ['openDirectory'] : ['openFile', 'multiSelections'],
      })
      return ok(paths.length === 0 ? null : { token: tokens.give(paths), names: paths.map((path) => basename(path)) })
    },
    'import.formats': async () => ok(ADAPTERS.filter(({ parse }) => parse).map(namedFormat)),
    'import.recognise': async ({ token }) => {
      const paths = tokens.take(token)
      if (!paths) return gone()
      const found = await service.recognise(paths)
      if (!found.ok) return found
      return ok({ articles: found.value.articles, formats: found.value.formats.flatMap((name) => adapterNamed(name) ?? []).map(namedFormat), names: paths.map((path) => basename(path)) })
    },
    'import.read': async ({ token, format, own, repairs }) => {
      const writable = desk.requireWritable()
      if (!writable.ok) return writable
      const paths = tokens.take(token)
      if (!paths) return gone()
      const workspace = writable.value
      const accepted = new Set(repairs)
      const known = looking?.token === token && looking.format === format ? looking.first : null
      const answer = await read(workspace, paths, { format, own, repairs: known ? repairsOf(known, accepted) : [] })
      if (!answer.ok) return answer
      const first = known ?? answer.value.judgements
      looking = { token, format, own, first, summary: answer.value }
      return ok(await previewOf(workspace, desk, looking))
    },
    'import.gains': async (choices) => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      if (looking?.token !== choices.token) return gone()
      const { codebook } = workspace.value.opened
      const mapping = mapIntake(codebook, looking.summary, chosen(choices, workspace.value), desk.environment)
      return mapping.ok ? ok(gainsOf(codebook, mapping.value.codebook)) : mapping
    },
    'import.run': async (view) => {
      const writable = desk.requireWritable()
      if (!writable.ok) return writable
      const workspace = writable.value
      if (looking?.token !== view.token) return gone()
      if (workspace.working) return fail('work.busy', 'Something else is still running.', 'Wait until that is done, or cancel it.')
      const { summary } = looking
      const choices = chosen(view, workspace)
      const mapping = mapIntake(workspace.opened.codebook, summary, choices, desk.environment)
      if (!mapping.ok) return mapping
      const working = new AbortController()
      workspace.working = working
      try {
        const documents = await service.documents(working.signal, onProgress)
        if (!documents.ok) return documents
        const plan = planIntake(mapping.value, documents.value, choices)
        const receipt = await importInto(workspace, desk, {
          plan,
          refused: summary.refused,
          source: {
            formats: [...summary.formats],
            files: summary.files.slice(0, MOST_FILES),
            file_count: summary.files.length,
            people: view.people.flatMap(({ from }) => {
              const to = choices.people.get(from)
              return to ? [{ from, to }] : []
            }),
            map: mapOf(mapping.value),
            remarks: summary.remarks.slice(0, MOST_FILES),
          },
          signal: working.signal,
          onProgress,
        })
        if (!receipt.ok) return receipt
        looking = null
        service.close()
        // What came is read as at any other start: articles, sets, the codebook, who is here.
        const project = await desk.open(workspace.folder)
        if (!project.ok) return project
        return ok({ receipt: receiptView(desk.workspace ?? workspace, { ...receipt.value, at: timestamp(desk.environment.now()) }), project: project.value })
      } finally {
        workspace.working = null
      }
    },
    'import.cancel': async () => {
      service.cancel()
      desk.workspace?.working?.abort()
      return ok(null)
    },
    'import.close': async () => {
      looking = null
      service.close()
      return ok(null)
    },
    'import.receipt': async ({ id }) => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      const record = await recordOf(desk, workspace.value, id)
      return record.ok ? ok(receiptView(workspace.value, record.value)) : record
    },
    'import.saveReceipt': async ({ id }) => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      const { folder, annotator } = workspace.value
      const csv = await desk.disk.readBytes(join(folder, ...tablePath(annotator.key, id).split('/')))
      if (!csv.ok) return csv
      const place = await choosePlace(window(), { title: 'Save the receipt', defaultPath: 'import-receipt.csv', filters: [{ name: 'CSV table', extensions: ['csv'] }] })
      if (place === null) return ok(null)
      const path = extname(place) === '' ? `${place}.csv` : place
      const written = await desk.disk.writeAtomic(path, csv.value, { expected: undefined })
      return written.ok ? ok(basename(path)) : written
    },
    'import.undo': async () => {
      const writable = desk.requireWritable()
      if (!writable.ok) return writable
      const workspace = writable.value
      const record = await importToUndo(workspace)
      if (!record) return ok(null)
      const back = await undoImport(workspace, desk, record)
      if (!back.ok) return back
      const project = await desk.open(workspace.folder)
      return project.ok ? ok({ files: back.value.files, left: back.value.left.map((each) => ({ ...each })), project: project.value }) : project
    },
  }
}

async function previewOf(workspace: Workspace, desk: HandlerContext['desk'], { summary, first, own }: Looking): Promise<ImportPreview> {
  const { annotator, opened, sight, articles } = workspace
  const here = summary.samples.flatMap(({ article }) => (articles.byPath(article) ? [article] : []))
  const visible = await sight.visible([...new Set(here)])
  return describeIntake({
    summary,
    first,
    own,
    codebook: opened.codebook,
    annotators: factsOf(workspace).annotators,
    remembered: await rememberedMap({ disk: desk.disk, opened, by: annotator }),
    hidden: (name, article) => name !== null && annotatorKey(name) !== annotator.key && articles.byPath(article) !== undefined && !visible.has(article),
  })
}

/** Whoever has a set here already keeps the spelling of their name. */
function chosen({ people, map, values, articles }: IntakeChoicesView, workspace: Workspace): IntakeChoices {
  const known = new Map(factsOf(workspace).annotators.map((annotator) => [annotator.key, annotator]))
  const annotatorOf = (name: string) => known.get(annotatorKey(name)) ?? { key: annotatorKey(name), name: name.trim() }
  return { people: new Map(people.map(({ from, to }) => [from, to === null || annotatorKey(to) === '' ? null : annotatorOf(to)])), map, values, articles }
}

function mapOf({ labels, attributes, relations, values }: { readonly labels: ReadonlyMap<string, string | null>; readonly attributes: ReadonlyMap<string, string | null>; readonly relations: ReadonlyMap<string, string | null>; readonly values: Record<string, Record<string, string>> }) {
  return { labels: Object.fromEntries(labels), attributes: Object.fromEntries(attributes), relations: Object.fromEntries(relations), values }
}

async function recordOf(desk: HandlerContext['desk'], { opened, annotator }: Workspace, id: string): Promise<Result<Pick<ImportRecord, 'id' | 'at'> & { readonly source: NonNullable<ImportRecord['source']> }>> {
  const record = await readImport({ disk: desk.disk, opened, by: annotator }, id)
  if (!record.ok) return record
  const { source, at } = record.value
  return source ? ok({ id, at, source }) : fail('import.bundle', 'A bundle’s import has no such receipt.', 'Its files are named when it is imported.')
}

/** A row leads to its annotation where the set is the own one, else to its article. */
function receiptView({ articles, annotator }: Workspace, { id, at, source }: { readonly id: string | null; readonly at: string; readonly source: NonNullable<ImportRecord['source']> }): IntakeReceiptView {
  const { map: _, taken_rows, not_taken_rows, ...rest } = source
  const shown = (row: (typeof taken_rows)[number]) => {
    const isOwn = row.annotator !== null && annotatorKey(row.annotator) === annotator.key
    return { ...row, link: row.article !== null && articles.byPath(row.article) ? { article: articleId(row.article, sha256), annotation: isOwn ? row.annotation : null } : null }
  }
  return { id, at, ...rest, taken: taken_rows.map(shown), left: not_taken_rows.map(shown) }
}
