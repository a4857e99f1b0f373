import { expect, test } from './harness.ts'
import { chinese, hebrew, longText, mixed } from './texts.ts'

test('another text takes the place of the first, with nothing left over', async ({ surface }) => {
  const first = longText(300)
  await surface.show({ text: first, spans: [{ id: 'a', label: 'pledge', start: 0, end: 12 }] })
  await surface.page.evaluate(() => window.harness.handle.current.scrollTo(20_000))
  await surface.show({ text: mixed, spans: [{ id: 'b', label: 'actor', start: 5, end: 15 }] })
  await expect(surface.page.locator('.reading-text')).toHaveCount(1)
  expect(await surface.page.locator('.reading-text p').count()).toBe(mixed.split('\n').length)
  const registered = await surface.page.evaluate(() =>
    [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map(String)),
  )
  expect(registered).toEqual([mixed.slice(5, 15)])
  expect(await surface.page.locator('.reading-surface').evaluate((element) => element.scrollTop)).toBe(0)
})

test('every offset between characters has its place on the page, and every place its offset', async ({ surface }) => {
  // Three frames for each of some 150 places.
  test.slow()
  const text = mixed.replace(chinese.repeat(6), chinese)
  await surface.show({ text })
  await surface.focus()
  const wrong = await surface.page.evaluate(async (given) => {
    const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done))
    const selection = document.getSelection()
    // The page's own account: its text nodes in order, and a line feed after each paragraph.
    const places: { node: Node; inNode: number; offset: number }[] = []
    let start = 0
    for (const paragraph of document.querySelectorAll('.reading-text p')) {
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
      const first = start
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.nodeValue?.length ?? 0
        for (let inNode = 0; inNode <= length; inNode += 1) places.push({ node, inNode, offset: start + inNode })
        start += length
      }
      if (start === first) places.push({ node: paragraph, inNode: 0, offset: start })
      start += 1
    }
    const boundaries = new Set([...new Intl.Segmenter().segment(given)].map((segment) => segment.index)).add(given.length)
    const missed: unknown[] = []
    if (start - 1 !== given.length) missed.push(['the page holds', start - 1, 'of', given.length])
    for (const { node, inNode, offset } of places.filter((place) => boundaries.has(place.offset))) {
      selection?.setBaseAndExtent(node, inNode, node, inNode)
      await frame()
      if (window.harness.log.selection.focus !== offset) missed.push(['read', offset, window.harness.log.selection.focus])
      // Away and back again, now from the offset.
      window.harness.select({ anchor: 0, focus: offset === 0 ? 1 : 0 })
      await frame()
      window.harness.select({ anchor: offset, focus: offset })
      await frame()
      if (selection?.focusNode !== node || selection.focusOffset !== inNode) missed.push(['shown', offset])
    }
    return missed
  }, text)
  expect(wrong).toEqual([])
})

test('a selection made by the app is shown, and the caret stands in it', async ({ surface }) => {
  await surface.show({ text: mixed })
  await surface.focus()
  const { start, end } = surface.find(hebrew)
  await surface.page.evaluate(([anchor, focus]) => window.harness.select({ anchor, focus }), [start, end] as const)
  await surface.settle()
  expect(await surface.page.evaluate(() => String(document.getSelection()))).toBe(hebrew)
  await expect(surface.page.locator('.reading-caret')).toBeHidden()
  await surface.page.evaluate((at) => window.harness.select({ anchor: at, focus: at }), start)
  const caret = surface.page.locator('.reading-caret')
  await expect(caret).toBeVisible()
  const box = await caret.boundingBox()
  const [first] = await surface.rects(start, start + 1)
  // Right-to-left: the text begins at its right.
  expect(box && first && Math.abs(box.x + 1 - first.right)).toBeLessThan(1.5)
  expect(box && first && Math.abs(box.y - first.top)).toBeLessThan(1.5)
})

test('the page cannot be changed by typing, pasting or dropping', async ({ surface, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await surface.show({ text: mixed })
  await surface.focus()
  const content = (): Promise<string | null> => surface.page.locator('.reading-text').textContent()
  const before = await content()
  await surface.page.evaluate(() => navigator.clipboard.writeText('intruder'))
  await surface.press('x', 'Enter', 'Backspace', 'Delete', 'Control+v', 'Control+x', 'Control+b')
  await surface.page.keyboard.insertText('intruder')
  expect(await content()).toBe(before)
  expect(await surface.page.locator('[contenteditable=true]').count()).toBe(0)
})

test('found matches are painted, the current one apart', async ({ surface }) => {
  await surface.show({ text: longText(4) })
  const found = [surface.find('Tuesday'), surface.find('Tuesday', 1), surface.find('Tuesday', 2)]
  const painted = (name: string): Promise<number> =>
    surface.page.evaluate((of) => [...(CSS.highlights.get(of) ?? [])].length, name)
  await surface.show({ found, foundCurrent: 1 })
  expect([await painted('concord-found'), await painted('concord-found-current')]).toEqual([2, 1])
  await surface.show({ found: [], foundCurrent: -1 })
  expect([await painted('concord-found'), await painted('concord-found-current')]).toEqual([0, 0])
})

test('the caret blinks, and does not with reduced motion', async ({ surface }) => {
  const { page } = surface
  await page.clock.install()
  await surface.show({ text: mixed })
  await surface.focus()
  const caret = page.locator('.reading-caret')
  await expect(caret).toHaveCSS('opacity', '1')
  await page.clock.runFor(600)
  await expect(caret).toHaveCSS('opacity', '0')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.clock.resume()
  await surface.press('ArrowRight')
  await expect(caret).toHaveCSS('opacity', '1')
  await page.clock.fastForward(600)
  await expect(caret).toHaveCSS('opacity', '1')
})
