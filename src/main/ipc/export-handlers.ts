import { shell } from 'electron'
import { join } from 'node:path'
import { ADAPTERS, adapterNamed } from '../../core/formats/adapters.ts'
import { articleId } from '../../core/model/folder-name.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { SomeHandlers } from '../../ipc/derive.ts'
import type { OutgoingWishView, Receipt } from '../../ipc/export-shapes.ts'
import { sha256 } from '../services/hash.ts'
import { fileStem } from '../services/interchange/outgoing/file-stem.ts'
import type { OutgoingProject, OutgoingWish } from '../services/interchange/outgoing/messages.ts'
import type { OutgoingService, PlacedReceipt } from '../services/interchange/outgoing/outgoing-service.ts'
import { articleOf, type Workspace } from '../workspace/workspace.ts'
import type { HandlerContext } from './context.ts'

/** So many files are named on a receipt. */
const MOST_FILES = 200

export function exportHandlers({ desk, tokens }: HandlerContext, service: OutgoingService): SomeHandlers<'export'> {
  let last: string | null = null
  const onProgress = (done: number, total: number) => desk.send('work.progress', { kind: 'export', done, total })

  return {
    'export.formats': async () =>
      ok(
        ADAPTERS.filter(({ serialize }) => serialize).map(({ name, title, options = [], parse }) => ({
          name,
          title,
          readBack: parse !== undefined,
          options: options.filter((option) => option.for !== 'read').map((option) => ({ name: option.name, values: [...option.values], default: option.default, help: option.help })),
        })),
      ),
    'export.preview': async (view) => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      const wish = wishOf(workspace.value, view)
      if (!wish.ok) return wish
      // What is shown is what is on disk: the last gestures go there first.
      const flushed = await workspace.value.annotations.flush()
      if (!flushed.ok) return flushed
      const preview = await service.preview(await projectOf(workspace.value), wish.value, onProgress)
      return preview.ok ? ok({ ...preview.value, counts: preview.value.counts.map((each) => ({ ...each })), samples: preview.value.samples.map((each) => ({ ...each })), leftOut: preview.value.leftOut.map((each) => ({ ...each })) }) : preview
    },
    'export.run': async ({ wish: view, folder }) => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      const [target] = tokens.take(folder) ?? []
      if (target === undefined) return fail('choice.gone', 'The folder is no longer known.', 'Choose it again.')
      if (workspace.value.working) return fail('work.busy', 'Something else is still running.', 'Wait until that is done, or cancel it.')
      const wish = wishOf(workspace.value, view)
      if (!wish.ok) return wish
      const flushed = await workspace.value.annotations.flush()
      if (!flushed.ok) return flushed
      const working = new AbortController()
      workspace.value.working = working
      working.signal.addEventListener('abort', () => service.cancel())
      try {
        const receipt = await service.write(await projectOf(workspace.value), wish.value, { target, stem: stemOf(workspace.value, wish.value) }, onProgress)
        if (!receipt.ok) return receipt
        const { location, files } = receipt.value
        last = join(location, files[0]?.name ?? '')
        return ok(receiptView(workspace.value, wish.value, receipt.value))
      } finally {
        workspace.value.working = null
      }
    },
    'export.cancel': async () => {
      service.cancel()
      desk.workspace?.working?.abort()
      return ok(null)
    },
    'export.close': async () => {
      service.close()
      return ok(null)
    },
    'export.showInFolder': async () => {
      if (last !== null) shell.showItemInFolder(last)
      return ok(null)
    },
  }
}

/** The wish in the paths of the project. */
function wishOf(workspace: Workspace, view: OutgoingWishView): Result<OutgoingWish> {
  const paths: string[] = []
  for (const id of view.articles ?? []) {
    const facts = articleOf(workspace, id)
    if (!facts.ok) return facts
    paths.push(facts.value.path)
  }
  return ok({ ...view, articles: view.articles && paths })
}

async function projectOf({ folder, opened, articles, annotator, sight }: Workspace): Promise<OutgoingProject> {
  const all = articles.all()
  return {
    folder,
    name: opened.project.name,
    codebook: opened.codebook,
    articles: all.map(({ path, title, header }) => ({ path, title, header })),
    own: annotator.key,
    visible: [...(await sight.visible(all.map(({ path }) => path)))],
  }
}

function stemOf({ opened }: Workspace, { format }: OutgoingWish): string {
  return fileStem(opened.project.name, format)
}

/** A place leads to its annotation where the set is the own one, else to its article. */
function receiptView({ articles, annotator }: Workspace, { what, format }: OutgoingWish, receipt: PlacedReceipt): Receipt {
  const { location, files, counts, verified, losses, differences, advice, leftOut, hidden } = receipt
  return {
    what,
    format: adapterNamed(format)?.title ?? format,
    location,
    files: files.slice(0, MOST_FILES).map((file) => ({ ...file })),
    fileCount: files.length,
    counts: counts.map((each) => ({ ...each })),
    verified,
    losses: losses.map(({ what: lost, count, places }) => ({
      what: lost,
      count,
      places: places.map(({ text, article, annotator: whose, annotation }) => ({
        text,
        link: article !== null && articles.byPath(article) ? { article: articleId(article, sha256), annotation: whose === annotator.key ? annotation : null } : null,
      })),
    })),
    differences: [...differences],
    advice: [...advice],
    problems: leftOut.map((problem) => ({ ...problem })),
    hidden,
  }
}
