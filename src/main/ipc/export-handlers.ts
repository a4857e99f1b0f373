import { shell } from 'electron'
import { join } from 'node:path'
import { fail, ok } from '../../core/result.ts'
import type { SomeHandlers } from '../../ipc/derive.ts'
import { exportSets } from '../services/export/export-service.ts'
import { articleOf } from '../workspace/workspace.ts'
import type { HandlerContext } from './context.ts'

export function exportHandlers({ desk, tokens }: HandlerContext): SomeHandlers<'export'> {
  let last: string | null = null
  return {
    'export.run': async ({ format, articles, annotators, folder }) => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      const [target] = tokens.take(folder) ?? []
      if (target === undefined) return fail('choice.gone', 'The folder is no longer known.', 'Choose it again.')
      if (workspace.value.working) return fail('work.busy', 'Something else is still running.', 'Wait until that is done, or cancel it.')
      const paths: string[] = []
      for (const id of articles ?? []) {
        const facts = articleOf(workspace.value, id)
        if (!facts.ok) return facts
        paths.push(facts.value.path)
      }
      // What is exported is what is on disk: the last gestures go there first.
      const flushed = await workspace.value.annotations.flush()
      if (!flushed.ok) return flushed
      const working = new AbortController()
      workspace.value.working = working
      try {
        const receipt = await exportSets({
          disk: desk.disk,
          folder: workspace.value.folder,
          project: workspace.value.opened.project.name,
          codebook: workspace.value.opened.codebook,
          text: (path) => workspace.value.articles.text(path),
          articles: articles && paths,
          annotators,
          sight: { own: workspace.value.annotator.key, visible: workspace.value.sight.visible },
          format,
          outFolder: target,
          signal: working.signal,
          onProgress: (done, total) => desk.send('work.progress', { kind: 'export', done, total }),
        })
        if (receipt.ok) last = join(target, receipt.value.files[0]?.name ?? '')
        return receipt
      } finally {
        workspace.value.working = null
      }
    },
    'export.cancel': async () => {
      desk.workspace?.working?.abort()
      return ok(null)
    },
    'export.showInFolder': async () => {
      if (last !== null) shell.showItemInFolder(last)
      return ok(null)
    },
  }
}
