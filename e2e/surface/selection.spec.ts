import { expect, test } from './harness.ts'
import { accented, arabic, chinese, family, flag, hebrew, longText, mixed } from './texts.ts'

test.describe('by keyboard', () => {
  test('steps over whole characters, and selects them with Shift', async ({ surface }) => {
    await surface.show({ text: mixed })
    await surface.focus()
    await surface.press('ArrowDown', 'ArrowDown', 'Home')
    for (const char of ['H', 'e', 'l', 'l', 'o', ' ', family, ' ']) {
      const { focus } = await surface.selection()
      await surface.press('ArrowRight')
      expect((await surface.selection()).focus - focus).toBe(char.length)
    }
    const accent = surface.find(accented)
    await surface.press('End')
    expect((await surface.selection()).focus).toBe(surface.find(' end.').end)
    for (let step = 0; step < ' end.'.length; step += 1) await surface.press('ArrowLeft')
    await surface.press('Shift+ArrowLeft')
    expect(await surface.selection()).toEqual({ anchor: accent.end, focus: accent.start })
    await surface.press('ArrowLeft')
    expect(await surface.selection()).toEqual({ anchor: accent.start, focus: accent.start })
  })

  test('goes the way the arrow points in a right-to-left paragraph', async ({ surface }) => {
    await surface.show({ text: mixed })
    await surface.focus()
    await surface.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Home')
    const { start } = surface.find(arabic)
    expect((await surface.selection()).focus).toBe(start)
    await surface.press('ArrowLeft', 'ArrowLeft')
    expect((await surface.selection()).focus).toBe(start + 2)
    await surface.press('ArrowRight')
    expect((await surface.selection()).focus).toBe(start + 1)
    await surface.press('Control+Shift+ArrowLeft')
    expect(await surface.selectedText()).toBe(arabic.slice(1, arabic.indexOf(' ')))
  })

  test('goes through every line, down and up, and holds its column', async ({ surface }) => {
    await surface.show({ text: mixed })
    await surface.focus()
    const seen: number[] = []
    for (let step = 0; step < 30; step += 1) {
      await surface.press('ArrowDown')
      const { focus } = await surface.selection()
      if (focus === mixed.length) break
      expect(focus).toBeGreaterThan(seen.at(-1) ?? -1)
      seen.push(focus)
    }
    const lines = mixed.split('\n')
    // One stop for each line of the text and more for those that wrap.
    expect(seen.length).toBeGreaterThanOrEqual(lines.length)
    await surface.press('ArrowUp')
    expect((await surface.selection()).focus).toBeLessThan(mixed.length)
  })

  test('selects to the very end and the very start', async ({ surface }) => {
    await surface.show({ text: longText(400) })
    await surface.focus()
    await surface.press('ArrowDown', 'Control+Shift+End')
    const { anchor, focus } = await surface.selection()
    expect(focus).toBe(surface.text.length)
    // Sections between the ends fill while nothing else is to do; the browser's selection then holds them too.
    const native = () => surface.page.evaluate(() => String(document.getSelection()).replaceAll('\n', '').length)
    await expect.poll(native).toBe(surface.text.slice(anchor).replaceAll('\n', '').length)
    expect(await surface.selection()).toEqual({ anchor, focus })
    await surface.press('Control+Shift+Home')
    expect(await surface.selection()).toEqual({ anchor, focus: 0 })
    await surface.press('Control+a')
    expect(await surface.selection()).toEqual({ anchor: 0, focus: surface.text.length })
  })

  test('moves by word, sentence, paragraph and page', async ({ surface }) => {
    await surface.show({ text: longText(200) })
    await surface.focus()
    await surface.press('Control+ArrowRight', 'Control+Shift+ArrowRight')
    expect(await surface.selectedText()).toBe('0')
    await surface.press('Control+Home', 'Alt+ArrowRight', 'Alt+Shift+ArrowRight')
    expect((await surface.selectedText()).trim()).toBe(surface.text.slice(13, surface.text.indexOf('\n')))
    await surface.press('Control+ArrowDown')
    expect((await surface.selection()).focus).toBe(surface.find('Paragraph 2.').start)
    const before = (await surface.selection()).focus
    await surface.press('PageDown')
    const after = (await surface.selection()).focus
    expect(after).toBeGreaterThan(before + 300)
    await surface.press('PageUp')
    expect((await surface.selection()).focus).toBeLessThan(after)
    for (let page = 0; page < 4; page += 1) await surface.press('PageDown')
    const { focus } = await surface.selection()
    const [box] = await surface.rects(focus, focus + 1)
    expect(box && box.top >= 0 && box.bottom <= 700).toBe(true)
  })

  test('ends of a wrapped line without blanks stay on that line', async ({ surface }) => {
    await surface.show({ text: chinese.repeat(20) })
    await surface.focus()
    await surface.press('ArrowDown', 'End')
    const end = (await surface.selection()).focus
    await surface.press('Home')
    const start = (await surface.selection()).focus
    expect(end - start).toBeGreaterThan(20)
    await surface.press('End', 'ArrowUp', 'End')
    expect((await surface.selection()).focus).toBe(start)
  })
})

test.describe('by mouse', () => {
  test('selects what the pointer was drawn over', async ({ surface }) => {
    await surface.show({ text: mixed })
    for (const words of [`and ${flag} caf`, chinese.slice(2, 9), 'no\u00a0break']) {
      const { start, end } = surface.find(words)
      const boxes = await surface.rects(start, end)
      const first = boxes[0]
      const last = boxes.at(-1)
      if (!first || !last) throw new Error('not on the screen')
      await surface.page.mouse.move(first.left + 0.5, (first.top + first.bottom) / 2)
      await surface.page.mouse.down()
      await surface.page.mouse.move(last.right - 0.5, (last.top + last.bottom) / 2, { steps: 5 })
      await surface.page.mouse.up()
      await surface.settle()
      expect(await surface.selectedText()).toBe(words)
    }
  })

  test('selects in right-to-left text', async ({ surface }) => {
    await surface.show({ text: mixed })
    const word = 'الحكومة'
    const { start, end } = surface.find(word)
    const [box] = await surface.rects(start, end)
    if (!box) throw new Error('not on the screen')
    await surface.page.mouse.move(box.right - 0.5, (box.top + box.bottom) / 2)
    await surface.page.mouse.down()
    await surface.page.mouse.move(box.left + 0.5, (box.top + box.bottom) / 2, { steps: 5 })
    await surface.page.mouse.up()
    expect(await surface.selectedText()).toBe(word)
  })

  test('double click takes a word, triple click a paragraph, Shift and click extends', async ({ surface }) => {
    await surface.show({ text: mixed })
    const last = await surface.middleOf('last')
    await surface.page.mouse.dblclick(last.x, last.y)
    expect(await surface.selectedText()).toBe('last')
    await surface.page.mouse.click(last.x, last.y, { clickCount: 3 })
    expect(await surface.selectedText()).toBe('The last line ends here.')
    const hello = await surface.middleOf('Hello')
    await surface.page.mouse.click(hello.x, hello.y)
    await surface.page.keyboard.down('Shift')
    await surface.page.mouse.click(last.x, last.y)
    await surface.page.keyboard.up('Shift')
    const { anchor, focus } = await surface.selection()
    expect(anchor).toBeGreaterThanOrEqual(surface.find('Hello').start)
    expect(anchor).toBeLessThanOrEqual(surface.find('Hello').end)
    expect(focus).toBeGreaterThanOrEqual(surface.find('last').start)
    expect(focus).toBeLessThanOrEqual(surface.find('last').end)
  })

  test('drags on by words after a double click', async ({ surface }) => {
    await surface.show({ text: mixed })
    const last = await surface.middleOf('last')
    const ends = await surface.middleOf('ends')
    await surface.page.mouse.move(last.x, last.y)
    await surface.page.mouse.down()
    await surface.page.mouse.up()
    await surface.page.mouse.down({ clickCount: 2 })
    await surface.page.mouse.move(ends.x, ends.y, { steps: 4 })
    await surface.page.mouse.up({ clickCount: 2 })
    expect(await surface.selectedText()).toBe('last line ends')
  })

  test('copies exactly the text', async ({ surface, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await surface.show({ text: mixed })
    await surface.focus()
    await surface.press('Control+a', 'Control+c')
    expect(await surface.page.evaluate(() => navigator.clipboard.readText())).toBe(mixed)
  })

  test('goes to the other side of Hebrew with digits inside', async ({ surface }) => {
    await surface.show({ text: mixed })
    const { start, end } = surface.find(hebrew)
    for (const [from, to] of [[start, start + 4], [start + 5, start + 9], [start + 10, end]] as const) {
      const [box] = await surface.rects(from, to)
      if (!box) throw new Error('not on the screen')
      await surface.page.mouse.dblclick((box.left + box.right) / 2, (box.top + box.bottom) / 2)
      expect(await surface.selectedText()).toBe(mixed.slice(from, to))
    }
  })
})

test('a very long selection is whole for the app, although the browser lays out only a part of it', async ({ surface }) => {
  await surface.show({ text: longText(2500) })
  await surface.focus()
  await surface.press('Control+a')
  expect(await surface.selection()).toEqual({ anchor: 0, focus: surface.text.length })
  await surface.settle()
  expect(await surface.selection()).toEqual({ anchor: 0, focus: surface.text.length })
  const shown = await surface.page.evaluate(() => [...(CSS.highlights.get('concord-selection') ?? [])].length)
  expect(shown).toBeGreaterThan(0)
  await surface.press('Shift+ArrowLeft')
  expect(await surface.selection()).toEqual({ anchor: 0, focus: surface.text.length - 1 })
  await surface.press('ArrowLeft')
  expect(await surface.selection()).toEqual({ anchor: 0, focus: 0 })
  expect(await surface.page.evaluate(() => [...(CSS.highlights.get('concord-selection') ?? [])].length)).toBe(0)
})
