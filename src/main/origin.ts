/** The app's own scheme; everything the windows load comes from it. */
export const SCHEME = 'app'
export const ORIGIN = `${SCHEME}://concord`
export const START_PAGE = `${ORIGIN}/index.html`

/** The development server's origin, only where electron-vite runs one for an unpackaged app. */
export function developmentOrigin(packaged: boolean, environment: NodeJS.ProcessEnv): string | null {
  const url = environment['ELECTRON_RENDERER_URL']
  return !packaged && url ? new URL(url).origin : null
}

/** Whether a URL is a page of this app: the only kind that may be loaded, ask, or be answered. */
export function isOwnUrl(url: string, development: string | null): boolean {
  return url.startsWith(`${ORIGIN}/`) || (development !== null && url.startsWith(`${development}/`))
}
