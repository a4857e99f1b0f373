import type { Result } from '../../core/result.ts'
import type { RequestInput } from '../../ipc/contract.ts'
import type { OpenBundleView } from '../../ipc/bundle-shapes.ts'
import { enterProject, settle } from './project.ts'
import type { Session } from './session.ts'
import { sayError } from './view.ts'

/** Whether a dropped file is a bundle rather than an article. */
export function isBundle(name: string): boolean {
  return /\.zip$/i.test(name)
}

export async function chooseBundle(session: Session): Promise<void> {
  await settle(session)
  show(session, await session.client.ask('bundle.choose', null))
}

export async function openDroppedBundle(session: Session, token: string): Promise<void> {
  await settle(session)
  show(session, await session.client.ask('bundle.openDropped', { token }))
}

function show({ view }: Session, answer: Result<OpenBundleView | null>): void {
  if (!answer.ok) return sayError(view, answer.error)
  if (answer.value) view.setState({ dialog: { kind: 'bundle-import', open: answer.value } })
}

/** Answers why nothing was imported, or null; then the project is shown as it is now, and the report. */
export async function importBundle(session: Session, { token, preview }: OpenBundleView, choices: RequestInput<'bundle.apply'>['choices']): Promise<string | null> {
  await settle(session)
  const answer = await session.client.ask('bundle.apply', { token, choices })
  if (!answer.ok) return `${answer.error.message} ${answer.error.remedy}`
  await enterProject(session, answer.value.project)
  session.view.setState({ dialog: { kind: 'import-report', report: answer.value.report, name: preview.name } })
  return null
}

/** Answers what was left as it is, and why; or why nothing was taken back. */
export async function takeBackImport(session: Session, id: string): Promise<{ readonly files: number; readonly left: readonly { readonly file: string; readonly why: string }[] } | string> {
  await settle(session)
  const answer = await session.client.ask('bundle.takeBack', { id })
  if (!answer.ok) return `${answer.error.message} ${answer.error.remedy}`
  const { project, ...rest } = answer.value
  await enterProject(session, project)
  return rest
}
