import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { app, shell } from 'electron'
import { pledgesAndAgreements } from '../../core/codebook/starter.ts'
import { emptyCodebook } from '../../core/codebook/empty.ts'
import { annotatorKey } from '../../core/model/folder-name.ts'
import { newId } from '../../core/model/environment.ts'
import { ADJUDICATED } from '../../core/review/adjudicate.ts'
import type { Codebook } from '../../core/model/codebook.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { RequestInput } from '../../ipc/contract.ts'
import type { SomeHandlers } from '../../ipc/derive.ts'
import { locationOf } from '../desk.ts'
import { putSampleProject, SAMPLE_ANNOTATOR, SAMPLE_ARTICLE } from '../sample.ts'
import { keepBoth } from '../services/conflicts/keep-both.ts'
import { createProject } from '../services/project/create-project.ts'
import { changeProject } from '../services/project/read-project.ts'
import { readCodebookFile } from '../services/project/read-codebook-file.ts'
import { recentProjects } from './app-handlers.ts'
import { copyWorkspace } from '../workspace/copy-workspace.ts'
import type { HandlerContext } from './context.ts'
import { choosePaths } from './dialogs.ts'

const TITLES = {
  'new-project': 'Where to put the new project',
  'open-project': 'Open project',
  'copy-codebook': 'Copy the codebook of this project',
  export: 'Where to put the export',
} as const

/** Milliseconds for a last try to save what a copy has already. */
const LEAVING = 1000

type Names = 'project' | 'dialog'

export function projectHandlers({ desk, settings, tokens, window }: HandlerContext): SomeHandlers<Names> {
  const codebookFor = async (source: RequestInput<'project.create'>['codebook'], name: string): Promise<Result<Codebook>> => {
    if (source.kind === 'pledges-and-agreements') return ok(pledgesAndAgreements)
    if (source.kind === 'empty') return ok(emptyCodebook(name, newId(desk.environment)))
    const [path] = tokens.take(source.token) ?? []
    return path === undefined ? choiceGone() : readCodebookFile(desk.disk, path, desk.environment)
  }

  return {
    'dialog.chooseFolder': async ({ purpose }) => {
      const [folder] = await choosePaths(window(), { title: TITLES[purpose], properties: ['openDirectory', 'createDirectory'] })
      if (folder === undefined) return ok(null)
      const marker = await stat(join(folder, 'concord.json')).catch(() => null)
      return ok({ token: tokens.give([folder]), location: locationOf(folder), name: basename(folder), isProject: marker !== null })
    },
    'dialog.chooseCodebookFile': async () => {
      const [file] = await choosePaths(window(), {
        title: 'Copy a codebook',
        properties: ['openFile'],
        filters: [{ name: 'Codebooks', extensions: ['json', 'csv'] }],
      })
      return ok(file === undefined ? null : { token: tokens.give([file]), name: basename(file) })
    },
    'project.create': async ({ name, parent, annotator, codebook }) => {
      if (isReserved(annotator)) return reserved()
      const [folder] = tokens.take(parent) ?? []
      if (folder === undefined) return choiceGone()
      const source = await codebookFor(codebook, name)
      if (!source.ok) return source
      const created = await createProject(desk.disk, folder, { name, codebook: source.value, environment: desk.environment })
      if (!created.ok) return created
      desk.send('settings.changed', settings.update({ annotator }))
      return desk.open(created.value.folder)
    },
    'project.open': async (which) => {
      const folder = which.kind === 'recent' ? settings.recent.find(({ id }) => id === which.id)?.folder : tokens.take(which.token)?.[0]
      return folder === undefined ? choiceGone() : desk.open(folder, which.kind === 'copy' ? LEAVING : undefined)
    },
    'project.openSample': async () => {
      const folder = await putSampleProject(desk.disk, join(app.getAppPath(), 'samples', 'pledges'), app.getPath('documents'))
      if (!folder.ok) return folder
      // One click from a real annotated text: the sample is opened as one of the two who coded it.
      settings.setAnnotatorIn(folder.value, SAMPLE_ANNOTATOR)
      const opened = await desk.open(folder.value)
      if (!opened.ok || opened.value.place) return opened
      const first = opened.value.rows.find(({ path }) => path === SAMPLE_ARTICLE)
      return first ? ok({ ...opened.value, place: { article: first.id, offset: 0 } }) : opened
    },
    'project.close': async () => {
      const closed = await desk.close()
      if (closed.ok) settings.closeLast()
      return closed
    },
    'project.saveCopy': async ({ held, shown }) => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      const [into] = await choosePaths(window(), { title: 'Where to save a copy of the project', buttonLabel: 'Save copy here', properties: ['openDirectory', 'createDirectory'] })
      if (into === undefined) return ok(null)
      const copy = await copyWorkspace(desk, workspace.value, into, held, shown)
      return copy.ok ? ok({ token: tokens.give([copy.value.folder]), location: locationOf(copy.value.folder), files: copy.value.files, left: [...copy.value.left] }) : copy
    },
    'project.keepBoth': async () => {
      const workspace = desk.requireWritable()
      if (!workspace.ok) return workspace
      const { folder, annotator, annotations } = workspace.value
      const kept = await keepBoth({ disk: desk.disk, folder, annotator, unsaved: annotations.unsaved([]).map(({ set }) => set), takeOver: annotations.takeOver })
      if (!kept.ok) return kept
      const project = await desk.open(folder)
      return project.ok ? ok({ articles: [...kept.value.articles], left: [...kept.value.left], project: project.value }) : project
    },
    'project.forgetRecent': async ({ id }) => {
      settings.forget(id)
      return ok(await recentProjects(settings))
    },
    'project.showInFolder': async () => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      shell.showItemInFolder(join(workspace.value.folder, 'concord.json'))
      return ok(null)
    },
    'project.setBlind': async ({ blind }) => {
      const workspace = desk.requireWritable()
      if (!workspace.ok) return workspace
      const changed = await changeProject(desk.disk, workspace.value.opened, { blind })
      if (!changed.ok) return changed
      workspace.value.opened = changed.value
      desk.tellFacts(workspace.value)
      desk.send('sets.changed', { articles: null, own: [] })
      return ok(null)
    },
    'project.setAnnotator': async ({ name }) => {
      if (isReserved(name)) return reserved()
      settings.update({ annotator: name })
      if (desk.workspace) settings.setAnnotatorIn(desk.workspace.folder, null)
      desk.send('settings.changed', settings.settings)
      const workspace = desk.require()
      return workspace.ok ? desk.open(workspace.value.folder) : workspace
    },
  }
}

/** What reviewers decided is kept under this name. */
function isReserved(name: string): boolean {
  return annotatorKey(name) === ADJUDICATED.key
}

function reserved() {
  return fail('annotator.reserved', `“${ADJUDICATED.name}” is the name of what reviewers decided, and cannot be an annotator’s.`, 'Use a name of your own.')
}

function choiceGone() {
  return fail('choice.gone', 'What was chosen is no longer known.', 'Choose it again.')
}
