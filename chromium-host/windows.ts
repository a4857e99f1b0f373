/** What the app needs to know of its windows, without the classes knowing each other. */
export interface OpenWindow {
  /** Sends `close`; false when a listener keeps the window open. At once, as a listener may go on to close it itself. */
  mayClose(): boolean
  closePage(): Promise<void>
  setColorScheme(scheme: 'dark' | 'light' | null): void
  refreshMenu(): void
}

export const openWindows = new Set<OpenWindow>()
