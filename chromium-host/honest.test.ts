import { describe, expect, it } from 'vitest'
import { absent, honest } from './honest.ts'
import { cancellable, HostEvents } from './host-events.ts'

describe('honest', () => {
  const object = honest('part', { there: 1 as number | undefined })

  it('gives and takes what is there', () => {
    object.there = 2
    expect(object.there).toBe(2)
    object.there = undefined
    expect(object.there).toBeUndefined()
  })

  it('throws by name for what is not', () => {
    expect(() => Reflect.get(object, 'gone')).toThrow('not implemented by the Chromium host: part.gone')
    expect(() => Reflect.set(object, 'gone', 1)).toThrow('not implemented by the Chromium host: part.gone')
  })

  it('can be awaited and printed', async () => {
    expect(await Promise.resolve(object)).toBe(object)
    expect(JSON.stringify(object)).toBe('{}')
  })

  it('has parts of which nothing is there', () => {
    const tray = absent<new () => object>('Tray')
    expect(() => new tray()).toThrow('not implemented by the Chromium host: Tray')
    expect(() => Reflect.get(tray, 'prototype')).toThrow('not implemented by the Chromium host: Tray.prototype')
  })
})

describe('events', () => {
  const emitter = new HostEvents('window', ['close'], ['swipe'])

  it('takes listeners for what can happen and for what is known never to', () => {
    let heard = 0
    emitter.on('close', () => (heard += 1)).on('swipe', () => undefined)
    emitter.emit('close')
    expect(heard).toBe(1)
  })

  it('refuses listeners that would wait for ever unawares', () => {
    expect(() => emitter.on('closing', () => undefined)).toThrow("not implemented by the Chromium host: window event 'closing'")
  })

  it('can be cancelled', () => {
    const event = cancellable({ url: 'x' })
    expect(event.defaultPrevented).toBe(false)
    event.preventDefault()
    expect(event).toMatchObject({ url: 'x', defaultPrevented: true })
  })
})
