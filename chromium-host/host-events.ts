import { EventEmitter } from 'node:events'
import { notImplemented } from './honest.ts'

/**
 * An emitter that knows which events the host can bring about (`emitted`) and which it knows of and never can
 * (`silent`, listed in the README). Listening for anything else throws instead of waiting for ever.
 */
export class HostEvents extends EventEmitter {
  constructor(name: string, emitted: readonly string[], silent: readonly string[]) {
    super()
    const known = new Set([...emitted, ...silent, 'newListener', 'removeListener', 'error'])
    this.on('newListener', (event: string | symbol) => {
      if (typeof event === 'string' && !known.has(event)) notImplemented(`${name} event '${event}'`)
    })
  }
}

/** An event that a listener may cancel. */
export interface Cancellable {
  preventDefault(): void
  readonly defaultPrevented: boolean
}

export function cancellable<T extends object>(details: T): T & Cancellable {
  let prevented = false
  return Object.defineProperties(details as T & Cancellable, {
    preventDefault: { value: () => (prevented = true), enumerable: true },
    defaultPrevented: { get: () => prevented, enumerable: true },
  })
}
