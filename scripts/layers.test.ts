import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const planted: string[] = []

/** Puts a file into a layer, in a folder of its own that is gone after the test. */
function plant(layer: string, text: string): string {
  const folder = mkdtempSync(join(root, layer, 'planted-'))
  planted.push(folder)
  const file = join(folder, 'planted.ts')
  writeFileSync(file, text)
  return file
}

function lint(file: string): string {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
  const result = spawnSync(process.execPath, [oxlint, '--deny-warnings', relative(root, file)], { cwd: root, encoding: 'utf8' })
  return result.stdout + result.stderr
}

afterEach(() => {
  for (const folder of planted.splice(0)) rmSync(folder, { recursive: true, force: true })
})

describe('the guard of the layers', () => {
  it.each([
    ['src/core', "import { readFile } from 'node:fs'\nexport const a = readFile\n", 'core is pure'],
    ['src/core', "import { a } from '../../main/settings.ts'\nexport const b = a\n", 'core imports core only'],
    ['src/core', 'export const now = Date.now()\n', "Unexpected use of 'Date'"],
    ['src/ipc', "import { a } from '../../renderer/main.tsx'\nexport const b = a\n", 'ipc imports core only'],
    ['src/main', "import { a } from '../../renderer/main.tsx'\nexport const b = a\n", 'main imports core and ipc only'],
    ['src/main/services', "import { app } from 'electron'\nexport const b = app\n", 'File services have no Electron'],
    ['src/preload', "import { z } from 'zod'\nexport const b = z\n", 'A sandboxed preload'],
    ['src/renderer', "import { a } from '../../main/settings.ts'\nexport const b = a\n", 'renderer imports core and ipc only'],
    ['src/renderer', "import { a } from 'node:path'\nexport const b = a\n", 'The renderer is sandboxed'],
    ['src/cli', "import { a } from '../../main/settings.ts'\nexport const b = a\n", 'cli imports core and the file services'],
    ['chromium-host', "import { a } from '../../src/core/result.ts'\nexport const b = a\n", 'The host knows nothing of the app'],
    ['src/core', 'export default 1\n', 'no-default-export'],
    ['src/core', "export * from '../result.ts'\n", 'barrel'],
    ['src/core', 'export const a = (x: unknown) => x as any\n', 'no-explicit-any'],
  ])('reports a violation planted in %s: %s', (layer, text, words) => {
    const file = plant(layer, text)
    const output = lint(file)
    expect(output).toContain(words)
    expect(output).toContain(basename(file))
  })

  it('finds nothing in a file that keeps the rules', () => {
    expect(lint(plant('src/core', "import { ok } from '../result.ts'\nexport const fine = ok(1)\n"))).toContain('0 errors')
  })
})
