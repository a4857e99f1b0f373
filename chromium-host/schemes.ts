/**
 * Stock Chromium opens no scheme that an app makes up. So `app://concord/x` is shown as `https://concord.app.localhost/x`
 * (a secure context, answered by the app's own handler before anything reaches the network) and named back everywhere
 * that main can see an address.
 */
class Schemes {
  private readonly registered = new Set<string>()

  register(scheme: string): void {
    this.registered.add(scheme)
  }

  has(scheme: string): boolean {
    return this.registered.has(scheme)
  }

  /** `app://concord/x` to `https://concord.app.localhost/x`; other addresses stay. */
  toPage(url: string): string {
    const found = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url)
    const [, scheme = '', host = '', rest = ''] = found ?? []
    return this.registered.has(scheme.toLowerCase()) ? `https://${host}.${scheme.toLowerCase()}.localhost${rest || '/'}` : url
  }

  /** The way back. */
  toApp(url: string): string {
    const found = /^https:\/\/([^/?#:]+)\.([a-z0-9+-]+)\.localhost([/?#].*)?$/is.exec(url)
    const [, host = '', scheme = '', rest = '/'] = found ?? []
    return this.registered.has(scheme) ? `${scheme}://${host}${rest}` : url
  }

  /** The scheme and hosts in a content security policy. */
  policyToPage(policy: string): string {
    let out = policy
    for (const scheme of this.registered) {
      out = out
        .replaceAll(new RegExp(`\\b${scheme}://([\\w.-]+)`, 'g'), `https://$1.${scheme}.localhost`)
        .replaceAll(new RegExp(`(^|[\\s;])${scheme}:(?=[\\s;]|$)`, 'g'), `$1https://*.${scheme}.localhost`)
    }
    return out
  }
}

export const schemes = new Schemes()
