import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/launch-app.ts'

interface Bridge {
  request(name: string, input: unknown): Promise<unknown>
  drop(files: unknown): Promise<unknown>
}

const ask = (page: Page, name: string, input: unknown): Promise<unknown> =>
  page.evaluate(([which, what]) => (Reflect.get(window, 'concord') as Bridge).request(which, what), [name, input] as const)

test('a person works in a window that can be talked into nothing', async ({ launchApp }) => {
  const app = await launchApp()
  const { page } = app
  await expect(page.getByRole('button', { name: /^New project/ })).toBeVisible()
  const start = page.url()

  await test.step('pages come with a policy, and keep to it', async () => {
    const policy = await page.evaluate(() => fetch(location.href).then((answer) => answer.headers.get('content-security-policy')))
    expect(policy).toMatch(/default-src 'none'.*script-src 'self';/)
    const ran = await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.ran = true'
      document.body.append(script)
      return Reflect.get(window, 'ran') as unknown
    })
    expect(ran).toBeUndefined()
  })

  await test.step('nothing outside is fetched, opened or gone to', async () => {
    expect(await page.evaluate(() => fetch('https://concord.invalid/').then(() => 'fetched', () => 'refused'))).toBe('refused')
    expect(await page.evaluate(() => window.open('https://concord.invalid/') === null)).toBe(true)
    const loaded = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const image = new Image()
          image.addEventListener('load', () => resolve('loaded'))
          image.addEventListener('error', () => resolve('refused'))
          image.src = 'https://concord.invalid/pixel.png'
        }),
    )
    expect(loaded).toBe('refused')
    await page.evaluate(() => {
      location.href = 'https://concord.invalid/'
    })
    await expect.poll(() => ask(page, 'app.info', null)).toMatchObject({ ok: true })
    expect(page.url()).toBe(start)
    expect(page.context().pages()).toHaveLength(1)
    await expect(page.getByRole('button', { name: /^New project/ })).toBeVisible()
  })

  await test.step('no permission is given', async () => {
    const states = await page.evaluate(() =>
      Promise.all(['geolocation', 'notifications', 'camera', 'microphone'].map(async (name) => (await navigator.permissions.query({ name: name as 'geolocation' })).state)),
    )
    expect(states).toEqual(['denied', 'denied', 'denied', 'denied'])
  })

  await test.step('main is asked by three functions only, and answers nonsense with an error', async () => {
    expect(await page.evaluate(() => Object.keys(Reflect.get(window, 'concord') as object).toSorted())).toEqual(['drop', 'on', 'request'])
    expect(await page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in window))).toEqual([])
    const refused = { ok: false, error: { code: 'ipc.refused' } }
    for (const [name, input] of [['articles.open', { article: 5 }], ['articles.open', null], ['no.such', null], ['toString', null], ['__proto__', {}], ['app.info', { more: 1 }]] as const) {
      expect(await ask(page, name, input)).toMatchObject(refused)
    }
    expect(await ask(page, 'project.open', { kind: 'folder', token: '/etc' })).toMatchObject({ ok: false, error: { code: 'choice.gone' } })
    expect(await ask(page, 'articles.open', { article: '../../etc/passwd' })).toMatchObject({ ok: false })
    expect(await page.evaluate(() => (Reflect.get(window, 'concord') as Bridge).drop(['/etc/passwd']))).toMatchObject({ ok: false, error: { code: 'drop.empty' } })
  })
  // That it was to be gone to is noticed, once, and not that anything was fetched or opened: the policy stops that before.
  const noticed = await app.close().then(() => '', String)
  expect(noticed).toMatch(/^$|outside itself: https:\/\/concord\.invalid\/$/)
})
