import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures/launch-app.ts'
import { makeProject, type MadeProject } from './fixtures/make-project.ts'
import { Reading } from './screens/reading.ts'
import { Workbench } from './screens/workbench.ts'

const FAMILY = '👩‍👩‍👧‍👦'
const LONG = `Ledger of the port. ${'The pilot waited for 12 ships. '.repeat(6_500)}The harbour 🚢 will reopen. ${'Nothing came. '.repeat(500)}`

const ARTICLES = {
  'a-emoji.txt': `Good news ${FAMILY} from the port 🇳🇴🇸🇪 and the cafe\u0301 (nai\u0308ve).\n`,
  'b-arabic.txt': 'وعدت نورفيا بتسليم أربعين سيارة إسعاف إلى إستال قبل يونيو.\n\nوقّع الجانبان مذكرة بشأن النقل.\n',
  'c-hebrew.txt': 'נורביה הבטיחה למסור 40 אמבולנסים לאסטל עד יוני.\n\nהצדדים חתמו על מזכר תחבורה.\n',
  'd-chinese.txt': '诺维亚承诺在六月前向埃斯塔尔交付四十辆救护车。\n\n双方签署了运输备忘录。\n',
  // BOM, CRLF, a lone CR, tabs, and a space that does not break.
  'e-windows.txt': Buffer.from('\uFEFFFirst line\r\n\r\n\tTab and\u00A0space will be kept\tin the text.\r\rThe end\r\n', 'utf8'),
  'f-long.txt': LONG,
}

/** The file's own text: without BOM, line ends as LF. Every quote on the disk must be exactly that slice of it. */
async function expectQuotesInFile(project: MadeProject, article: string): Promise<void> {
  const text = (await readFile(join(project.folder, 'articles', article), 'utf8')).replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  for (const { fragments, prefix, suffix } of (await project.set(article))?.annotations ?? []) {
    for (const { start, end, quote } of fragments) expect(text.slice(start, end)).toBe(quote)
    const [first] = fragments
    const last = fragments.at(-1)
    expect(text.slice(0, first?.start).endsWith(prefix)).toBe(true)
    expect(text.slice(last?.end).startsWith(suffix)).toBe(true)
  }
}

test('whole characters are marked, and blanks at the ends are not', async ({ launchApp }) => {
  const project = await makeProject({ articles: { 'a-emoji.txt': ARTICLES['a-emoji.txt'] } })
  const app = await launchApp({ args: [project.folder] })
  const reading = await Reading.of(app.page)

  // Half a family, half a flag and a letter without its accent, as a search for a part of them leaves them.
  await reading.drag('👩', '👩')
  await reading.press('p')
  await reading.drag('🇳')
  await reading.press('d')
  await reading.find('caf')
  await reading.press('Shift+ArrowRight', 'a')
  await reading.drag(' (nai', 've).')
  await reading.press('v')
  // One step of the caret goes over a whole family, and backspace-like steps over a whole flag.
  await reading.find('news ')
  await reading.press('ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'e')
  await reading.find(' and the')
  await reading.press('ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'r')
  await expect.poll(() => project.marked('a-emoji.txt')).toEqual([
    `pledge: ${FAMILY}`,
    `evidence: ${FAMILY}`,
    'refusal: 🇳🇴🇸🇪',
    'demand: 🇳🇴',
    'agreement: cafe\u0301',
    'provision: (nai\u0308ve).',
  ])
  await expectQuotesInFile(project, 'a-emoji.txt')
  await app.close()
})

test('texts from right to left, without blanks, from Windows and with a very long line keep their offsets', async ({ launchApp }) => {
  const project = await makeProject({ articles: ARTICLES })
  const app = await launchApp({ args: [project.folder] })
  const bench = new Workbench(app)
  const reading = await Reading.of(app.page)
  const open = async (title: RegExp, words: string) => {
    await bench.openArticle(title)
    await expect(reading.surface).toContainText(words)
    await expect(reading.surface).toBeFocused()
  }
  const expectMarked = async (article: keyof typeof ARTICLES, marked: readonly string[]) => {
    await expect.poll(() => project.marked(article)).toEqual(marked)
    await expectQuotesInFile(project, article)
  }

  await test.step('Arabic: by mouse, and with the arrow that points forward', async () => {
    await open(/وعدت/, 'وعدت')
    await reading.drag('بتسليم أربعين سيارة إسعاف')
    await reading.press('p', 'Control+End', 'Control+ArrowUp', 'Control+Shift+ArrowLeft', 'Control+Shift+ArrowLeft', 'a')
    await expectMarked('b-arabic.txt', ['pledge: بتسليم أربعين سيارة إسعاف', 'agreement: وقّع الجانبان'])
  })
  await test.step('Hebrew with figures in it', async () => {
    await open(/נורביה/, 'נורביה')
    await reading.find('40')
    await reading.press('p', 'Alt+Period', 'Alt+Shift+Comma')
    await expectMarked('c-hebrew.txt', ['pledge: למסור 40 אמבולנסים'])
  })
  await test.step('Chinese: words and sentences', async () => {
    await open(/诺维亚/, '诺维亚')
    await reading.drag('承诺在六月前')
    await reading.press('p', 'Control+Home', 'Alt+Shift+ArrowRight', 'v')
    await expectMarked('d-chinese.txt', ['provision: 诺维亚承诺在六月前向埃斯塔尔交付四十辆救护车。', 'pledge: 承诺在六月前'])
  })
  await test.step('CRLF, BOM, tabs, a space that does not break', async () => {
    await open(/First line/, 'First line')
    await reading.drag('First', 'will be kept')
    await reading.press('p')
    await reading.drag('kept', 'The end')
    await reading.press('a')
    await expectMarked('e-windows.txt', ['pledge: First line\n\n\tTab and\u00A0space will be kept', 'agreement: kept\tin the text.\n\nThe end'])
  })
  await test.step('a line of 200,000 characters', async () => {
    await open(/Ledger of the port/, 'Ledger of the port')
    await reading.find('The harbour 🚢 will reopen.')
    await reading.press('p')
    await reading.press('Control+Home', 'Control+Shift+End', 'e')
    await expectMarked('f-long.txt', [`evidence: ${LONG.trimEnd()}`, 'pledge: The harbour 🚢 will reopen.'])
    expect(LONG.length).toBeGreaterThan(200_000)
  })
  await app.close()
})
