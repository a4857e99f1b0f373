import { z } from 'zod'
import type { Codebook } from '../../core/model/codebook.ts'
import { sameJson } from '../../core/model/equal.ts'
import { codebookDesk } from './codebook-desk.ts'
import type { Session } from './session.ts'
import { say } from './view.ts'

/** A pause of so long in the typing, then what is there is kept. */
const PAUSE_MS = 800

const item = z.looseObject({ id: z.string() })
const shape = z.looseObject({ name: z.string(), labels: z.array(item), attributes: z.array(item), relations: z.array(item) })
/** A draft may be unfinished, so that it is no codebook yet: that it is one of ours is enough. */
const keptSchema = z.strictObject({
  base: z.string(),
  note: z.string().nullable(),
  draft: z.custom<Codebook>((value) => shape.safeParse(value).success),
})

/** While a project is open: its draft is kept by main, so that a crash loses nothing. Returns how to stop. */
export function guardDraft(session: Session): () => void {
  const desk = codebookDesk(session)
  const project = session.store.getState().project?.id
  let timer: ReturnType<typeof setTimeout> | undefined
  const send = (): void => {
    // Another project may have taken over: its draft is not this one.
    if (session.store.getState().project?.id !== project) return
    const { base, draft, note } = desk.getState()
    void session.client.ask('codebook.keepDraft', { draft: draft && JSON.stringify({ base, note, draft }) })
  }
  const leave = desk.subscribe((now, before) => {
    if (now.draft === before.draft && now.note === before.note) return
    clearTimeout(timer)
    // What is a version now, or was thrown away, is not to come back.
    if (now.draft === null) send()
    else timer = setTimeout(send, PAUSE_MS)
  })
  return () => {
    clearTimeout(timer)
    leave()
  }
}

/** What was being changed when the app was cut off is the draft again, and that is said. */
export async function takeUpDraft(session: Session, words: { readonly found: string; readonly look: string }): Promise<void> {
  const id = session.store.getState().project?.id
  const answer = await session.client.ask('codebook.keptDraft', null)
  const { project } = session.store.getState()
  if (!answer.ok || answer.value === null || !project || project.id !== id || project.readOnly !== null) return
  const kept = read(answer.value)
  const desk = codebookDesk(session)
  // On another version, from a colleague say, it would undo what is new there.
  if (!kept || kept.base !== project.codebookVersion || desk.getState().draft !== null || sameJson(kept.draft, project.codebook)) return
  desk.setState({ draft: kept.draft, note: kept.note, past: [project.codebook], future: [], last: null })
  say(session.view, words.found, { action: { text: words.look, perform: () => session.view.setState({ tab: 'codebook' }) } })
}

function read(text: string): z.infer<typeof keptSchema> | null {
  try {
    return keptSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
