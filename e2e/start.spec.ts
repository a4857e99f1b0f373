import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures/folders.ts'
import { makeProject } from './fixtures/make-project.ts'
import { StartScreen } from './screens/start-screen.ts'
import { Workbench } from './screens/workbench.ts'

const ARTICLE = { 'wire/talks.txt': 'date 2031-05-02 PORT KESH: Norvia will reopen the port, its minister said.\n' }

test('a person starts Concord for the first time and is one click from a real annotated text', async ({ launchApp, desk }) => {
  const app = await launchApp()
  const start = new StartScreen(app)
  const bench = new Workbench(app)
  for (const way of ['New project', 'Open project', 'Try the sample project'] as const) await expect(start.way(way)).toBeVisible()
  await expect(start.recent.getByText('Projects you open will be listed here.')).toBeVisible()

  await start.keepDocumentsIn(desk)
  await start.way('Try the sample project').click()
  await expect(bench.surface).toContainText('Norvia will deliver 40 ambulances to Estal')
  await expect(bench.list.getByRole('button')).not.toHaveCount(0)
  const painted = () => app.page.evaluate(() => [...CSS.highlights].reduce((count, [, highlight]) => count + highlight.size, 0))
  await expect.poll(painted).toBeGreaterThan(5)
  await bench.clickOn('deliver 40 ambulances')
  await expect(bench.inspector.getByRole('button', { name: 'Label: Pledge' })).toBeVisible()
  await expect(bench.inspector.getByText('will deliver 40 ambulances').first()).toBeVisible()
  await app.close()
})

test('a person finds recent projects again, and which of them is gone', async ({ launchApp }) => {
  const first = await makeProject({ articles: ARTICLE })
  const second = await makeProject({ articles: ARTICLE })
  const app = await launchApp({ args: [first.folder] })
  const start = new StartScreen(app)
  await expect(new Workbench(app).surface).toContainText('reopen the port')
  await start.openProject(second.folder)
  await expect(app.page.getByRole('button', { name: 'Project menu: Talks' })).toBeVisible()
  await start.closeProject()
  await app.close()

  await rename(first.folder, `${first.folder} moved`)
  const again = await launchApp({ userData: app.userData })
  const { recent, page } = new StartScreen(again)
  await expect(recent.getByRole('listitem')).toHaveCount(2)
  const gone = recent.getByRole('button', { name: `Not found where it was: ${first.folder}` })
  await expect(gone).toBeDisabled()
  await recent.getByRole('listitem').filter({ has: page.getByText(first.folder) }).getByRole('button', { name: 'Remove from this list' }).click()
  await expect(recent.getByRole('listitem')).toHaveCount(1)
  await recent.getByRole('button', { name: second.folder }).click()
  await expect(new Workbench(again).surface).toContainText('reopen the port')
  await expect(page.getByRole('button', { name: 'Project menu: Talks' })).toBeVisible()
  await again.close()
})

test('a person opens a folder that is no project, is told so, and goes on in the project that was open', async ({ launchApp, desk }) => {
  const project = await makeProject({ articles: ARTICLE })
  const holiday = join(desk, 'Holiday')
  await mkdir(holiday)
  const app = await launchApp({ args: [project.folder] })
  const bench = new Workbench(app)
  await expect(bench.surface).toContainText('reopen the port')
  await new StartScreen(app).openProject(holiday)
  await expect(app.page.getByText(/Holiday.*(is no|is not|no) .*project|no project.*Holiday/i)).toBeVisible()
  await bench.selectWithMouse('will reopen the port')
  await app.page.keyboard.press('p')
  await bench.saved()
  expect(await project.marked('wire/talks.txt')).toEqual(['pledge: will reopen the port'])
  await app.close()
})

test('a person opens a second project from the file manager, and the running app shows it', async ({ launchApp, desk }) => {
  const first = await makeProject({ articles: ARTICLE })
  const second = await makeProject({ articles: { 'other.txt': 'Estal refused to sign the protocol.\n' } })
  const app = await launchApp({ args: [first.folder] })
  const bench = new Workbench(app)
  await bench.selectWithMouse('will reopen the port')
  await app.page.keyboard.press('p')
  const startAgain = (folder: string) => launchApp({ userData: app.userData, args: [folder] }).then(() => 'a second window', () => 'no window')
  expect(await startAgain(second.folder)).toBe('no window')
  await expect(bench.surface).toContainText('Estal refused')
  expect(await first.marked('wire/talks.txt')).toEqual(['pledge: will reopen the port'])

  await mkdir(join(desk, 'Holiday'))
  await app.main.answerDialog({ message: 0 })
  expect(await startAgain(join(desk, 'Holiday'))).toBe('no window')
  await expect.poll(async () => (await app.main.askedDialogs()).map(({ options }) => options['message'])).toEqual([expect.stringContaining('Holiday')])
  await expect(bench.surface).toContainText('Estal refused')
  await app.close()
})
