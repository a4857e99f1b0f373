import { expect, test } from './fixtures/launch-app.ts'
import { makeProject } from './fixtures/make-project.ts'
import { Reading } from './screens/reading.ts'
import { Workbench } from './screens/workbench.ts'

const TALKS = 'Norvia will open the ferry line. The heavy guns are withdrawn first. Estal will send ambulances 🚑 by June.\n'
const MARKS = ['open the ferry line', 'guns are withdrawn', 'send ambulances 🚑'] as const

test('a person chooses several in the list by the keyboard, and changes them together', async ({ launchApp }) => {
  const project = await makeProject({ articles: { 'talks.txt': TALKS } })
  const app = await launchApp({ args: [project.folder] })
  const reading = await Reading.of(app.page)
  const { inspector } = new Workbench(app)
  const labels = (...ids: readonly string[]) => expect.poll(() => project.marked('talks.txt')).toEqual(ids.map((id, index) => `${id}: ${MARKS[index]}`))
  const row = (words: string) => inspector.getByRole('button', { name: words })
  for (const words of MARKS) {
    await reading.find(words)
    await reading.press('p')
  }
  await labels('pledge', 'pledge', 'pledge')

  await test.step('Shift and the arrow keys; the list stays', async () => {
    await reading.press('Escape', 'F6')
    await expect(row(MARKS[0])).toBeFocused()
    await reading.press('ArrowDown')
    await expect(row(MARKS[1])).toBeFocused()
    await reading.press('Shift+ArrowDown')
    await expect(inspector.getByRole('heading', { name: '2 annotations selected' })).toBeVisible()
    await expect(row(MARKS[2])).toBeFocused()
    await expect(row(MARKS[0])).toHaveAttribute('aria-pressed', 'false')
  })

  await test.step('another label, and one undo', async () => {
    await reading.press('a')
    await labels('pledge', 'agreement', 'agreement')
    await reading.press('Control+z')
    await labels('pledge', 'pledge', 'pledge')
  })

  await test.step('a value', async () => {
    await inspector.getByLabel('Set a value on all of them').selectOption('Action or outcome')
    await inspector.getByRole('radio', { name: 'Outcome' }).press('Space')
    const values = async () => (await project.set('talks.txt'))?.annotations.map(({ attributes }) => 'target_kind' in attributes)
    await expect.poll(values).toEqual([false, true, true])
  })

  await test.step('one more with Shift+Space, and all deleted; one undo brings them back', async () => {
    await row(MARKS[0]).focus()
    await reading.press('Shift+Space')
    await expect(inspector.getByRole('heading', { name: '3 annotations selected' })).toBeVisible()
    await reading.press('Delete')
    await labels()
    await reading.press('Control+z')
    await labels('pledge', 'pledge', 'pledge')
  })
  await app.close()
})
