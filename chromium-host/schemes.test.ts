import { describe, expect, it } from 'vitest'
import { schemes } from './schemes.ts'

schemes.register('app')

describe('schemes', () => {
  it.each([
    ['app://concord/index.html?a=1#b', 'https://concord.app.localhost/index.html?a=1#b'],
    ['app://concord/%E4%B8%AD.txt', 'https://concord.app.localhost/%E4%B8%AD.txt'],
    ['app://concord/', 'https://concord.app.localhost/'],
  ])('shows %s at an address that Chromium opens, and names it back', (own, shown) => {
    expect(schemes.toPage(own)).toBe(shown)
    expect(schemes.toApp(shown)).toBe(own)
  })

  it.each(['https://example.org/app://x', 'other://concord/x', 'https://app.localhost/x', 'https://x.other.localhost/', 'about:blank'])(
    'leaves %s alone',
    (url) => {
      expect(schemes.toPage(url)).toBe(url)
      expect(schemes.toApp(url)).toBe(url)
    },
  )

  it('translates a content security policy', () => {
    expect(schemes.policyToPage("default-src 'self' app://concord; img-src app: data:; base-uri 'none'")).toBe(
      "default-src 'self' https://concord.app.localhost; img-src https://*.app.localhost data:; base-uri 'none'",
    )
  })
})
