import type { Pane } from './view.ts'

/** Below these widths a pane lies over the text instead of beside it. */
export const NARROW: Readonly<Record<Pane, string>> = { inspector: '(width < 1100px)', list: '(width < 900px)' }

export function isNarrow(pane: Pane): boolean {
  return window.matchMedia(NARROW[pane]).matches
}

/** Where the settings keep whether a pane is folded. */
export function foldedKey(pane: Pane): string {
  return `${pane}-folded`
}
