import { basename } from 'node:path'
import { shell } from 'electron'
import { ORIGINAL_ENDINGS } from '../../core/extract/kinds.ts'
import { articleId } from '../../core/model/folder-name.ts'
import { originalPath } from '../../core/model/original.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { SomeHandlers } from '../../ipc/derive.ts'
import type { AddReport, ArticleFields } from '../../ipc/shapes.ts'
import { resolveInside } from '../services/disk/contained.ts'
import type { Extractor } from '../services/extract/extractor.ts'
import { readMetadataFile } from '../services/articles/metadata-csv.ts'
import { packSet } from '../../ipc/packed-set.ts'
import { sha256 } from '../services/hash.ts'
import { articleOf, openArticle, rowOf, type Workspace } from '../workspace/workspace.ts'
import type { HandlerContext } from './context.ts'
import { choosePaths } from './dialogs.ts'

export function articleHandlers({ desk, settings, tokens, window }: HandlerContext, extractor: Extractor): SomeHandlers<'articles'> {
  const add = async (sources: readonly string[]): Promise<Result<AddReport>> => {
    const workspace = desk.requireWritable()
    if (!workspace.ok) return workspace
    if (workspace.value.working) return fail('work.busy', 'Articles are still being added.', 'Wait until that is done, or cancel it.')
    const working = new AbortController()
    workspace.value.working = working
    try {
      const report = await workspace.value.articles.add(sources, {
        signal: working.signal,
        extractor,
        onProgress: (done, total) => desk.send('work.progress', { kind: 'add', done, total }),
      })
      await workspace.value.info.refreshOriginals(report.added.filter(({ extracted }) => extracted !== null).map(({ path }) => path))
      const rows = report.added.map(({ id }) => workspace.value.articles.byId(id)).filter((facts) => facts !== undefined)
      desk.send('rows.changed', { rows: rows.map((facts) => rowOf(workspace.value, facts)), removed: [] })
      return ok(report)
    } finally {
      workspace.value.working = null
    }
  }

  /** CSV previews that wait for a yes, by token. */
  const previews = new Map<string, { path: string; fields: ArticleFields }[]>()

  return {
    'articles.addFromDialog': async ({ what }) => {
      const chosen = await choosePaths(window(), {
        title: what === 'folder' ? 'Add a folder of articles' : 'Add articles',
        buttonLabel: 'Add',
        properties: what === 'folder' ? ['openDirectory'] : ['openFile', 'multiSelections'],
        ...(what === 'files' ? { filters: [{ name: 'Articles', extensions: ['txt', 'md', ...ORIGINAL_ENDINGS] }] } : {}),
      })
      return chosen.length === 0 ? ok(null) : add(chosen)
    },
    'articles.addDropped': async ({ token }) => {
      const paths = tokens.take(token)
      return paths ? add(paths) : fail('drop.gone', 'What was dropped is no longer known.', 'Drop it again.')
    },
    'articles.cancelAdd': async () => {
      desk.workspace?.working?.abort()
      return ok(null)
    },
    'articles.open': async ({ article }) => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      const facts = articleOf(workspace.value, article)
      if (!facts.ok) return facts
      const place = settings.placeIn(workspace.value.opened.project.id)
      const opened = await openArticle(workspace.value, article, place?.article === facts.value.path ? place.offset : 0)
      return opened.ok ? ok({ ...opened.value, set: packSet(opened.value.set) }) : opened
    },
    'articles.showOriginal': async ({ article }) => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      const facts = articleOf(workspace.value, article)
      if (!facts.ok) return facts
      const place = await resolveInside(desk.disk, workspace.value.folder, originalPath(facts.value.path))
      if (!place.ok) return place
      const there = await desk.disk.stat(place.value)
      if (!there.ok) return there
      if (there.value?.kind !== 'file') return fail('article.original', `The document that ${facts.value.path} was taken from is no longer there.`, 'Its text is still in the project.')
      shell.showItemInFolder(place.value)
      return ok(null)
    },
    'articles.setFields': async ({ article, fields }) => {
      const workspace = desk.requireWritable()
      if (!workspace.ok) return workspace
      const facts = articleOf(workspace.value, article)
      if (!facts.ok) return facts
      const set = await setFields(workspace.value, facts.value.path, fields)
      if (!set.ok) return set
      const row = rowOf(workspace.value, facts.value)
      desk.send('rows.changed', { rows: [row], removed: [] })
      return ok(row)
    },
    'articles.chooseMetadata': async () => {
      const workspace = desk.requireWritable()
      if (!workspace.ok) return workspace
      const [file] = await choosePaths(window(), {
        title: 'Import article details',
        buttonLabel: 'Preview',
        properties: ['openFile'],
        filters: [{ name: 'Tables', extensions: ['csv', 'tsv', 'txt'] }],
      })
      if (file === undefined) return ok(null)
      const name = basename(file)
      const read = await readMetadataFile(desk.disk, file, workspace.value.articles.all().map((facts) => facts.path))
      if (!read.ok) return read
      const token = tokens.give([file])
      const matched = read.value.matched.map(({ path, fields }) => ({ path, fields: { ...fields } }))
      previews.set(token, matched)
      return ok({
        token,
        file: name,
        matched: matched.map((match) => ({ id: articleId(match.path, sha256), ...match })),
        problems: [...read.value.problems],
      })
    },
    'articles.applyMetadata': async ({ token }) => {
      const workspace = desk.requireWritable()
      if (!workspace.ok) return workspace
      const matched = previews.get(token)
      if (!matched) return fail('metadata.gone', 'The preview is no longer known.', 'Choose the file again.')
      const rows = []
      for (const { path, fields } of matched) {
        const set = await setFields(workspace.value, path, fields)
        if (!set.ok) return set
        const facts = workspace.value.articles.byPath(path)
        if (facts) rows.push(rowOf(workspace.value, facts))
      }
      previews.delete(token)
      desk.send('rows.changed', { rows, removed: [] })
      return ok(rows)
    },
    'articles.rememberPlace': async ({ article, offset }) => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      const facts = articleOf(workspace.value, article)
      if (!facts.ok) return facts
      settings.rememberPlace(workspace.value.opened.project.id, { article: facts.value.path, offset })
      return ok(null)
    },
  }
}

async function setFields(workspace: Workspace, path: string, fields: ArticleFields): Promise<Result<unknown>> {
  const article = await workspace.articles.text(path)
  if (!article.ok) return article
  return workspace.info.set(workspace.annotator, { path, text_sha256: article.value.textSha256 }, fields)
}
