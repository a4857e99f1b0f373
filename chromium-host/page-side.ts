import type { Codec } from './codec.ts'

export interface PageOptions {
  readonly binding: string
  readonly filesKey: string
  readonly markPrefix: string
  readonly process: Record<string, unknown>
}

export interface PageAccelerator {
  readonly id: number
  readonly key: string
  readonly ctrl: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly meta: boolean
}

type Preload = (require: (name: string) => unknown, process: unknown, exports: object, module: object) => void
type Listener = (event: object, ...args: unknown[]) => void

/** Runs in the page before anything of the app: gives the preload its `electron`. Self-contained: its source text is sent. */
export function installPageSide(makeCodec: () => Codec, options: PageOptions, preload: Preload | null): void {
  const scope = globalThis as unknown as Record<string | symbol, unknown>
  const binding = scope[options.binding] as (kind: string, doc: string, text: string, extra?: string) => Promise<string>
  Reflect.deleteProperty(scope, options.binding)
  if (window.parent !== window || !location.protocol.startsWith('http')) return

  const codec = makeCodec()
  const doc = crypto.randomUUID()
  const call = (kind: string, text = '', extra = ''): Promise<string> => binding(kind, doc, text, extra)
  const tell = (kind: string, text = '', extra = ''): void => void call(kind, text, extra).catch(() => undefined)

  const listeners = new Map<string, { listener: Listener; once: boolean }[]>()
  const missing = (name: string): never => {
    throw new Error(`not implemented by the Chromium host: ${name}`)
  }
  const honest = <T extends object>(name: string, target: T): T =>
    new Proxy(target, {
      get: (object, key, receiver) =>
        typeof key === 'symbol' || key in object || key === 'then' || key === 'toJSON'
          ? (Reflect.get(object, key, receiver) as unknown)
          : missing(`${name}.${key}`),
    })

  function add(channel: string, listener: Listener, once: boolean): void {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }])
  }

  const ipcRenderer = honest('ipcRenderer', {
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const answer = await call('invoke', codec.encode(args), channel)
      if (answer.startsWith('+')) return codec.decode(answer.slice(1))
      throw new Error(answer.slice(1))
    },
    send(channel: string, ...args: unknown[]): void {
      tell('send', codec.encode(args), channel)
    },
    on(channel: string, listener: Listener): unknown {
      add(channel, listener, false)
      return ipcRenderer
    },
    once(channel: string, listener: Listener): unknown {
      add(channel, listener, true)
      return ipcRenderer
    },
    addListener: (channel: string, listener: Listener): unknown => ipcRenderer.on(channel, listener),
    off(channel: string, listener: Listener): unknown {
      const left = listeners.get(channel) ?? []
      const at = left.findLastIndex((one) => one.listener === listener)
      listeners.set(channel, left.filter((_, index) => index !== at))
      return ipcRenderer
    },
    removeListener: (channel: string, listener: Listener): unknown => ipcRenderer.off(channel, listener),
    removeAllListeners(channel?: string): unknown {
      if (channel === undefined) listeners.clear()
      else listeners.delete(channel)
      return ipcRenderer
    },
    listenerCount: (channel: string): number => listeners.get(channel)?.length ?? 0,
  })

  // What crosses the bridge is copied and frozen; functions become wrappers; classes and errors lose what Electron loses.
  const wrappers = new WeakMap<object, unknown>()
  function cross(value: unknown): unknown {
    if (typeof value === 'symbol') throw new Error('contextBridge does not support symbols')
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return value
    if (value instanceof Node || value instanceof Blob) return value
    const known = wrappers.get(value)
    if (known !== undefined) return known
    if (value instanceof Promise) return value.then(cross, (error: unknown) => Promise.reject(cross(error)))
    if (value instanceof Error) return new Error(value.message)
    let copy: unknown
    if (typeof value === 'function') {
      copy = (...args: unknown[]): unknown => {
        try {
          return cross(Reflect.apply(value as (...a: unknown[]) => unknown, undefined, args.map(cross)))
        } catch (error) {
          throw error instanceof Error ? new Error(error.message) : error
        }
      }
      wrappers.set(value, copy)
      return copy
    }
    if (Array.isArray(value)) {
      const list: unknown[] = []
      wrappers.set(value, list)
      for (const item of value) list.push(cross(item))
      return list
    }
    if (Object.prototype.toString.call(value) !== '[object Object]') return structuredClone(value)
    const object: Record<string, unknown> = {}
    wrappers.set(value, object)
    for (const key of Object.keys(value)) object[key] = cross((value as Record<string, unknown>)[key])
    return object
  }
  function freeze(value: unknown): unknown {
    if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
      Object.freeze(value)
      Object.values(value).forEach(freeze)
    }
    return value
  }

  const contextBridge = honest('contextBridge', {
    exposeInMainWorld(key: string, api: unknown): void {
      if (key in window) throw new Error(`Cannot bind an API on top of an existing property on the window object`)
      Object.defineProperty(window, key, { value: freeze(cross(api)), enumerable: true })
    },
  })

  // A page cannot know a file's path: the preload gets a mark, which main's side of the host turns into the real path.
  const files = new Map<string, File>()
  Object.defineProperty(scope, Symbol.for(options.filesKey), { value: files })
  const webUtils = honest('webUtils', {
    getPathForFile(file: File): string {
      if (!(file instanceof File)) throw new TypeError("Failed to execute 'getPathForFile': parameter 1 is not of type 'File'.")
      const mark = `${options.markPrefix}/${doc}/${files.size}/${file.name}`
      files.set(mark, file)
      tell('file', mark)
      return mark
    },
  })

  let accelerators: PageAccelerator[] = []
  const setAccelerators = (text: string): void => void (accelerators = JSON.parse(text) as PageAccelerator[])

  function deliver(channel: string, text: string): void {
    if (channel === '\0accelerators') return setAccelerators(text)
    const args = codec.decode(text) as unknown[]
    for (const entry of listeners.get(channel) ?? []) {
      if (entry.once) ipcRenderer.off(channel, entry.listener)
      try {
        entry.listener(honest('IpcRendererEvent', { sender: ipcRenderer, ports: [] }), ...args)
      } catch (error) {
        reportError(error)
      }
    }
  }
  async function receive(): Promise<void> {
    setAccelerators(await call('hello', location.href))
    for (;;) {
      const batch = JSON.parse(await call('next')) as [string, string][]
      for (const [channel, text] of batch) deliver(channel, text)
    }
  }
  receive().catch(() => undefined)

  // The menu's keys come last, as in Electron: only if nothing in the page took the key. So the listener is moved to the
  // end of the window's own list each time a key goes down.
  function onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return
    const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const code = event.code.replace(/^(Key|Digit)/, '').toLowerCase()
    const hit = accelerators.find(
      (one) =>
        (one.key === pressed || one.key === code) &&
        one.ctrl === event.ctrlKey && one.alt === event.altKey && one.meta === event.metaKey &&
        (one.shift === event.shiftKey || (one.key === pressed && /^[^a-z0-9]$/.test(one.key))),
    )
    if (hit === undefined) return
    event.preventDefault()
    tell('accelerator', String(hit.id))
  }
  function onClick(event: MouseEvent): void {
    const link = event.composedPath().find((one): one is HTMLAnchorElement => one instanceof HTMLAnchorElement)
    if (event.defaultPrevented || link === undefined || link.href === '') return
    const elsewhere = link.target === '_blank' || event.ctrlKey || event.metaKey || event.shiftKey || event.button === 1
    if (!elsewhere) return
    event.preventDefault()
    tell('window-open', link.href)
  }
  for (const [type, listener] of [['keydown', onKey], ['click', onClick], ['auxclick', onClick]] as const) {
    const last = (): void => {
      window.removeEventListener(type, listener as EventListener)
      window.addEventListener(type, listener as EventListener)
    }
    window.addEventListener(type, last, true)
  }
  window.open = (url?: string | URL): null => {
    if (url !== undefined) tell('window-open', new URL(url, location.href).href)
    return null
  }

  const dark = matchMedia('(prefers-color-scheme: dark)')
  dark.addEventListener('change', () => tell('dark', String(dark.matches)))
  for (const type of ['resize', 'focus', 'blur']) window.addEventListener(type, () => tell('geometry', type))
  window.addEventListener('pagehide', () => tell('pagehide'))
  document.addEventListener('DOMContentLoaded', () => {
    const say = (): void => tell('title', document.title)
    new MutationObserver(say).observe(document.head, { childList: true, subtree: true, characterData: true })
    say()
    requestAnimationFrame(() => requestAnimationFrame(() => tell('painted')))
  })

  if (preload === null) return
  const electron = honest('electron', { contextBridge, ipcRenderer, webUtils })
  const load = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer' || name === 'electron/common') return electron
    if (['events', 'timers', 'url'].includes(name.replace('node:', ''))) return missing(`require('${name}') in a preload`)
    throw new Error(`module not found: ${name}`)
  }
  try {
    const module = { exports: {} }
    preload(load, honest('process', options.process), module.exports, module)
  } catch (error) {
    console.error('Unable to load preload script')
    console.error(error)
    tell('preload-error', error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error))
  }
}
