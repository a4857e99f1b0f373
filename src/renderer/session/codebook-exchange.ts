import { codebookWords } from './codebook-desk.ts'
import type { Session } from './session.ts'
import { say, sayError } from './view.ts'

/** Writes the codebook in force to a file that the person names. */
export async function exportCodebook(session: Session, format: 'json' | 'csv'): Promise<void> {
  const { client, view } = session
  const answer = await client.ask('codebook.export', { format })
  if (!answer.ok) sayError(view, answer.error)
  else if (answer.value !== null) say(view, codebookWords(session)?.exported(answer.value) ?? answer.value)
}

/** Reads a codebook and shows what it would change. */
export async function chooseCodebook({ client, view }: Session): Promise<void> {
  const answer = await client.ask('codebook.choose', null)
  if (!answer.ok) sayError(view, answer.error)
  else if (answer.value) view.setState({ dialog: { kind: 'import-codebook', ...answer.value } })
}
