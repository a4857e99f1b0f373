import type { Settings } from '../../ipc/shapes.ts'

const DARK = '(prefers-color-scheme: dark)'

export function resolvedTheme(theme: Settings['theme']): 'light' | 'dark' {
  if (theme !== 'system') return theme
  return window.matchMedia(DARK).matches ? 'dark' : 'light'
}

/** `data-theme` on the root: absent, the tokens follow the system. */
export function showTheme(theme: Settings['theme'], root: HTMLElement): void {
  if (theme === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = theme
}
