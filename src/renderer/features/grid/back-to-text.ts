import type { Session } from '../../session/session.ts'

/** The text takes the keys only where nobody else keeps them. */
export function backToText({ view }: Session): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  view.setState(({ wants, grid }) => ({ grid: { ...grid, maximised: false }, wants: { ...wants, text: wants.text + 1 } }))
}
