import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
interface Finding {
  readonly filename: string
  readonly code: string
  readonly message: string
  readonly help?: string
}

/** Puts each text into a layer, in a folder of its own, and tells what the linter says of it; the linter starts once for all. */
function lint(texts: readonly (readonly [layer: string, text: string])[]): string[] {
  const folders: string[] = []
  try {
    const files = texts.map(([layer, text]) => {
      const folder = mkdtempSync(join(root, layer, 'planted-'))
      folders.push(folder)
      const file = join(folder, 'planted.ts')
      writeFileSync(file, text)
      return relative(root, file)
    })
    const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
    const result = spawnSync(process.execPath, [oxlint, '--deny-warnings', '--format=json', ...files], { cwd: root, encoding: 'utf8' })
    const report: { diagnostics: Finding[]; number_of_files: number } = JSON.parse(result.stdout)
    expect(report.number_of_files, result.stderr).toBe(files.length)
    return files.map((file) =>
      report.diagnostics.filter(({ filename }) => filename === file).map(({ code, message, help = '' }) => `${code}: ${message} ${help}`).join('\n'),
    )
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  }
}

describe('the guard of the layers', () => {
  const violations = [
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
  ] as const
  const fine = ['src/core', "import { ok } from '../result.ts'\nexport const fine = ok(1)\n"] as const
  const said = lint([...violations.map(([layer, text]) => [layer, text] as const), fine])

  it.each(violations.map(([layer, text, words], index) => [layer, text, words, said[index]] as const))(
    'reports a violation planted in %s: %s',
    (_layer, _text, words, found) => expect(found).toContain(words),
  )

  it('finds nothing in a file that keeps the rules', () => {
    expect(said.at(-1)).toBe('')
  })
})
