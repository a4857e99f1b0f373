import { everyTypeCodebook } from './fixtures/every-type-codebook.ts'
import { expect, test, type LaunchedApp } from './fixtures/launch-app.ts'
import { makeProject } from './fixtures/make-project.ts'
import { Reading } from './screens/reading.ts'
import { RecordForm } from './screens/record.ts'

const TALKS = [
  'date 2031-05-02 PORT KESH: Norvia and Estal signed a transport memorandum worth 40 million euros on Friday.',
  '',
  'It was needed because the bridge had fallen. Both hope to open a ferry line by summer.',
  '',
].join('\n')

async function open(launchApp: (options: { args: string[] }) => Promise<LaunchedApp>) {
  const project = await makeProject({ articles: { 'talks.txt': TALKS }, codebook: everyTypeCodebook })
  const app = await launchApp({ args: [project.folder] })
  const reading = await Reading.of(app.page)
  const values = async () => (await project.set('talks.txt'))?.annotations[0]?.attributes
  return { project, app, page: app.page, reading, form: new RecordForm(app.page), values }
}

test('a person records a value of every type, and they are on the disk as they were meant', async ({ launchApp }) => {
  const { project, app, page, reading, form, values } = await open(launchApp)
  await reading.find('because the bridge had fallen')
  await reading.press('b')
  await reading.find('signed a transport memorandum')
  await reading.press('k')
  await expect(form.inspector.getByText('7 values missing')).toBeVisible()

  await test.step('entities: one of the register, one that is new, and what the register learns', async () => {
    await form.choose('Parties', 'Icel', /^Iceland/)
    await form.list('Parties').fill('Norvia')
    await reading.press('Enter')
    await form.inspector.getByRole('button', { name: 'Norvia', exact: true }).click()
    await form.text('Code').fill('NOR-1')
    await form.inspector.getByRole('combobox', { name: 'Sector' }).selectOption('Government')
    await reading.press('Enter')
  })
  await form.value('Firmness', 'Conditional').click()
  await form.text('Summary').fill('They will run buses.')
  await reading.press('Tab')
  await test.step('a number within its bounds', async () => {
    await form.text('Copies').fill('501')
    await expect(form.field('Copies').getByText('500 at most.')).toBeVisible()
    await form.text('Copies').fill('1,2')
    await form.text('Copies').fill('12')
    await reading.press('Tab')
  })
  await form.value('Public', 'No').click()
  await test.step('several values, and not one more than the codebook allows', async () => {
    await form.choose('Topics', 'trans', 'Transport')
    await form.choose('Topics', 'trad', 'Trade')
    await form.list('Topics').click()
    await expect(page.getByText('At most 2')).toBeVisible()
    await reading.press('Escape')
    await form.inspector.getByRole('button', { name: 'Remove Transport' }).click()
    await form.choose('Topics', 'wat', 'Water')
  })
  await test.step('one value that makes another field wanted', async () => {
    await form.value('Form', 'Other').click()
    await expect(form.text('Which form')).toBeVisible()
    await expect(form.inspector.getByText('1 value missing')).toBeVisible()
    await form.text('Which form').fill('Letter')
    await reading.press('Enter')
    await expect(form.inspector.getByText('Complete', { exact: true })).toBeVisible()
  })
  await test.step('a quantity with unit, range and words', async () => {
    await form.add('Worth')
    const worth = form.inspector.getByRole('group', { name: 'Worth' })
    await worth.getByRole('textbox', { name: 'Amount' }).fill('40,000,000')
    await worth.getByRole('combobox', { name: 'Unit' }).fill('eu')
    await reading.press('Enter')
    await worth.getByRole('button', { name: 'Range' }).click()
    await worth.getByRole('textbox', { name: 'At least' }).fill('30,000,000')
    await worth.getByRole('textbox', { name: 'Words of the text' }).fill('40 million euros')
    await reading.press('Tab')
  })
  await test.step('a date with precision and words', async () => {
    await form.add('Deadline')
    const deadline = form.inspector.getByRole('group', { name: 'Deadline' })
    await deadline.getByRole('textbox', { name: 'Date' }).fill('2031-02-30')
    await expect(deadline.getByText('There is no such day.')).toBeVisible()
    await deadline.getByRole('textbox', { name: 'Date' }).fill('2031-06')
    await expect(deadline.getByRole('combobox', { name: 'Precision' })).toHaveValue('month')
    await deadline.getByRole('button', { name: 'Words…' }).click()
    await deadline.getByRole('textbox', { name: 'Words of the text' }).fill('by summer')
    await reading.press('Tab')
  })
  await test.step('a link to another annotation', async () => {
    await form.add('Because of')
    await form.choose('Because of', 'bridge', /because the bridge/)
  })

  const decided = (value: unknown) => ({ state: 'decided', value })
  await expect.poll(values).toEqual({
    parties: decided([{ name: 'Iceland', code: 'ISL' }, { name: 'Norvia', code: 'NOR-1', sector: 'government' }]),
    firmness: decided('conditional'),
    summary: decided('They will run buses.'),
    copies: decided(12),
    public: decided(false),
    form: decided('other'),
    topics: decided(['trade', 'water']),
    which_form: decided('Letter'),
    worth: decided({ amount: 40_000_000, unit: 'EUR', min: 30_000_000, words: '40 million euros' }),
    deadline: decided({ start: '2031-06', precision: 'month', words: 'by summer' }),
    mode: { state: 'default', value: 'current' },
    dated: { state: 'default', value: { start: '2031-05-02', precision: 'day' } },
  })
  await expect
    .poll(async () => {
      const set = await project.set('talks.txt')
      const labelOf = (id: string) => set?.annotations.find((annotation) => annotation.id === id)?.label
      return set?.relations.map(({ type, from, to }) => [labelOf(from.annotation), type, labelOf(to.annotation)])
    })
    .toEqual([['deal', 'because_of', 'reason']])
  await app.close()
})

test('values that the codebook filled in wait to be confirmed, and a field can be answered without a value', async ({ launchApp }) => {
  const { app, reading, form, values } = await open(launchApp)
  await reading.find('signed a transport memorandum')
  await reading.press('k')
  await expect(form.inspector.getByText('2 to confirm')).toBeVisible()
  await expect(form.field('Mode').getByRole('button', { name: 'unconfirmed' })).toBeVisible()
  // By its own field, then all at once by one key.
  await form.field('Mode').getByRole('button', { name: /Confirm/ }).click()
  await expect(form.inspector.getByText('1 to confirm')).toBeVisible()
  await reading.press('Control+Shift+Enter')
  await expect(form.inspector.getByText(/to confirm/)).toBeHidden()

  await form.say('Public', 'Not stated')
  await expect(form.answer('Public', 'Not stated')).toBeVisible()
  await form.text('Copies').focus()
  await reading.press('Alt+a')
  await expect(form.answer('Copies', 'Not applicable')).toBeVisible()
  await form.text('Summary').fill('Soon.')
  await form.say('Summary', 'Clear')
  await expect.poll(values).toEqual({
    mode: { state: 'decided', value: 'current' },
    dated: { state: 'decided', value: { start: '2031-05-02', precision: 'day' } },
    public: { state: 'not_stated' },
    copies: { state: 'not_applicable' },
  })
  await app.close()
})

test('what is missing is shown quietly, listed when an article is marked done, and never in the way', async ({ launchApp }) => {
  const { project, app, page, reading, form } = await open(launchApp)
  await reading.find('because the bridge had fallen')
  await reading.press('b')
  await reading.find('signed a transport memorandum')
  await reading.press('k')
  await expect(form.inspector.getByText('7 values missing')).toBeVisible()

  await test.step('definition, rules and examples are one key away', async () => {
    await reading.press('F4')
    for (const words of ['Two sides accept the same terms.', 'A signed document comes first.', 'Talk without a result.', /signed a treaty/]) {
      await expect(form.inspector.getByText(words)).toBeVisible()
    }
    await reading.press('F4')
    await expect(form.inspector.getByText('A signed document comes first.')).toBeHidden()
  })

  await reading.press('Escape')
  const rows = form.inspector.getByRole('list', { name: 'Annotations of this article' }).getByRole('button')
  await expect(rows.filter({ hasText: 'incomplete' })).toHaveText([/Deal/])
  await expect(page.locator('footer').getByText('1 incomplete')).toBeVisible()

  await reading.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: 'Mark as done with values missing?' })
  await expect(dialog.getByRole('button', { name: 'Copies' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Copies' }).click()
  await expect(form.text('Copies')).toBeFocused()
  await page.keyboard.type('3')
  await reading.press('Control+Enter')
  await dialog.getByRole('button', { name: 'Mark done anyway' }).click()
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeVisible()
  await expect.poll(async () => (await project.set('talks.txt'))?.state.status).toBe('done')
  expect((await project.set('talks.txt'))?.annotations[0]?.attributes['copies']).toEqual({ state: 'decided', value: 3 })
  await app.close()
})
