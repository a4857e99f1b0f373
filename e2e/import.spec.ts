import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures/folders.ts'
import { makeProject } from './fixtures/make-project.ts'
import { Workbench } from './screens/workbench.ts'

const TEXT = 'Präsidentin Željka Kovač sagte: Norvia 🇰🇪 liefert 40 Krankenwagen nach Kesh.\nDer Hafen von Estalport öffnet wieder.\n'
const bytesBefore = (quote: string) => Buffer.byteLength(TEXT.slice(0, TEXT.indexOf(quote)))
const place = (quote: string) => `${bytesBefore(quote)} ${bytesBefore(quote) + Buffer.byteLength(quote)}\t${quote}`

/** As a tool writes brat that counts bytes: brat itself counts characters. */
const ANN = [
  `T1\tPledge ${place('liefert 40 Krankenwagen')}`,
  `T2\tSpeaker ${place('Željka Kovač')}`,
  `T3\tMisc ${place('Kesh')}`,
  `T4\tPledges ${place('öffnet wieder')}`,
  'A1\tCertainty_of_coder T1 high',
  'R1\tsaid_by Arg1:T1 Arg2:T2',
  '',
].join('\n')

async function everyFile(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile() && !entry.parentPath.includes('.concord')).map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)))
}

test('a person imports a brat file that counts bytes: repairs, maps, follows the receipt to the text, and undoes it after a restart', async ({ launchApp, desk }) => {
  const project = await makeProject({ articles: { 'kesh.txt': TEXT } })
  await mkdir(join(desk, 'brat'))
  await writeFile(join(desk, 'brat', 'other-name.txt'), TEXT)
  await writeFile(join(desk, 'brat', 'other-name.ann'), ANN)
  await writeFile(join(desk, 'broken.jsonl'), '{"text": "Kesh", "label": [[0, 4, "Place"]]}\n{"text": \n')
  const before = await everyFile(project.folder)
  let app = await launchApp({ args: [project.folder] })
  const { userData } = app
  let bench = new Workbench(app)
  await expect(bench.surface).toBeVisible()
  const dialog = app.page.getByRole('dialog', { name: 'Import annotations' })
  const { page } = app

  await test.step('what cannot be read is named by file and line, and another file can be chosen', async () => {
    await page.keyboard.press('Control+Alt+Shift+i')
    await expect(dialog.getByRole('button', { name: 'Next' })).toBeDisabled()
    await app.main.answerDialog({ open: [join(desk, 'broken.jsonl')] })
    await dialog.getByRole('button', { name: 'Choose files…' }).click()
    await expect(dialog.getByText(/broken\.jsonl, line 2/).first()).toBeVisible()
    await app.main.answerDialog({ open: [join(desk, 'brat')] })
    await dialog.getByRole('button', { name: 'Choose a folder…' }).click()
    await expect(dialog.getByRole('combobox', { name: 'Format' })).toContainText('Recognised by content: brat stand-off')
  })

  await test.step('offsets in bytes are recognised by the quotes; the repair is a choice', async () => {
    await expect(dialog.getByText('0 of 4 places fit their words. What does not fit is not taken, and listed.')).toBeVisible()
    await expect(dialog.getByRole('heading', { name: /records? (is|are) not taken$/ })).toBeVisible()
    await dialog.getByRole('radio', { name: /^Repair: read them as UTF-8 bytes/ }).check()
    await expect(dialog.getByRole('cell', { name: 'liefert 40 Krankenwagen' })).toBeVisible()
    await expect(dialog.getByRole('heading', { name: /records? (is|are) not taken$/ })).toBeHidden()
    await expect(dialog.getByText('one has the text of an article here')).toBeVisible()
  })

  await test.step('names are mapped; leaving now changes nothing', async () => {
    await dialog.getByRole('button', { name: 'Next' }).click()
    await expect(dialog.getByRole('combobox', { name: 'What becomes of Pledge', exact: true })).toHaveValue('as:pledge')
    await expect(dialog.getByRole('combobox', { name: 'What becomes of Pledges' })).toHaveValue('as:pledge')
    await expect(dialog.getByText('similar name').first()).toBeVisible()
    await dialog.getByRole('combobox', { name: 'What becomes of Misc' }).selectOption({ label: 'Not taken' })
    await expect(dialog.getByText('The label Speaker')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    expect(await everyFile(project.folder)).toEqual(before)
  })

  await test.step('imports, and the receipt says record by record what was taken and leads to it', async () => {
    await page.keyboard.press('Control+Alt+Shift+i')
    await app.main.answerDialog({ open: [join(desk, 'brat')] })
    await dialog.getByRole('button', { name: 'Choose a folder…' }).click()
    await dialog.getByRole('radio', { name: /^Repair/ }).check()
    await expect(dialog.getByRole('cell', { name: 'liefert 40 Krankenwagen' })).toBeVisible()
    await dialog.getByRole('button', { name: 'Next' }).click()
    await dialog.getByRole('combobox', { name: 'What becomes of Misc' }).selectOption({ label: 'Not taken' })
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    const receipt = page.getByRole('dialog', { name: 'Imported' })
    await expect(receipt.getByText('3 annotations taken · one relation · on one article')).toBeVisible()
    await expect(receipt.getByText('other-name.ann, line 3')).toBeVisible()
    await expect(receipt.getByText('The label Misc is left out', { exact: false }).or(receipt.getByText('the label Misc is left out'))).toBeVisible()
    await app.main.answerDialog({ save: join(desk, 'receipt.csv') })
    await receipt.getByRole('button', { name: 'Save the receipt…' }).click()
    await expect(receipt.getByText('Saved as receipt.csv.')).toBeVisible()
    expect((await readFile(join(desk, 'receipt.csv'), 'utf8')).split('\r\n')[0]).toBe('outcome,file,line,record,why,article,annotator,annotation,label,quote')
    await receipt.getByRole('button', { name: 'liefert 40 Krankenwagen' }).click()
    await expect(bench.inspector.getByText('liefert 40 Krankenwagen').first()).toBeVisible()
    expect(await project.marked('kesh.txt')).toEqual(['speaker: Željka Kovač', 'pledge: liefert 40 Krankenwagen', 'pledge: öffnet wieder'])
    await app.close()
  })

  await test.step('after a restart the receipt is found again, and one undo takes it all back', async () => {
    app = await launchApp({ args: [project.folder], userData })
    bench = new Workbench(app)
    await expect(bench.surface).toBeVisible()
    await app.page.keyboard.press('Control+Alt+z')
    await app.page.getByRole('button', { name: 'Receipt' }).click()
    await expect(app.page.getByRole('dialog', { name: 'Imported' }).getByText('3 annotations taken', { exact: false })).toBeVisible()
    await app.page.keyboard.press('Escape')
    await bench.surface.focus()
    await app.page.keyboard.press('Control+z')
    await expect(app.page.getByText(/^Taken back/)).toBeVisible()
    await expect.poll(() => project.marked('kesh.txt')).toEqual([])
    const after = await everyFile(project.folder)
    const codebook = join(project.folder, 'codebook.json')
    expect(after[codebook]).toBe(before[codebook])
    await app.close()
  })
})
