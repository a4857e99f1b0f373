import { sep } from 'node:path'
import { describe, expect, it, vi } from 'vitest'

vi.mock('electron', () => ({ protocol: {} }))
const { CONTENT_SECURITY_POLICY, fileFor } = await import('./scheme.ts')

const root = ['', 'app', 'out', 'renderer'].join(sep)

describe('fileFor', () => {
  it.each([
    ['app://concord/index.html', ['index.html']],
    ['app://concord/assets/a-1.js?x=1#y', ['assets', 'a-1.js']],
  ])('serves %s', (url, path) => {
    expect(fileFor(root, url)?.path).toBe([root, ...path].join(sep))
  })

  it.each([
    'app://concord/../main/index.js',
    'app://concord/..%2fmain%2findex.js',
    'app://concord/%2e%2e/main/index.js',
    'app://concord/assets/..%5c..%5cmain%5cindex.exe',
    'app://concord/a.js%00.html',
    'app://concord/%zz.js',
    'app://concord/notes.txt',
    'app://concord/',
    'app://elsewhere/index.html',
    'https://concord/index.html',
  ])('refuses %s, or keeps it inside the folder', (url) => {
    const file = fileFor(root, url)
    expect(file === null || file.path.startsWith(root + sep)).toBe(true)
    if (!url.includes('main/index.js')) expect(file).toBeNull()
  })
})

describe('the content security policy', () => {
  it('allows nothing from elsewhere, nothing inline and nothing evaluated', () => {
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*/)
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'")
  })
})
