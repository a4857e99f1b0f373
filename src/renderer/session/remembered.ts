import { updateSettings } from './project.ts'
import type { Session } from './session.ts'

/** What was chosen in a dialog the last time; undefined where nothing was, or what no longer exists (`among`). */
export function remembered(session: Session, name: string, among?: readonly string[]): string | undefined {
  const value = session.store.getState().settings.choices[name]
  return value !== undefined && among !== undefined && among.length > 0 && !among.includes(value) ? undefined : value
}

export function remember(session: Session, chosen: Readonly<Record<string, string>>): void {
  const { choices } = session.store.getState().settings
  void updateSettings(session, { choices: { ...choices, ...chosen } })
}
