import { createStore, type StoreApi } from 'zustand/vanilla'
import { checkCodebook } from '../../core/codebook/check.ts'
import { isTaken } from '../../core/codebook/edits/fresh.ts'
import { itemsOf, type ItemKind } from '../../core/codebook/edits/items.ts'
import { codebookSchema, type Codebook } from '../../core/model/codebook.ts'
import { sameJson } from '../../core/model/equal.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { beforeLeaving } from './drafts.ts'
import { saveCodebook } from './project.ts'
import type { Session } from './session.ts'
import { sayError, stepMade } from './view.ts'

/** What the codebook tab shows beside its outline. */
export type CodebookPlace =
  | { readonly kind: 'read' }
  | { readonly kind: 'versions' }
  | { readonly kind: 'notes' }
  | { readonly kind: ItemKind; readonly id: string }

export interface CodebookDesk {
  /** Version that the draft changes. */
  readonly base: string
  /** The codebook with changes that are no version yet; null: there are none. */
  readonly draft: Codebook | null
  readonly past: readonly Codebook[]
  readonly future: readonly Codebook[]
  /** What the last step changed: typing on in one field is one step. */
  readonly last: string | null
  /** In the person's own words; null: as Concord puts it. */
  readonly note: string | null
  readonly place: CodebookPlace
  /** What is being added in the outline, before it has a name. */
  readonly adding: ItemKind | null
}

const CLEAN = { draft: null, past: [], future: [], last: null, note: null } as const
const desks = new WeakMap<Session, StoreApi<CodebookDesk>>()

/** What the history and the toasts say; set by the screen, which has the words. */
export interface CodebookWords {
  /** What the draft changes. */
  readonly note: (before: Codebook, after: Codebook) => string
  readonly back: (version: string, change: string) => string
  readonly undo: string
  readonly redo: string
  readonly nothing: string
  readonly saved: string
  readonly exported: (file: string) => string
}
const wordings = new WeakMap<Session, CodebookWords>()
/** Drafts that are on their way to be versions. */
const saving = new WeakMap<Session, Codebook>()

/** The draft of the codebook, which outlives the tab that shows it. It becomes a version when the project is left. */
export function codebookDesk(session: Session): StoreApi<CodebookDesk> {
  const known = desks.get(session)
  if (known) return known
  const desk = createStore<CodebookDesk>(() => ({ base: '', ...CLEAN, place: { kind: 'read' }, adding: null }))
  desks.set(session, desk)
  const follow = (): void => {
    const version = session.store.getState().project?.codebookVersion ?? ''
    const { base, draft } = desk.getState()
    if (version === base) return
    const sent = saving.get(session)
    const saved = session.store.getState().project?.codebook
    // What was typed while the version was being made goes on as the next draft.
    const goesOn = sent !== undefined && draft !== null && draft !== sent && saved !== undefined
    desk.setState({ base: version, ...CLEAN, ...(goesOn ? { draft: onto(draft, saved), past: [saved] } : {}) })
  }
  follow()
  session.store.subscribe(follow)
  let project = session.store.getState().project?.id
  session.store.subscribe(({ project: now }) => {
    if (now?.id === project) return
    project = now?.id
    desk.setState({ place: { kind: 'read' } })
  })
  beforeLeaving(session, () => keepCodebook(session))
  return desk
}

export function setCodebookWords(session: Session, words: CodebookWords): void {
  wordings.set(session, words)
}

export function codebookWords(session: Session): CodebookWords | undefined {
  return wordings.get(session)
}

export function editedCodebook(session: Session): Codebook | null {
  return codebookDesk(session).getState().draft ?? session.store.getState().project?.codebook ?? null
}

/** One step of editing; `about` names the field, so that what is typed into it in one go is one step. */
export function editCodebook(session: Session, change: (codebook: Codebook) => Codebook, about: string | null = null): void {
  const desk = codebookDesk(session)
  const saved = session.store.getState().project?.codebook
  const before = editedCodebook(session)
  if (!before || !saved || session.store.getState().project?.readOnly !== null) return
  const next = change(before)
  if (sameJson(next, before)) return
  const { past, last } = desk.getState()
  const goesOn = about !== null && about === last
  // A draft stands on the version now: to go back behind it would lose the draft.
  stepMade(session.view, 'version')
  desk.setState({ draft: sameJson(next, saved) ? null : next, past: goesOn ? past : [...past, before], future: [], last: about })
}

export function undoCodebookEdit(session: Session): boolean {
  return step(session, 'past', 'future')
}

export function redoCodebookEdit(session: Session): boolean {
  return step(session, 'future', 'past')
}

function step(session: Session, from: 'past' | 'future', to: 'past' | 'future'): boolean {
  const desk = codebookDesk(session)
  const saved = session.store.getState().project?.codebook
  const now = editedCodebook(session)
  const target = desk.getState()[from].at(-1)
  if (!now || !saved || !target) return false
  desk.setState((state) => ({ draft: sameJson(target, saved) ? null : target, [from]: state[from].slice(0, -1), [to]: [...state[to], now], last: null }))
  return true
}

export function discardCodebookEdits(session: Session): void {
  const desk = codebookDesk(session)
  const before = desk.getState().draft
  if (before) desk.setState((state) => ({ draft: null, past: [...state.past, before], future: [], last: null, note: null }))
}

/** Why the draft cannot be a version yet, or the draft. */
export function checkDraft(codebook: Codebook): Result<Codebook> {
  for (const kind of ['label', 'attribute', 'relation', 'sector', 'entity'] as const) {
    const items: readonly { readonly name: string; readonly retired?: boolean | undefined }[] = itemsOf(codebook, kind)
    const shown = items.filter(({ retired }) => retired !== true)
    const twice = shown.find((item, index) => item.name.trim() !== '' && isTaken(item.name, shown.slice(0, index)))
    if (twice) return fail('codebook.name', `“${twice.name}” is there twice.`, 'Give one of them another name, or merge them.')
  }
  const parsed = codebookSchema.safeParse(codebook)
  if (!parsed.success) return fail('codebook.incomplete', 'Something has no name or no text yet.', 'Fill it in, or delete it.')
  const [wrong] = checkCodebook(codebook)
  return wrong ? { ok: false, error: wrong } : ok(codebook)
}

/** The draft becomes the version in force. */
export async function saveCodebookDraft(session: Session, automatic: string): Promise<Result<Codebook>> {
  const { draft, note } = codebookDesk(session).getState()
  if (!draft) return fail('codebook.unchanged', 'Nothing was changed.', 'Change something first.')
  const checked = checkDraft(draft)
  if (!checked.ok) return checked
  if (saving.get(session) === draft) return fail('codebook.saving', 'The version is being saved already.', 'Wait a moment.')
  const written = note?.trim() ?? ''
  saving.set(session, draft)
  const answer = await saveCodebook(session, withoutBack(draft), written === '' ? automatic : written)
  saving.delete(session)
  return answer
}

/** A draft as if it had been made from this version. */
function onto(draft: Codebook, { parent, change, extra }: Codebook): Codebook {
  const { extra: _, ...rest } = draft
  return { ...rest, parent, change, ...(extra ? { extra } : {}) }
}

/** An edit from elsewhere, such as an example from the text: in force at once, and in the draft too where there is one. */
export async function changeCodebookNow(session: Session, change: (codebook: Codebook) => Codebook, note: string): Promise<Result<Codebook>> {
  const desk = codebookDesk(session)
  const saved = session.store.getState().project?.codebook
  const { draft, note: own } = desk.getState()
  if (!saved) return fail('project.none', 'No project is open.', 'Open one first.')
  const answer = await saveCodebook(session, withoutBack(change(saved)), note)
  if (answer.ok && draft) desk.setState({ draft: onto(change(draft), answer.value), past: [answer.value], note: own })
  return answer
}

/** On leaving: a draft that can be a version is made one, so that nothing is lost. */
async function keepCodebook(session: Session): Promise<void> {
  const { draft } = codebookDesk(session).getState()
  const saved = session.store.getState().project?.codebook
  if (!draft || !saved) return
  const answer = await saveCodebookDraft(session, wordings.get(session)?.note(saved, draft) ?? '')
  if (!answer.ok) sayError(session.view, answer.error)
}

/** A new version goes forward, whatever the one before it did. */
export function withoutBack(codebook: Codebook): Codebook {
  const { concord: _, ...others } = codebook.extra ?? {}
  const { extra: _extra, ...rest } = codebook
  return Object.keys(others).length === 0 ? rest : { ...rest, extra: others }
}
