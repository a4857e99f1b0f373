import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ok } from '../../core/result.ts'
import { DROP_WIRE, REQUEST_WIRE } from '../../ipc/bridge.ts'
import { requests, type RequestName } from '../../ipc/contract.ts'
import type { Handlers } from '../../ipc/derive.ts'
import { START_PAGE } from '../origin.ts'
import { PathTokens } from '../tokens.ts'
import { routeRequests } from './router.ts'

type Listener = (event: unknown, ...given: readonly unknown[]) => unknown

const wires = vi.hoisted(() => new Map<string, (event: unknown, ...given: readonly unknown[]) => unknown>())
vi.mock('electron', () => ({ ipcMain: { handle: (wire: string, listener: Listener) => wires.set(wire, listener) } }))

const names = Object.keys(requests).filter((name): name is RequestName => Object.hasOwn(requests, name))
const own = { senderFrame: { parent: null, url: START_PAGE } }
const SECRET = 'Zoë said in confidence'

/** Values of every wrong shape: prototypes, cycles apart, deep and long ones, and what nearly fits. */
const hostile = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, withSparseArray: true, withNullPrototype: true }),
  fc.constantFrom<unknown>(undefined, Number.NaN, '../../etc/passwd', '\0', 'x'.repeat(1_000_000), JSON.parse('{"__proto__":{"admin":true}}'), { name: SECRET, token: [SECRET] }, { article: '..' }, [[[[]]]]),
  fc.record({ article: fc.anything(), gesture: fc.anything(), changes: fc.anything(), commands: fc.anything(), token: fc.anything(), name: fc.anything(), kind: fc.anything() }),
)

let reached: { name: string; input: unknown }[] = []
let refused: string[] = []

beforeEach(() => {
  reached = []
  refused = []
  wires.clear()
  const entries = names.map((name) => [name, async (input: unknown) => { reached.push({ name, input }); return ok(null) }])
  // Handlers of every name; what they answer is not looked at here.
  const handlers = Object.fromEntries(entries) as unknown as Handlers
  routeRequests({ handlers, tokens: new PathTokens(), development: null, onUnexpected: () => undefined, onRefused: (name) => refused.push(name) })
})

async function ask(event: unknown, name: unknown, input: unknown): Promise<unknown> {
  return wires.get(REQUEST_WIRE)?.(event, name, input)
}

describe('a hostile page', () => {
  it.each(names)('reaches %s with nothing that does not fit the table', async (name) => {
    await fc.assert(
      fc.asyncProperty(hostile, async (input) => {
        reached = []
        const answer = await ask(own, name, input)
        const fits = requests[name].input.safeParse(input).success
        expect(answer).toMatchObject(fits ? { ok: true } : { ok: false, error: { code: 'ipc.refused' } })
        expect(reached).toHaveLength(fits ? 1 : 0)
      }),
      { numRuns: 60 },
    )
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
    for (const told of refused) expect(told).toBe(name)
  })

  it('is not answered under names that are in no table', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.anything(), fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'articles.open\0')), async (name) => {
        if (typeof name === 'string' && Object.hasOwn(requests, name)) return
        expect(await ask(own, name, null)).toMatchObject({ ok: false, error: { code: 'ipc.refused' } })
      }),
    )
    expect(reached).toEqual([])
  })

  it('is not answered from another origin, from a frame, or from nowhere', async () => {
    for (const event of [
      { senderFrame: null },
      { senderFrame: { parent: null, url: 'https://concord.example/index.html' } },
      { senderFrame: { parent: null, url: 'app://concord.example/index.html' } },
      { senderFrame: { parent: null, url: 'file:///index.html' } },
      { senderFrame: { parent: {}, url: START_PAGE } },
    ]) {
      expect(await ask(event, 'app.info', null)).toMatchObject({ ok: false, error: { code: 'ipc.refused' } })
      expect(await wires.get(DROP_WIRE)?.(event, ['/etc/passwd'])).toMatchObject({ ok: false })
    }
    expect(reached).toEqual([])
  })

  it('leaves nothing of what it said in what is logged', async () => {
    await ask(own, 'project.create', { name: SECRET, parent: 3 })
    await ask(own, SECRET, null)
    expect(refused).toEqual(['project.create', 'an unknown question'])
  })
})
