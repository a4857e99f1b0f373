import { basename, extname, relative, sep } from 'node:path'
import type { FileFilter } from 'electron'
import { articleId } from '../../core/model/folder-name.ts'
import { fail, ok } from '../../core/result.ts'
import type { SomeHandlers } from '../../ipc/derive.ts'
import { sha256 } from '../services/hash.ts'
import { keepDraft, keptDraft } from '../services/project/codebook-draft.ts'
import { codebookText, importCodebook } from '../services/project/codebook-file.ts'
import { readCodebook } from '../services/project/codebook-files.ts'
import { codebookVersions } from '../services/project/codebook-versions.ts'
import { usesInSight, usesOnDisk } from '../services/sets/codebook-uses.ts'
import { renameEntity } from '../workspace/rename-entity.ts'
import { saveCodebook } from '../workspace/save-codebook.ts'
import type { HandlerContext } from './context.ts'
import { choosePaths, choosePlace } from './dialogs.ts'

const KINDS: Readonly<Record<'json' | 'csv', FileFilter>> = {
  json: { name: 'Concord codebook', extensions: ['json'] },
  csv: { name: 'Table for spreadsheets', extensions: ['csv'] },
}

export function codebookHandlers({ desk, window }: HandlerContext): SomeHandlers<'codebook'> {
  return {
    'codebook.save': async ({ codebook }) => {
      const workspace = desk.requireWritable()
      return workspace.ok ? saveCodebook(workspace.value, desk.disk, codebook, desk.send, desk.environment) : workspace
    },
    'codebook.keepDraft': async ({ draft }) => {
      const workspace = desk.requireWritable()
      return workspace.ok ? keepDraft(desk.disk, desk.draftOf(workspace.value.folder), draft) : workspace
    },
    'codebook.keptDraft': async () => {
      const workspace = desk.require()
      return workspace.ok ? keptDraft(desk.disk, desk.draftOf(workspace.value.folder)) : workspace
    },
    'codebook.versions': async () => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      const { folder, opened } = workspace.value
      return ok(await codebookVersions(desk.disk, folder, opened.project.codebook))
    },
    'codebook.read': async ({ version }) => {
      const workspace = desk.require()
      return workspace.ok ? readCodebook(desk.disk, workspace.value.folder, version) : workspace
    },
    'codebook.uses': async ({ both }) => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      const { folder, opened, annotator, annotations, summaries, sight } = workspace.value
      // What is counted is what is on disk: the last gestures go there first.
      const flushed = await annotations.flush()
      if (!flushed.ok) return flushed
      const people = [annotator, ...summaries.annotators().filter(({ key }) => key !== annotator.key)]
      const found = []
      for (const person of people) {
        const own = person.key === annotator.key
        const counted = own
          ? { uses: await usesOnDisk(desk.disk, folder, person, opened.codebook, both), hidden: 0 }
          : await usesInSight(desk.disk, folder, person, opened.codebook, both, sight)
        found.push({ annotator: person, own, ...counted })
      }
      return ok(found.map(({ uses, ...rest }) => ({ ...rest, uses: { ...uses, entities: [...uses.entities] } })))
    },
    'codebook.export': async ({ format }) => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      const { codebook } = workspace.value.opened
      const place = await choosePlace(window(), {
        title: 'Export the codebook',
        defaultPath: `${fileName(codebook.name)}.${format}`,
        filters: [KINDS[format]],
      })
      if (place === null) return ok(null)
      const path = extname(place) === '' ? `${place}.${format}` : place
      const inside = relative(workspace.value.folder, path)
      if (['codebook.json', 'concord.json'].includes(inside) || inside.startsWith(`codebook${sep}`)) {
        return fail('codebook.own', 'This is a file of the project itself.', 'Choose another name or another folder.')
      }
      const written = await desk.disk.writeAtomic(path, codebookText(codebook, format), { expected: undefined })
      return written.ok ? ok(basename(path)) : written
    },
    'codebook.choose': async () => {
      const [path] = await choosePaths(window(), {
        title: 'Import a codebook',
        properties: ['openFile'],
        filters: [{ name: 'Codebooks', extensions: ['json', 'csv'] }],
      })
      if (path === undefined) return ok(null)
      const codebook = await importCodebook(desk.disk, path, desk.environment)
      return codebook.ok ? ok({ file: basename(path), codebook: codebook.value }) : codebook
    },
    'codebook.renameEntity': async ({ from, to }) => {
      const workspace = desk.requireWritable()
      if (!workspace.ok) return workspace
      const renamed = await renameEntity(workspace.value, desk.environment, from, to)
      return renamed.ok ? ok(renamed.value.map(({ article, ...change }) => ({ article: articleId(article, sha256), ...change }))) : renamed
    },
  }
}

/** What every system takes as a name. */
function fileName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/g, '').toLowerCase() || 'codebook'
}
