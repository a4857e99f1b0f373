import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'
import { ORIGIN, SCHEME } from './origin.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** Serves the built renderer, and nothing else, on the app's own scheme. */
export function serveRenderer(root: string): void {
  protocol.handle(SCHEME, async (request) => {
    const file = fileFor(root, request.url)
    if (request.method !== 'GET' || !file) return new Response('Not found', { status: 404 })
    try {
      // Node's fs reads inside app.asar too; a Blob's bytes need no copy.
      const bytes = new Uint8Array(await readFile(file.path))
      return new Response(bytes, { headers: headersFor(file.type) })
    } catch {
      return new Response('Not found', { status: 404 })
    }
  })
}

/** The file that a URL of the scheme names, or null: an unknown type, another host, or a way out of the folder. */
export function fileFor(root: string, url: string): { path: string; type: string } | null {
  if (!url.startsWith(`${ORIGIN}/`)) return null
  let name: string
  try {
    name = decodeURIComponent(new URL(url).pathname)
  } catch {
    return null
  }
  const path = normalize(join(root, name))
  const type = TYPES[extname(path)]
  if (!type || name.includes('\0') || !path.startsWith(normalize(root) + sep)) return null
  return { path, type }
}

function headersFor(type: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  }
}
