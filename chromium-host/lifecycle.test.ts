import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterEach, describe, expect, it } from 'vitest'
import { browserProcesses } from './testing/browser-processes.ts'
import { closeAll, freshFolder, openFixture, start } from './testing/open-fixture.ts'
import type { Fixture } from './testing/open-fixture.ts'

interface Second {
  argv: string[]
  cwd: string
  data: { from: number }
}

afterEach(closeAll)

// Each of these starts a browser or three, on machines that may be busy.
const slow = { timeout: 180_000 }

const patient = { timeout: 30_000, interval: 50 }
const seconds = (app: Fixture): Promise<Second[]> =>
  app.host.evaluate(() => (Reflect.get(globalThis, 'fixture') as { seconds: Second[] }).seconds, undefined)

describe('the end of an app', slow, () => {
  it('comes when a person closes the last window', async () => {
    const app = await openFixture()
    await app.page.close()
    expect(await app.host.ended).toEqual({ code: 0, signal: null })
    expect(app.log()).toEqual(['close', 'closed', 'all closed', 'will-quit'])
    expect(browserProcesses(app.host.child.pid)).toEqual([])
  })

  it('waits for a listener that asked for time to save, though the window is gone', async () => {
    const app = await openFixture({ FIXTURE_VETO: '1' })
    await app.page.close()
    expect(await app.host.ended).toEqual({ code: 0, signal: null })
    expect(app.log()).toEqual(['close', 'saved', 'close', 'closed', 'all closed', 'will-quit'])
  })

  it.each(['now', 'later'])('can be refused when the app itself asked for it, and comes %s', async (veto) => {
    const app = await openFixture({ FIXTURE_VETO: veto })
    await app.host.evaluate(({ app: main }) => main.quit(), undefined)
    await app.host.ended
    expect(app.log()).toEqual(['close', 'saved', 'close', 'closed', 'all closed', 'will-quit'])
  })

  it('comes in order when the system asks', async () => {
    const app = await openFixture()
    app.host.child.kill('SIGTERM')
    expect(await app.host.ended).toEqual({ code: 0, signal: null })
    expect(app.log()).toEqual(['close', 'closed', 'will-quit'])
  })

  it('is told apart from the end of the browser', async () => {
    const app = await openFixture()
    const browser = browserProcesses(app.host.child.pid).find((one) => one.isMain)
    process.kill(browser?.pid ?? 0, 'SIGKILL')
    expect(await app.host.ended).toEqual({ code: 1, signal: null })
    expect(app.log()).toEqual(['gone killed', 'closed', 'all closed', 'will-quit'])
    expect(app.output()).toContain('The browser that shows the windows ended.')
  })

  it('takes the browser along when main is killed, and the next start finds the folder free', async () => {
    const app = await openFixture()
    const { pid } = app.host.child
    expect(browserProcesses(pid).length).toBeGreaterThan(0)
    app.host.child.kill('SIGKILL')
    await app.host.ended
    const again = await openFixture({}, app.userData)
    await expect.poll(() => browserProcesses(pid), patient).toEqual([])
    expect(await again.host.evaluate(({ app: main }) => main.hasSingleInstanceLock(), undefined)).toBe(true)
    await again.host.evaluate(({ app: main }) => main.quit(), undefined)
    await again.host.ended
    const left = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith(`chromium-host-profile-${pid ?? ''}-`))
    // Chromium may have been writing while the profile was swept; one more start takes the rest.
    const last = await openFixture({}, app.userData)
    expect(left()).toEqual([])
    await last.host.evaluate(({ app: main }) => main.exit(3), undefined).catch(() => undefined)
    expect((await last.host.ended).code).toBe(3)
  })
})

describe('a crashed page', slow, () => {
  it('is told to main, which can load it again', async () => {
    const app = await openFixture()
    await app.host.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(), undefined)
    await expect.poll(() => app.log(), patient).toEqual(['gone crashed'])
    const context = app.page.context()
    const [page] = await Promise.all([
      context.waitForEvent('page'),
      app.host.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload(), undefined),
    ])
    await page.waitForSelector('body[data-ready]')
    expect(app.log()).toEqual(['gone crashed'])
  })
})

describe('a second start', slow, () => {
  it('hands its arguments to the first and ends without a window', async () => {
    const app = await openFixture()
    const { host } = start(app.userData, {}, ['some/project'])
    expect(await host.ended).toEqual({ code: 0, signal: null })
    await expect.poll(() => seconds(app).then((all) => all.length), patient).toBe(1)
    const [second] = await seconds(app)
    expect(second?.argv.at(-1)).toBe('some/project')
    expect(second?.data).toEqual({ from: host.child.pid })
    expect(browserProcesses(host.child.pid)).toEqual([])
  })

  it('runs beside the first on another folder', async () => {
    await openFixture()
    const other = await openFixture({}, freshFolder())
    expect(await other.host.evaluate(({ app: main }) => main.hasSingleInstanceLock(), undefined)).toBe(true)
  })
})
