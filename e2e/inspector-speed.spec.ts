import { everyTypeCodebook } from './fixtures/every-type-codebook.ts'
import { expect, test } from './fixtures/launch-app.ts'
import { makeProject } from './fixtures/make-project.ts'
import { Reading } from './screens/reading.ts'
import { RecordForm } from './screens/record.ts'

/** A Thursday. */
const TALKS = [
  'date 2031-03-06 PORT KESH: Norvia and a Kenyan envoy signed a memorandum worth $2.1 billion on Thursday and will open the ferry line by June.',
  '',
  'The 40 ambulances 🚑 come within two weeks.',
  '',
].join('\n')

test('a person types dates and amounts as people write them, and takes the readings that are offered', async ({ launchApp }) => {
  const project = await makeProject({ articles: { 'talks.txt': TALKS }, codebook: everyTypeCodebook })
  const app = await launchApp({ args: [project.folder] })
  const reading = await Reading.of(app.page)
  const form = new RecordForm(app.page)
  const values = async () => (await project.set('talks.txt'))?.annotations[0]?.attributes
  await reading.find('signed a memorandum worth $2.1 billion')
  await reading.press('k')

  await test.step('what the sentence says is offered, and nothing is recorded before it is taken', async () => {
    await form.add('Worth')
    await expect(form.field('Worth').getByText('2,100,000,000 USD')).toBeVisible()
    await form.add('Deadline')
    await expect(form.field('Deadline').getByText('2031-06 · Month')).toBeVisible()
    await expect.poll(values).toEqual({ mode: { state: 'default', value: 'current' }, dated: { state: 'default', value: { start: '2031-03-06', precision: 'day' } } })
  })

  await test.step('a key takes the one that is offered', async () => {
    await form.text('Amount').focus()
    await reading.press('Alt+1')
    await expect(form.text('Amount')).toHaveValue('2100000000')
  })

  await test.step('words are read while they are typed', async () => {
    const date = form.text('Date').last()
    await date.fill('end of the')
    await expect(form.field('Deadline').getByText('Write 2031')).toBeVisible()
    await date.fill('next spring')
    await expect(form.field('Deadline').getByText('2032-03 – 2032-05 · Month')).toBeVisible()
    await reading.press('Enter')
    await expect(date).toHaveValue('2032-03')
  })

  await test.step('who is named in the sentence is offered first, by whatever name', async () => {
    await form.list('Parties').focus()
    await reading.press('ArrowDown')
    await expect(app.page.getByRole('option').first()).toContainText('Kenya')
    await reading.press('Enter')
    await reading.press('Escape')
  })

  const decided = (value: unknown) => ({ state: 'decided', value })
  await expect.poll(values).toMatchObject({
    parties: decided([{ name: 'Kenya', code: 'KEN' }]),
    worth: decided({ words: '$2.1 billion', amount: 2_100_000_000, unit: 'USD' }),
    deadline: decided({ words: 'next spring', start: '2032-03', end: '2032-05', precision: 'month' }),
  })
  await app.close()
})

test('a person copies the values of a similar annotation, notes something on the article, and finds a span by its words', async ({ launchApp }) => {
  const project = await makeProject({ articles: { 'talks.txt': TALKS }, codebook: everyTypeCodebook })
  const app = await launchApp({ args: [project.folder] })
  const { page } = app
  const reading = await Reading.of(page)
  const form = new RecordForm(page)
  const marked = async () => (await project.set('talks.txt'))?.annotations ?? []
  await reading.find('open the ferry line')
  await reading.press('k')
  await form.value('Firmness', 'Conditional').click()
  await form.text('Summary').fill('A ferry.')
  await reading.press('Tab')
  await reading.find('ambulances 🚑 come')
  await reading.press('k')

  await test.step('values that it would fill are seen before they are taken, and one undo takes them back', async () => {
    await reading.press('Alt+c')
    const option = page.getByRole('option', { name: /open the ferry line/ })
    await expect(option).toContainText('Summary A ferry.')
    await reading.press('Enter')
    await expect(form.text('Summary')).toHaveValue('A ferry.')
    await expect.poll(async () => (await marked())[1]?.attributes['firmness']).toEqual({ state: 'decided', value: 'conditional' })
    await reading.press('Escape')
    await reading.press('Control+z')
    await expect(form.text('Summary')).toHaveValue('')
    await expect.poll(async () => (await marked())[1]?.attributes['firmness']).toBeUndefined()
  })

  await test.step('a note on the article shows in the list', async () => {
    await reading.press('Shift+F2')
    await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused()
    await page.getByRole('textbox', { name: 'Note' }).fill('Compare with May 🗓')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Has a note')).toBeAttached()
  })

  await test.step('the palette finds a span by its words', async () => {
    await reading.press('Control+k')
    await page.keyboard.type('ferry')
    await page.getByRole('option', { name: 'open the ferry line Deal' }).click()
    await expect(form.text('Summary')).toHaveValue('A ferry.')
  })
  await app.close()
})
