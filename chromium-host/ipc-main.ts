import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { makeCodec } from './codec.ts'
import { honest } from './honest.ts'

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown

export const codec = makeCodec()

class HostIpcMain extends EventEmitter implements Pick<
  Electron.IpcMain,
  'handle' | 'handleOnce' | 'removeHandler' | 'on' | 'once' | 'off' | 'addListener' | 'removeListener' | 'removeAllListeners'
> {
  private readonly handlers = new Map<string, Handler>()

  handle(channel: string, listener: Handler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    if (typeof listener !== 'function') throw new TypeError(`Expected handler to be a function, but found type '${typeof listener}'`)
    this.handlers.set(channel, listener)
  }
  handleOnce(channel: string, listener: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return listener(event, ...args)
    })
  }
  removeHandler(channel: string): void {
    this.handlers.delete(channel)
  }

  /** What goes back to the page: `+` and the encoded result, or `-` and the words of the error as Electron puts them. */
  async answer(channel: string, event: Electron.IpcMainInvokeEvent, args: unknown[]): Promise<string> {
    try {
      const handler = this.handlers.get(channel)
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
      return `+${codec.encode(await handler(event, ...args))}`
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error)
      return `-Error invoking remote method '${channel}': ${String(error)}`
    }
  }
}

export const ipcMain = honest('ipcMain', new HostIpcMain())
