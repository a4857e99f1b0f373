import type { TFunction } from 'i18next'
import type { Session } from './session.ts'
import { say } from './view.ts'

const MOST_NAMED = 3

/** The project is shown anew, so what was left as it is can only be said. */
export function tellTakenBack({ view }: Session, back: { readonly files: number; readonly left: readonly { readonly file: string; readonly why: string }[] }, t: TFunction): void {
  const named = back.left.slice(0, MOST_NAMED).map(({ file, why }) => `${file}: ${why}`)
  const detail = back.left.length === 0 ? null : [t('import.taken-back.left', { count: back.left.length }), ...named].join(' ')
  say(view, t('import.taken-back', { count: back.files }), { detail })
}
