import type { ChosenFiles, IntakeChoicesView } from '../../ipc/import-shapes.ts'
import { addArticles, openArticle } from './articles.ts'
import { isBundle, openDroppedBundle } from './bundles.ts'
import { enterProject, settle } from './project.ts'
import type { Session } from './session.ts'
import { sayError } from './view.ts'

/** Import of other formats; null: the files are chosen in the dialog. */
export async function openIntake(session: Session, files: ChosenFiles | null): Promise<void> {
  await settle(session)
  session.view.setState({ dialog: { kind: 'intake', files } })
}

/** Dropped files by what they are: a bundle, articles, annotations of another tool, or what a person says where it could be both. */
export async function takeDropped(session: Session, token: string, names: readonly string[]): Promise<void> {
  const [only] = names
  if (names.length === 1 && only !== undefined && isBundle(only)) return openDroppedBundle(session, token)
  const found = await session.client.ask('import.recognise', { token })
  await session.client.ask('import.close', null)
  // What cannot even be looked at is refused by name where articles are added.
  if (!found.ok || found.value.formats.length === 0) return addArticles(session, { token })
  const files = { token, names: found.value.names }
  if (!found.value.articles) return openIntake(session, files)
  session.view.setState({ dialog: { kind: 'intake-drop', files, formats: found.value.formats.map(({ title }) => title) } })
}

/** Answers why nothing was imported, or null; then the project is shown as it is now, and the receipt. */
export async function runIntake(session: Session, choices: IntakeChoicesView): Promise<string | null> {
  await settle(session)
  const answer = await session.client.ask('import.run', choices)
  session.store.setState({ work: null })
  if (!answer.ok) return `${answer.error.message} ${answer.error.remedy}`
  await enterProject(session, answer.value.project)
  session.view.setState({ dialog: { kind: 'intake-receipt', receipt: answer.value.receipt } })
  return null
}

/** The receipt of an earlier import. */
export async function showIntakeReceipt(session: Session, id: string): Promise<void> {
  const answer = await session.client.ask('import.receipt', { id })
  if (answer.ok) session.view.setState({ dialog: { kind: 'intake-receipt', receipt: answer.value } })
  else sayError(session.view, answer.error)
}

/** Leaves the dialog for the annotation that a row of the receipt speaks of. */
export async function goToTaken(session: Session, { article, annotation }: { readonly article: string; readonly annotation: string | null }): Promise<void> {
  session.view.setState({ dialog: null, tab: 'annotate' })
  await openArticle(session, article)
  if (session.store.getState().article?.id === article) session.view.setState({ selected: annotation === null ? [] : [annotation] })
}
