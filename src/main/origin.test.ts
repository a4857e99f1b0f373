import { describe, expect, it } from 'vitest'
import { developmentOrigin, isOwnUrl } from './origin.ts'

describe('isOwnUrl', () => {
  it.each([
    ['app://concord/index.html', true],
    ['app://concord/assets/a.js', true],
    ['app://concord', false],
    ['app://concord.example/index.html', false],
    ['app://other/index.html', false],
    ['https://concord/', false],
    ['file:///etc/passwd', false],
    ['http://localhost:5173/', false],
    ['about:blank', false],
    ['', false],
  ])('%s: %s', (url, expected) => {
    expect(isOwnUrl(url, null)).toBe(expected)
  })

  it('allows the development server only when there is one, and not its look-alikes', () => {
    const development = developmentOrigin(false, { ELECTRON_RENDERER_URL: 'http://localhost:5173' })
    expect(isOwnUrl('http://localhost:5173/index.html', development)).toBe(true)
    expect(isOwnUrl('http://localhost:51730/index.html', development)).toBe(false)
    expect(developmentOrigin(true, { ELECTRON_RENDERER_URL: 'http://localhost:5173' })).toBeNull()
  })
})
