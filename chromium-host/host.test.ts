import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeAll, openFixture } from './testing/open-fixture.ts'
import type { Bridge, Fixture } from './testing/open-fixture.ts'

declare const fixture: Bridge
interface State {
  menuClicks: number
  sameModule: boolean
}

let app: Fixture
beforeAll(async () => void (app = await openFixture()), 60_000)
afterAll(closeAll)

const state = (): Promise<State> => app.host.evaluate(() => Reflect.get(globalThis, 'fixture') as State, undefined)

describe('the electron module', () => {
  it('is one module for import and require', async () => {
    expect((await state()).sameModule).toBe(true)
  })

  it('says by name what it does not implement', async () => {
    const said = await app.host.evaluate(
      ({ app: main, safeStorage, Tray, BrowserWindow, ...rest }) =>
        [
          () => safeStorage.encryptString('x'),
          () => new Tray('x'),
          () => Reflect.get(main, 'getAppMetrics'),
          () => BrowserWindow.getAllWindows()[0]?.setOpacity(1),
          () => rest.ipcMain.emit('x') && Reflect.set(main, 'unheardOf', 1),
          () => main.on('gpu-info' as 'ready', () => undefined),
        ].map((act) => {
          try {
            return String(act())
          } catch (error) {
            return error instanceof Error ? error.message : String(error)
          }
        }),
      undefined,
    )
    const names = ['safeStorage.encryptString', 'Tray', 'app.getAppMetrics', 'BrowserWindow.setOpacity']
    expect(said.slice(0, 4)).toEqual(names.map((name) => `not implemented by the Chromium host: ${name}`))
    expect(said[5]).toBe("not implemented by the Chromium host: app event 'gpu-info'")
  })

  it('knows the app', async () => {
    const facts = await app.host.evaluate(
      ({ app: main, screen }) => ({
        name: main.getName(),
        version: main.getVersion(),
        packaged: main.isPackaged,
        userData: main.getPath('userData'),
        displays: screen.getAllDisplays().length,
        locale: main.getLocale() !== '',
      }),
      undefined,
    )
    expect(facts).toEqual({
      name: 'Fixture app', version: '1.2.3', packaged: false, userData: app.userData, displays: 1, locale: true,
    })
  })
})

describe('the page', () => {
  it('gets its files from the scheme of the app', async () => {
    expect(app.page.url()).toBe('https://fixture.app.localhost/index.html?start=1')
    expect(app.host.requests).toContain('app://fixture/index.html?start=1')
    expect(await app.page.evaluate(() => [isSecureContext, fixture.powers['platform']])).toEqual([true, process.platform])
  })

  it('has values of every kind carried to main and back, and functions over the bridge', async () => {
    expect(await app.page.evaluate(() => fixture.roundTrip((n) => n * 2))).toEqual([true, true, 5, 255, 4])
  })

  it('sees the errors of main in the words of Electron', async () => {
    const words = (channel: string): Promise<string> =>
      app.page.evaluate((name) => fixture.invoke(name).then(String, String), channel)
    expect(await words('fail')).toBe("Error: Error invoking remote method 'fail': RangeError: no such article")
    expect(await words('nothing')).toBe("Error: Error invoking remote method 'nothing': Error: No handler registered for 'nothing'")
    expect(await words('uncloneable')).toBe("Error: Error invoking remote method 'uncloneable': Error: An object could not be cloned.")
    // The bridge refuses nothing here; sending does.
    expect(await app.page.evaluate(() => fixture.invoke('echo', () => 1).then(String, String))).toBe('Error: An object could not be cloned.')
  })

  it('is known to the handlers by its own address', async () => {
    expect(await app.page.evaluate(() => fixture.invoke('sender'))).toEqual({
      url: 'app://fixture/index.html?start=1', id: 1, same: true,
    })
  })

  it('hears what main sends, until it stops listening', async () => {
    const heard = await app.page.evaluate(async () => {
      const all: unknown[] = []
      const next = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 150))
      const stop = fixture.onPong((...args) => all.push(args))
      fixture.ping('one')
      await next()
      stop()
      fixture.ping('two')
      await next()
      return all
    })
    expect(heard).toEqual([['one', true]])
  })

  it('has a preload with the powers of a sandboxed one, and keeps them from the page', async () => {
    expect(await app.page.evaluate(() => fixture.powers)).toMatchObject({
      require: 'module not found: fs',
      process: 'not implemented by the Chromium host: process.kill',
      missing: 'not implemented by the Chromium host: ipcRenderer.sendSync',
      module: 'not implemented by the Chromium host: electron.webFrame',
    })
    const leaks = await app.page.evaluate(() => [
      Object.keys(window).filter((key) => key.startsWith('__host')),
      typeof Reflect.get(window, 'require'),
      Object.isFrozen(fixture) && Object.isFrozen(fixture.powers),
      Reflect.set(window, 'fixture', 1),
    ])
    expect(leaks).toEqual([[], 'undefined', true, false])
  })

  it('obeys the policy that came as a header', async () => {
    const inline = await app.page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.ran = true'
      document.body.append(script)
      return Reflect.get(window, 'ran') as unknown
    })
    expect(inline).toBeUndefined()
  })

  it('reaches nothing outside, and may not go or open anything there', async () => {
    const tried = (url: string): Promise<string> =>
      app.page.evaluate((address) => fetch(address).then(() => 'fetched', () => 'refused'), url)
    expect(await tried('https://example.org/')).toBe('refused')
    expect(await tried('page.js')).toBe('fetched')
    await app.page.click('#out')
    await app.page.click('#away')
    await expect.poll(() => app.log()).toEqual(expect.arrayContaining(['open https://example.org/', 'navigate https://example.org/away']))
    expect(app.page.url()).toContain('fixture.app.localhost')
    expect(app.page.context().pages()).toHaveLength(1)
  })

  it('is denied what the permission handler denies', async () => {
    const states = await app.page.evaluate(() =>
      Promise.all(['geolocation', 'notifications'].map(async (name) => (await navigator.permissions.query({ name: name as 'geolocation' })).state)),
    )
    expect(states).toEqual(['denied', 'denied'])
  })
})

describe('files', () => {
  it('gives main the path of a dropped file and of a dropped folder', async () => {
    const session = await app.page.context().newCDPSession(app.page)
    const box = await app.page.locator('#drop').boundingBox()
    const files = [import.meta.filename, import.meta.dirname]
    const data = { items: [], files, dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: (box?.x ?? 0) + 5, y: (box?.y ?? 0) + 5, data })
    }
    await expect.poll(() => app.page.title()).toBe(JSON.stringify(files))
  })

  it('gives an empty path for a file that a script made', async () => {
    expect(await app.page.evaluate(() => fixture.drop(new File(['x'], 'made.txt')))).toEqual({ path: '' })
  })
})

describe('menus, themes and windows', () => {
  it('takes the keys of the menu, unless the page took them', async () => {
    await app.page.keyboard.press('Control+s')
    await expect.poll(async () => (await state()).menuClicks).toBe(1)
    await app.page.evaluate(() => {
      const take = (event: KeyboardEvent): void => {
        if (event.key !== 's') return
        event.preventDefault()
        window.removeEventListener('keydown', take)
      }
      window.addEventListener('keydown', take)
    })
    await app.page.keyboard.press('Control+s')
    await app.page.keyboard.press('Control+s')
    await expect.poll(async () => (await state()).menuClicks).toBe(2)
    await app.page.keyboard.press('F6')
    const checked = (): Promise<boolean | undefined> =>
      app.host.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('wide')?.checked, undefined)
    await expect.poll(checked).toBe(true)
  })

  it('follows the theme that main chooses', async () => {
    const dark = (): Promise<boolean> => app.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
    await app.host.evaluate(({ nativeTheme }) => void (nativeTheme.themeSource = 'dark'), undefined)
    await expect.poll(dark).toBe(true)
    await app.host.evaluate(({ nativeTheme }) => void (nativeTheme.themeSource = 'light'), undefined)
    await expect.poll(dark).toBe(false)
    expect(app.log()).toEqual(expect.arrayContaining(['dark true', 'dark false']))
  })

  it('has the bounds that main gives it', async () => {
    expect(await app.page.evaluate(() => outerWidth)).toBe(1000)
    await app.host.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ width: 900, height: 640 }), undefined)
    await expect.poll(() => app.page.evaluate(() => [outerWidth, outerHeight])).toEqual([900, 640])
    const bounds = await app.host.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds(), undefined)
    expect(bounds).toMatchObject({ width: 900, height: 640 })
  })

  it('asks in the page where there is no desktop dialog', async () => {
    const answer = app.page.evaluate(() => fixture.invoke('open'))
    const form = app.page.getByRole('dialog', { name: 'Add articles' })
    await form.getByRole('textbox').fill('/no/such/file')
    await form.getByRole('button', { name: 'Open' }).click()
    await form.getByText('Not found: /no/such/file').waitFor()
    await form.getByRole('textbox').fill(`${import.meta.filename}\n"${import.meta.dirname}"`)
    await form.getByRole('button', { name: 'Open' }).click()
    expect(await answer).toEqual({ canceled: false, filePaths: [import.meta.filename, import.meta.dirname] })

    const box = app.page.evaluate(() => fixture.invoke('box'))
    await app.page.getByRole('dialog', { name: 'Sure' }).waitFor()
    await app.page.keyboard.press('Escape')
    expect(await box).toEqual({ response: 1, checkboxChecked: false })
  })
})
