import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { normaliseText } from '../src/core/text/normalise.ts'
import { tortureTexts, wordsIn, type TortureText } from '../src/core/text/testing/torture.ts'
import { expect, test } from './fixtures/launch-app.ts'
import { makeProject } from './fixtures/make-project.ts'
import { ExportDialog } from './screens/export-dialog.ts'
import { Reading } from './screens/reading.ts'

interface Line {
  readonly article: string
  readonly quote: string
  /** Code points. */
  readonly start: number
  readonly start_utf16: number
  readonly end_utf16: number
}

/** Words without line ends, and the boxes that they take, in hundredths of a pixel. */
interface Seen {
  readonly words: string
  readonly boxes: readonly string[]
}

type What = 'text' | 'selection' | 'pledge'

/** The text in the window, what is selected of it, or what is painted as a pledge. */
function look(page: Page, what: What): Promise<Seen> {
  return page.evaluate((wanted) => {
    const surface = document.querySelector('.reading-text')
    if (!surface) throw new Error('no article is open')
    const pieces: Range[] = []
    /** Text node by text node: a range over several elements would count their boxes too. */
    function take(range: AbstractRange): void {
      const walker = document.createTreeWalker(surface ?? document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const whole = document.createRange()
        whole.selectNodeContents(node)
        const given = document.createRange()
        given.setStart(range.startContainer, range.startOffset)
        given.setEnd(range.endContainer, range.endOffset)
        if (!given.intersectsNode(node)) continue
        if (node === range.startContainer) whole.setStart(node, range.startOffset)
        if (node === range.endContainer) whole.setEnd(node, range.endOffset)
        pieces.push(whole)
      }
    }
    const all = document.createRange()
    all.selectNodeContents(surface)
    if (wanted === 'text') take(all)
    else if (wanted === 'selection') take(document.getSelection()?.getRangeAt(0) ?? all)
    else for (const [name, highlight] of CSS.highlights) if (name.startsWith('concord-blue-')) highlight.forEach(take)
    const rects = pieces.flatMap((piece) => [...piece.getClientRects()]).filter(({ width, top, bottom }) => width > 0 && bottom > 0 && top < window.innerHeight)
    return {
      words: wanted === 'text' ? '' : pieces.map((piece) => piece.toString()).join(''),
      boxes: rects.map(({ left, top, right, bottom }) => [left, top, right, bottom].map((edge) => edge.toFixed(2)).join(' ')),
    }
  }, what)
}

/** By its path: that is in the filter too. */
async function open(page: Page, reading: Reading, { file, content }: TortureText): Promise<void> {
  await reading.press('Control+Shift+F')
  await page.keyboard.type(file)
  await reading.press('ArrowDown', 'Enter')
  await expect(reading.surface).toBeFocused()
  await expect(reading.surface).toContainText(normaliseText(content).slice(0, 5).trim())
}

/** Selects the words as a person does: by search, or with the mouse where they hold a tab or go over lines. */
async function select(reading: Reading, words: string): Promise<void> {
  const parts = words.split(/[\t\n\f]+/)
  if (parts.length > 1) await reading.drag(parts[0] ?? '', parts.at(-1) ?? '')
  else await reading.find(words)
}

async function mark(page: Page, reading: Reading, words: string): Promise<Seen> {
  const plain = words.replaceAll('\n', '')
  await select(reading, words)
  await expect.poll(async () => (await look(page, 'selection')).words.replaceAll('\n', '')).toBe(plain)
  const [text, selected] = [await look(page, 'text'), await look(page, 'selection')]
  await reading.press('p')
  await expect.poll(async () => (await look(page, 'pledge')).words.replaceAll('\n', '')).toBe(plain)
  expect((await look(page, 'text')).boxes).toEqual(text.boxes)
  const pledge = await look(page, 'pledge')
  expect(pledge.boxes).toEqual(selected.boxes)
  expect(pledge.boxes.length).toBeGreaterThan(0)
  return pledge
}

test('every awkward text is selected, labelled, saved, loaded again and exported, exactly and without moving', async ({ launchApp }) => {
  const project = await makeProject({ articles: Object.fromEntries(tortureTexts.map(({ file, content }) => [file, content])) })
  const app = await launchApp({ args: [project.folder] })
  const reading = await Reading.of(app.page)
  const seen = new Map<string, Seen>()

  for (const torture of tortureTexts) {
    await test.step(torture.name, async () => {
      const { file, words } = torture
      await open(app.page, reading, torture)
      if (words === null) return reading.press('Control+Shift+End', 'p')
      seen.set(file, await mark(app.page, reading, words))
      await expect.poll(() => project.marked(file)).toEqual([`pledge: ${words}`])
    })
  }

  await test.step('the export has the words, and their places in the text', async () => {
    await reading.press('Control+Shift+F', 'Escape')
    const exporting = new ExportDialog(app)
    const receipt = await exporting.run({ articles: /^The whole project/, format: 'Concord JSON Lines', into: project.beside })
    const lines = (await readFile(join(project.beside, receipt.file), 'utf8')).trimEnd().split('\n').map((line): Line => JSON.parse(line))
    const expected = tortureTexts.flatMap((torture) => {
      const place = wordsIn(torture)
      return place ? [{ article: torture.file, quote: torture.words, start: place.start, end: place.end, points: Array.from(place.text.slice(0, place.start)).length }] : []
    })
    expect(lines.map(({ article, quote, start, start_utf16, end_utf16 }) => ({ article, quote, start: start_utf16, end: end_utf16, points: start }))).toEqual(expected)
    await app.close()
  })

  const again = await launchApp({ args: [project.folder], userData: app.userData })
  const later = await Reading.of(again.page)
  await test.step('after a restart the same words are painted in the same places', async () => {
    for (const torture of tortureTexts) {
      const { file, words } = torture
      await open(again.page, later, torture)
      if (words === null) continue
      await later.press('Control+Home', 'F8')
      await expect.poll(async () => (await look(again.page, 'pledge')).words.replaceAll('\n', '')).toBe(words.replaceAll('\n', ''))
      // A long article is scrolled to the span from elsewhere: there it counts that the boxes are of the same sizes.
      const { boxes } = await look(again.page, 'pledge')
      if (torture.content.length < 10_000) expect(boxes).toEqual(seen.get(file)?.boxes)
      else expect(boxes.length).toBe(seen.get(file)?.boxes.length)
    }
  })
  await again.close()
})
