import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeDocx, paragraph } from '../src/main/services/extract/testing/make-docx.ts'
import { makeEpub, xhtml } from '../src/main/services/extract/testing/make-epub.ts'
import { makePdf } from '../src/main/services/extract/testing/make-pdf.ts'
import { expect, test } from './fixtures/folders.ts'
import { makeProject } from './fixtures/make-project.ts'
import { Articles } from './screens/articles.ts'
import { Workbench } from './screens/workbench.ts'

const ENCODED = 'Café Ñandú asks for “peace”, and Zürich agrees.\r\n'
const utf16le = Buffer.from(`\uFEFFLittle ${ENCODED}`, 'utf16le')
const FILES: Readonly<Record<string, Buffer>> = {
  'wire/2031/plain.txt': Buffer.from(`Plain ${ENCODED}`),
  'wire/2031/marked.md': Buffer.from(`\uFEFFMarked ${ENCODED}`),
  'wire/little.txt': utf16le,
  'wire/big.txt': Buffer.from(`\uFEFFBig ${ENCODED}`, 'utf16le').swap16(),
  'windows.txt': Buffer.from([...'Old '].map((sign) => sign.charCodeAt(0)).concat(0x43, 0x61, 0x66, 0xe9, 0x20, 0x93, 0x70, 0x94, 0x2e, 0x0d, 0x0a)),
}
const HEADER = '  date 2031-05-02 PORT KESH: Norvia will reopen the port, its minister said.\n'

async function put(folder: string, files: Readonly<Record<string, Uint8Array | string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

test('a person adds a folder of articles in many encodings and finds every file as it was', async ({ launchApp, desk }) => {
  const inbox = join(desk, 'inbox')
  await put(inbox, { ...FILES, 'picture.txt': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'again.txt': `Plain ${ENCODED.replace('\r\n', '\n')}` })
  const { folder } = await makeProject({ articles: {} })
  const app = await launchApp({ args: [folder] })
  const articles = new Articles(app)
  const bench = new Workbench(app)
  await expect(articles.list.getByText('No articles yet')).toBeVisible()
  await articles.addFolder(inbox)

  await test.step('reads in the report what was refused, what is there already, and how a file was read', async () => {
    await expect(articles.report).toBeVisible()
    expect(await articles.reported('1 could not be added')).toEqual([expect.stringMatching(/inbox\/picture\.txt\s+it is a PNG image/i)])
    expect(await articles.reported('1 is here already')).toEqual([expect.stringMatching(/inbox\/wire\/2031\/plain\.txt\s+same text as inbox\/again\.txt/i)])
    const added = await articles.reported('5 articles added')
    expect(added.filter((line) => line.includes('Windows-1252'))).toEqual([expect.stringContaining('inbox/windows.txt')])
    await app.page.keyboard.press('Escape')
  })

  await test.step('reads every one of them right', async () => {
    for (const [title, text] of [[/Old Café/, 'Old Café “p”.'], [/Little Café/, `Little ${ENCODED.trim()}`], [/Big Café/, `Big ${ENCODED.trim()}`], [/Marked Café/, `Marked ${ENCODED.trim()}`]] as const) {
      await articles.list.getByRole('button', { name: title }).click()
      await expect(bench.surface).toHaveText(text)
    }
    await articles.list.getByRole('button', { name: /Old Café/ }).click()
    await expect(app.page.getByText(/read as Windows-1252/)).toBeVisible()
  })

  await test.step('finds the bytes unchanged, in the folders they came in', async () => {
    for (const [path, bytes] of Object.entries(FILES)) {
      expect(await readFile(join(inbox, path))).toEqual(bytes)
      if (path !== 'wire/2031/plain.txt') expect(await readFile(join(folder, 'articles', 'inbox', path))).toEqual(bytes)
    }
    expect((await readdir(join(folder, 'articles'), { recursive: true })).filter((name) => name.includes('picture'))).toEqual([])
  })
  await app.close()
})

test('a person drops files from the file manager into the window', async ({ launchApp, desk }) => {
  await put(desk, { 'one.txt': 'One article about a port.', 'more/two.md': 'Two articles about a port.' })
  const { folder } = await makeProject({ articles: {} })
  const app = await launchApp({ args: [folder] })
  const articles = new Articles(app)
  await expect(articles.list.getByText('No articles yet')).toBeVisible()
  await articles.drop([join(desk, 'one.txt'), join(desk, 'more')])
  await expect(articles.rows).toHaveCount(2)
  await articles.drop([join(desk, 'one.txt')])
  await expect(articles.report).toBeVisible()
  expect(await articles.reported('1 is here already')).toEqual([expect.stringMatching(/one\.txt\s+same text as one\.txt/i)])
  expect((await readdir(join(folder, 'articles'), { recursive: true })).toSorted()).toEqual(['more', 'more/two.md', 'one.txt'])
  await app.page.keyboard.press('Escape')

  await test.step('and documents, whose text becomes the article', async () => {
    const docx = makeDocx(paragraph('Talks in Word 👩‍👩‍👧‍👦'))
    await put(desk, {
      'docs/page.html': '<meta charset="windows-1251"><nav>Menu</nav><main><h1>A page</h1><p>It is read. <img src="https://nowhere.example/x.png"><script>document.title = "run"</script></main>',
      'docs/word.docx': docx,
      'docs/print.pdf': makePdf([[{ text: 'Talks in print', x: 72, y: 700 }]]),
      'docs/rich.rtf': '{\\rtf1\\ansi Talks in RTF}',
      'docs/book.epub': makeEpub([{ path: 'one.xhtml', content: xhtml('<p>Talks in a book</p>') }]),
      'docs/scan.pdf': makePdf([[]]),
    })
    await articles.drop([join(desk, 'docs')])
    await expect(articles.report).toBeVisible()
    expect(await articles.reported('1 could not be added')).toEqual([expect.stringMatching(/docs\/scan\.pdf\s+there is no text in it.*text recognition/i)])
    expect(await articles.reported('5 articles added')).toEqual(expect.arrayContaining([
      expect.stringMatching(/docs\/page\.html\.txt\s+Text of a web page: 1 picture left out; 1 word around the article left out/),
      expect.stringMatching(/docs\/word\.docx\.txt\s+Text of a Word document, whole\./),
    ]))
    await app.page.keyboard.press('Escape')
    for (const [title, text] of [[/Talks in Word/, 'Talks in Word 👩‍👩‍👧‍👦'], [/Talks in print/, 'Talks in print'], [/Talks in RTF/, 'Talks in RTF'], [/Talks in a book/, 'Talks in a book']] as const) {
      await articles.list.getByRole('button', { name: title }).click()
      await expect(new Workbench(app).surface).toHaveText(text)
      await expect(articles.header.getByRole('button', { name: 'Show the document that the text was taken from' })).toBeVisible()
    }
    expect(new Uint8Array(await readFile(join(folder, 'originals/docs/word.docx')))).toEqual(new Uint8Array(docx))
  })
  await app.close()
})

test('a person reads where an article comes from, and corrects it', async ({ launchApp }) => {
  const { folder } = await makeProject({ articles: { 'talks.txt': HEADER } })
  const app = await launchApp({ args: [folder] })
  const { page } = app
  const articles = new Articles(app)
  await expect(articles.header).toContainText('PORT KESH')
  await expect(articles.header).toContainText('2031')
  await expect(new Workbench(app).surface).toContainText('date 2031-05-02 PORT KESH:')
  await page.keyboard.press('F2')
  const details = page.getByRole('dialog', { name: 'Article details' })
  await expect(details.getByLabel('Date')).toHaveValue('2031-05-02')
  await details.getByLabel('Title').fill('The port reopens')
  await details.getByLabel('Date').fill('3 May')
  await details.getByRole('button', { name: 'Save' }).click()
  await expect(details.getByText('Write the date as 2031-03-04, or leave it empty.')).toBeVisible()
  await details.getByLabel('Date').fill('2031-05-03')
  await details.getByLabel('Outlet').fill('Kesh Courier')
  await details.getByLabel('Link').fill('https://courier.example/port')
  await details.getByRole('button', { name: 'Save' }).click()
  await expect(articles.list.getByRole('button', { name: /The port reopens/ })).toBeVisible()
  for (const part of ['The port reopens', 'PORT KESH', 'Kesh Courier', 'courier.example']) await expect(articles.header).toContainText(part)

  await page.keyboard.press('F2')
  await details.getByLabel('Title').fill('')
  await details.getByRole('button', { name: 'Save' }).click()
  await expect(articles.list.getByRole('button', { name: /Norvia will reopen the port/ })).toBeVisible()
  expect(await readFile(join(folder, 'articles', 'talks.txt'), 'utf8')).toBe(HEADER)
  await app.close()
})

test('a person takes the details of many articles from a table, and sees first what it would change', async ({ launchApp, desk }) => {
  const { folder } = await makeProject({ articles: { 'a/one.txt': 'First text.', 'b/two.txt': 'Second text.', 'b/three.txt': 'Third text.' } })
  const rows = ['path;title;date;outlet;link', 'a/one.txt;The first;2031-05-04;Courier;https://courier.example/1', 'TWO.TXT;"The ""second""";4 May 2031;;', 'nowhere.txt;Lost;;;', 'b/three.txt;;03/04/2031;;']
  await writeFile(join(desk, 'details.csv'), rows.join('\r\n'))
  const app = await launchApp({ args: [folder] })
  const articles = new Articles(app)
  await expect(articles.rows).toHaveCount(3)
  await app.main.answerDialog({ open: [join(desk, 'details.csv')] })
  await app.page.keyboard.press('Control+Shift+I')
  const preview = app.page.getByRole('dialog', { name: 'Article details from details.csv' })
  await expect(preview.getByText(/^Line 4: there is no article “nowhere.txt”/)).toBeVisible()
  await expect(preview.getByText(/^Line 5: “03\/04\/2031” can be read in two ways/)).toBeVisible()
  await expect(preview.getByRole('row', { name: /a\/one\.txt The first 2031-05-04 Courier/ })).toBeVisible()
  expect(await articles.titles()).not.toContain('The first')
  await preview.getByRole('button', { name: 'Change 2 articles' }).click()
  await expect.poll(() => articles.titles().then((titles) => titles.toSorted())).toEqual(['The first', 'The "second"', 'Third text.'].toSorted())
  await app.close()
})

test('a person narrows and sorts a list of 10,000 articles, and finds words in one of them', async ({ launchApp }) => {
  const many = Array.from({ length: 10_000 }, (_, index) => index.toString().padStart(5, '0'))
  const long = 'The ferry leaves.\n\n'.repeat(300)
  const { folder } = await makeProject({
    articles: Object.fromEntries(many.map((number) => [`${number.slice(0, 2)}/${number}.txt`, number === '04321' ? `Harbour number 04321.\n\n${long}The last ferry.\n` : `Report number ${number} of the port.\n`])),
  })
  const app = await launchApp({ args: [folder] })
  const { page } = app
  const articles = new Articles(app)
  await articles.sortBy('Title', 'Ascending')
  await articles.list.getByRole('button', { name: /04321/ }).first().focus()
  await page.keyboard.press('End')
  await expect(articles.list.getByRole('button', { name: /Report number 09999/ })).toBeFocused()
  expect(await articles.rows.count()).toBeLessThan(200)
  await articles.sortBy('Words', 'Descending')
  await page.keyboard.press('/')
  await page.keyboard.type('harbour 04321')
  await expect(articles.rows).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(new Workbench(app).surface).toContainText('The ferry leaves.')

  await page.keyboard.press('Control+f')
  await page.keyboard.type('FERRY')
  const find = page.getByRole('search')
  await expect(find.getByText('1 of 301')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(find.getByText('2 of 301')).toBeVisible()
  await page.keyboard.press('Shift+F3')
  await page.keyboard.press('Shift+F3')
  await expect(find.getByText('301 of 301')).toBeVisible()
  await expect(page.getByText('The last ferry.')).toBeInViewport()
  await app.close()
})
