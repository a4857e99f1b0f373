import { goBack } from '../../core/codebook/edits/go-back.ts'
import type { Uses } from '../../core/codebook/edits/uses.ts'
import { usesUnknown } from '../../core/codebook/edits/uses-unknown.ts'
import type { Codebook } from '../../core/model/codebook.ts'
import { fail, type Result } from '../../core/result.ts'
import type { AnnotatorUses, CodebookVersion } from '../../ipc/shapes.ts'
import { codebookDesk, codebookWords, redoCodebookEdit, undoCodebookEdit, withoutBack } from './codebook-desk.ts'
import { saveCodebook } from './project.ts'
import type { Session } from './session.ts'
import { say, sayError } from './view.ts'

/** What Ctrl+Z in the codebook goes back to: what the version in force was made from, through earlier steps back. */
export function versionBefore(versions: readonly CodebookVersion[]): string | null {
  const byVersion = new Map(versions.map((each) => [each.version, each]))
  let at = versions[0]
  for (const seen = new Set<string>(); at?.backTo && !seen.has(at.version); at = byVersion.get(at.backTo)) seen.add(at.version)
  return at?.parent ?? null
}

/** What a step back left behind. */
export function versionAfter([now]: readonly CodebookVersion[]): string | null {
  return now?.backTo ? now.parent : null
}

/** Everybody's uses; while some sets are hidden, everything may be in use. */
export function usesOf(found: readonly AnnotatorUses[], codebook: Codebook): Uses[] {
  const counted = found.map(({ uses }) => uses)
  return found.some(({ hidden }) => hidden > 0) ? [...counted, usesUnknown(codebook)] : counted
}

/** Makes an earlier version the one in force, as a new version; what is in use and was not in it stays, retired. */
export async function goBackTo(session: Session, version: string): Promise<Result<Codebook>> {
  const now = session.store.getState().project?.codebook
  if (!now) return fail('project.none', 'No project is open.', 'Open one first.')
  const [earlier, uses] = await Promise.all([session.client.ask('codebook.read', { version }), session.client.ask('codebook.uses', { both: null })])
  if (!earlier.ok) return earlier
  if (!uses.ok) return uses
  const next = withoutBack(goBack(now, earlier.value, usesOf(uses.value, now)))
  const change = codebookWords(session)?.back(version, earlier.value.change) ?? ''
  return saveCodebook(session, { ...next, extra: { ...next.extra, concord: { back_to: version } } }, change)
}

/** Goes back to a version and says so, with the way forward again. */
export async function goBackAndSay(session: Session, version: string, direction: 'back' | 'forward' = 'back'): Promise<void> {
  const answer = await goBackTo(session, version)
  if (!answer.ok) return sayError(session.view, answer.error)
  const words = codebookWords(session)
  const other = direction === 'back' ? 'forward' : 'back'
  say(session.view, answer.value.change, { action: { text: (direction === 'back' ? words?.redo : words?.undo) ?? '', perform: () => void stepVersion(session, other) }, takesBack: 'version' })
}

/** One version back or forward. */
export async function stepVersion(session: Session, direction: 'back' | 'forward'): Promise<void> {
  const versions = await session.client.ask('codebook.versions', null)
  if (!versions.ok) return sayError(session.view, versions.error)
  const target = direction === 'back' ? versionBefore(versions.value) : versionAfter(versions.value)
  if (target === null) return say(session.view, codebookWords(session)?.nothing ?? '')
  await goBackAndSay(session, target, direction)
}

/** Undo and redo in the codebook: first within the changes that are no version yet, then version by version. */
export function stepCodebook(session: Session, direction: 'back' | 'forward'): void {
  const stepped = direction === 'back' ? undoCodebookEdit(session) : redoCodebookEdit(session)
  // With a draft open there is more to lose than a version.
  if (!stepped && codebookDesk(session).getState().draft === null) void stepVersion(session, direction)
}
