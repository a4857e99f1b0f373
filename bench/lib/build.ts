import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, type Manifest } from 'vite'
import { root } from '../../scripts/lib/runtime.mjs'

const pages = join(root, 'bench', 'pages')

export interface BuiltPages {
  readonly folder: string
  /** The page of a module, as HTML. */
  readonly html: (module: string) => string
}

/** Builds the page of every module as the app's own window is built: for production, styles and fonts in files. */
export async function buildPages(modules: readonly string[]): Promise<BuiltPages> {
  const folder = await mkdtemp(join(tmpdir(), 'concord-bench-pages-'))
  await build({
    configFile: false,
    root: pages,
    base: '/',
    logLevel: 'error',
    plugins: [react()],
    resolve: { dedupe: ['react', 'react-dom'] },
    build: {
      outDir: folder,
      emptyOutDir: true,
      manifest: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 10_000,
      // Names in a profile can be read without.
      minify: process.env['CONCORD_BENCH_PLAIN'] ? false : 'oxc',
      rolldownOptions: { input: modules.map((module) => join(pages, module)) },
    },
  })
  const manifest: Manifest = JSON.parse(await readFile(join(folder, '.vite', 'manifest.json'), 'utf8'))
  return { folder, html: (module) => htmlOf(manifest, module) }
}

function htmlOf(manifest: Manifest, module: string): string {
  const styles = new Set<string>()
  const seen = new Set<string>()
  const collect = (key: string): void => {
    const chunk = manifest[key]
    if (!chunk || seen.has(key)) return
    seen.add(key)
    for (const next of chunk.imports ?? []) collect(next)
    for (const style of chunk.css ?? []) styles.add(style)
  }
  collect(module)
  const links = Array.from(styles, (style) => `<link rel="stylesheet" href="/${style}">`).join('')
  const script = `<script type="module" src="/${manifest[module]?.file ?? ''}"></script>`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title>${links}</head><body>${script}</body></html>`
}
