import type * as Electron from 'electron'
import { honest, notImplemented } from './honest.ts'
import { schemes } from './schemes.ts'

type Handler = (request: Request) => Response | Promise<Response>

class HostProtocol implements Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'> {
  private readonly handlers = new Map<string, Handler>()

  registerSchemesAsPrivileged(customSchemes: Electron.CustomScheme[]): void {
    for (const { scheme, privileges } of customSchemes) {
      if (privileges?.standard !== true || privileges.secure !== true) {
        notImplemented(`protocol.registerSchemesAsPrivileged of a scheme that is not standard and secure (${scheme})`)
      }
      schemes.register(scheme)
    }
  }
  handle(scheme: string, handler: Handler): void {
    if (this.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    if (!schemes.has(scheme)) notImplemented(`protocol.handle of a scheme that was not registered as privileged (${scheme})`)
    this.handlers.set(scheme, handler)
  }
  unhandle(scheme: string): void {
    if (!this.handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`)
  }
  isProtocolHandled(scheme: string): boolean {
    return this.handlers.has(scheme) || ['http', 'https', 'file', 'data', 'blob', 'about'].includes(scheme)
  }

  /** What the app's handler answers; null when the address is not of a scheme of the app. */
  async respond(url: string, method: string, headers: Record<string, string>, body: Buffer | null): Promise<Response | null> {
    const scheme = url.slice(0, url.indexOf(':'))
    if (!schemes.has(scheme)) return null
    const handler = this.handlers.get(scheme)
    if (handler === undefined) throw new Error(`no handler for ${scheme}:`)
    const init = body === null ? { method, headers } : { method, headers, body: new Uint8Array(body) }
    return handler(new Request(url, init))
  }
}

export const protocol = honest('protocol', new HostProtocol())
