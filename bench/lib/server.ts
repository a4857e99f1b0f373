import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { extname, join, normalize } from 'node:path'
import type { BuiltPages } from './build.ts'
import { makeCorpus, sizes } from './corpus.ts'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.woff': 'font/woff', '.json': 'application/json', '.svg': 'image/svg+xml',
}
/** The app's own: what may not run there may not run here. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'"

export interface BenchServer {
  readonly address: string
  close(): void
}

/** Serves the pages, `/page?module=…`, and the corpora, `/corpus/1mb`, on this machine only. */
export async function startServer(pages: BuiltPages): Promise<BenchServer> {
  const corpora = new Map<string, string>()
  const corpus = (name: string): string | null => {
    const size = sizes[name]
    if (!size) return null
    const made = corpora.get(name) ?? JSON.stringify(makeCorpus(size))
    corpora.set(name, made)
    return made
  }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const send = (type: string, body: string | Buffer, headers = {}): void => {
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...headers }).end(body)
    }
    const missing = (): void => void response.writeHead(404).end()
    if (url.pathname === '/page') {
      const module = url.searchParams.get('module') ?? ''
      return send('text/html', pages.html(module), module.includes('concord') ? { 'content-security-policy': POLICY } : {})
    }
    if (url.pathname.startsWith('/corpus/')) {
      const found = corpus(url.pathname.slice('/corpus/'.length))
      return found === null ? missing() : send('application/json', found)
    }
    const path = normalize(decodeURIComponent(url.pathname)).replace(/^[\\/]+/, '')
    if (path.startsWith('..')) return missing()
    readFile(join(pages.folder, path)).then((body) => send(types[extname(path)] ?? 'application/octet-stream', body), missing)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { address: `http://127.0.0.1:${portOf(server)}`, close: () => void server.close() }
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
