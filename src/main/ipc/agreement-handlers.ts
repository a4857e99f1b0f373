import { basename, extname, relative } from 'node:path'
import { fail, ok } from '../../core/result.ts'
import type { SomeHandlers } from '../../ipc/derive.ts'
import type { AgreementService } from '../services/agreement/agreement-service.ts'
import { keepAgreement } from '../services/agreement/keep.ts'
import type { ComputedAgreement } from '../services/agreement/messages.ts'
import type { HandlerContext } from './context.ts'
import { choosePlace } from './dialogs.ts'

const KINDS = {
  svg: { name: 'SVG picture', extensions: ['svg'] },
  csv: { name: 'CSV table', extensions: ['csv'] },
  html: { name: 'HTML report', extensions: ['html'] },
  json: { name: 'JSON', extensions: ['json'] },
}

export function agreementHandlers({ desk, window }: HandlerContext, service: AgreementService): SomeHandlers<'agreement'> {
  /** The project that the numbers are of. */
  let folder: string | null = null
  let last: ComputedAgreement | null = null
  return {
    'agreement.compute': async (request) => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      const { annotations, articles, sight } = workspace.value
      // What is compared is what is on disk: the last gestures go there first.
      const flushed = await annotations.flush()
      if (!flushed.ok) return flushed
      const paths = articles.all().map(({ path }) => path)
      folder = workspace.value.folder
      const computed = await service.compute({
        folder,
        request,
        articles: paths,
        visible: await sight.visible(paths),
        onProgress: (done, total) => desk.send('work.progress', { kind: 'agreement', done, total }),
      })
      last = computed.ok ? computed.value : null
      if (!computed.ok) return computed
      const { report, problems, acceptance } = computed.value
      return ok({ report, problems: problems.map((problem) => ({ ...problem })), acceptance: acceptance.map((row) => ({ ...row })) })
    },
    'agreement.cancel': async () => {
      service.cancel()
      return ok(null)
    },
    'agreement.spans': async (request) => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      if (workspace.value.folder === folder) return service.evidence(request)
      service.close()
      return fail('agreement.gone', 'What these numbers stand on is no longer at hand.', 'Compute agreement again.')
    },
    'agreement.keep': async () => {
      const workspace = desk.requireWritable()
      if (!workspace.ok) return workspace
      if (!last || workspace.value.folder !== folder) return fail('agreement.gone', 'There are no numbers to keep.', 'Compute agreement again.')
      return keepAgreement({ disk: desk.disk, folder, environment: desk.environment, report: last.report, files: last.files })
    },
    'agreement.save': async ({ name, format, text }) => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      const place = await choosePlace(window(), { title: KINDS[format].name, defaultPath: `${name}.${format}`, filters: [KINDS[format]] })
      if (place === null) return ok(null)
      const path = extname(place) === '' ? `${place}.${format}` : place
      const inside = relative(workspace.value.folder, path)
      if (!inside.startsWith('..') && format === 'json') {
        return fail('agreement.own', 'The project’s own files are JSON too.', 'Choose a folder outside the project.')
      }
      const written = await desk.disk.writeAtomic(path, text, { expected: undefined })
      return written.ok ? ok(basename(path)) : written
    },
  }
}
