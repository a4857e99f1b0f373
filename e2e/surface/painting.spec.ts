import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Span, type SurfacePage } from './harness.ts'
import { arabic, chinese, family, longText, mixed } from './texts.ts'

function spanOver(surface: SurfacePage, words: string, label: string, id = words): Span {
  return { id, label, ...surface.find(words) }
}

/** Text of every range in the registry, by highlight name. */
async function painted(surface: SurfacePage): Promise<Record<string, string[]>> {
  return surface.page.evaluate(() => {
    const found: Record<string, string[]> = {}
    for (const [name, highlight] of CSS.highlights) {
      const texts = [...highlight].map((range) => {
        const live = document.createRange()
        live.setStart(range.startContainer, range.startOffset)
        live.setEnd(range.endContainer, range.endOffset)
        return live.toString()
      })
      if (texts.length > 0) found[name] = texts
    }
    return found
  })
}

test('each overlap has a lane of its own, and ranges cover exactly the spans', async ({ surface }) => {
  await surface.show({ text: mixed })
  const hello = `Hello ${family} and`
  await surface.show({
    spans: [
      spanOver(surface, hello, 'pledge'),
      spanOver(surface, family, 'pledge'),
      spanOver(surface, family, 'actor', 'same place'),
      spanOver(surface, arabic, 'agreement'),
      spanOver(surface, 'tab\there', 'unheard-of'),
    ],
    header: { start: 0, end: 24 },
  })
  expect(await painted(surface)).toEqual({
    'concord-header': [mixed.slice(0, 24)],
    'concord-blue-solid-0': [hello],
    'concord-blue-solid-1': [family],
    'concord-rose-dotted-2': [family],
    'concord-orange-solid-0': [arabic],
    'concord-slate-solid-0': ['tab\there'],
  })
})

test('a span is painted where its text stands', async ({ surface }) => {
  await surface.show({ text: mixed })
  for (const words of [family, arabic, chinese, 'caf', 'no\u00a0break']) {
    const span = spanOver(surface, words, 'pledge')
    await surface.show({ spans: [span] })
    const boxes = await surface.rects(span.start, span.end)
    const ranges = await surface.page.evaluate(() => {
      const range = [...(CSS.highlights.get('concord-blue-solid-0') ?? [])][0]
      if (!(range instanceof Range)) return []
      return [...range.getClientRects()].map(({ left, right, top, bottom }) => ({ left, right, top, bottom }))
    })
    expect(ranges).toEqual(boxes)
    expect(boxes.length).toBeGreaterThan(0)
  }
})

test('nothing in the text moves or changes when spans come and go', async ({ surface }) => {
  await surface.show({ text: longText(60) })
  await expect(surface.page.locator('.reading-text')).toContainText('Paragraph 59.')
  const before = await surface.rects(0, 900)
  await surface.page.evaluate(() => {
    const root = document.querySelector('.reading-text')
    const observer = new MutationObserver((records) => {
      document.body.dataset['mutations'] = String(records.length)
    })
    if (root) observer.observe(root, { childList: true, characterData: true, subtree: true })
  })
  await surface.show({ spans: [{ id: 'a', label: 'pledge', start: 10, end: 600 }], selected: ['a'] })
  await surface.add({ id: 'b', label: 'actor', start: 20, end: 40 })
  expect(await surface.rects(0, 900)).toEqual(before)
  expect(await surface.page.evaluate(() => document.body.dataset['mutations'])).toBeUndefined()
})

test('adding a span leaves the paint of other sections alone', async ({ surface }) => {
  await surface.page.setViewportSize({ width: 1000, height: 1600 })
  await surface.show({ text: longText(120) })
  const early = spanOver(surface, 'Paragraph 1.', 'pledge')
  const late = spanOver(surface, 'Paragraph 14.', 'pledge')
  await surface.show({ spans: [early, late] })
  await surface.page.evaluate(() => {
    for (const range of CSS.highlights.get('concord-blue-solid-0') ?? []) Object.assign(range, { seen: true })
  })
  await surface.add(spanOver(surface, 'Paragraph 0.', 'pledge'))
  const kept = await surface.page.evaluate(() =>
    [...(CSS.highlights.get('concord-blue-solid-0') ?? [])].map((range) => [String(range), 'seen' in range]),
  )
  expect(kept).toContainEqual(['Paragraph 14.', true])
  expect(kept).toContainEqual(['Paragraph 0.', false])
})

test('only what is near the window is painted, wherever one scrolls', async ({ surface }) => {
  const text = longText(1200)
  const spans = Array.from({ length: 1200 }, (_, index) => {
    const start = text.indexOf(`Paragraph ${index}.`)
    return { id: String(index), label: 'pledge', start, end: start + 12 }
  })
  await surface.show({ text, spans })
  await expect.poll(async () => (await painted(surface))['concord-blue-solid-0']?.length ?? 0).toBeLessThan(120)
  const target = surface.find('Paragraph 900.').start
  await surface.page.evaluate((offset) => window.harness.handle.current.scrollTo(offset), target)
  await surface.settle()
  await expect.poll(async () => (await painted(surface))['concord-blue-solid-0']).toContain('Paragraph 90')
  const [box] = await surface.rects(target, target + 5)
  expect(box && box.top > 100 && box.top < 400).toBe(true)
  await expect.poll(() => surface.page.evaluate(() => window.harness.log.visible)).toBeGreaterThan(target - 3000)
})

test('a click means the innermost span first; hovering tells what lies there', async ({ surface }) => {
  await surface.show({ text: longText(3) })
  const outer = spanOver(surface, 'government will deliver forty new ambulances', 'pledge', 'outer')
  const inner = spanOver(surface, 'forty new', 'actor', 'inner')
  await surface.show({ spans: [outer, inner] })
  const forty = await surface.middleOf('forty')
  await surface.page.mouse.click(forty.x, forty.y)
  const government = await surface.middleOf('government')
  await surface.page.mouse.click(government.x, government.y)
  const minister = await surface.middleOf('minister')
  await surface.page.mouse.click(minister.x, minister.y)
  expect(await surface.clicks()).toEqual([['inner', 'outer'], ['outer']])
  await surface.page.mouse.move(forty.x, forty.y)
  await expect.poll(() => surface.page.evaluate(() => window.harness.log.hover?.ids)).toEqual(['inner', 'outer'])
  await surface.page.mouse.move(minister.x, minister.y)
  await expect.poll(() => surface.page.evaluate(() => window.harness.log.hover)).toBeNull()
})

test('labels in the margin stand beside their lines, never touch, and can be clicked', async ({ surface }) => {
  await surface.show({ text: longText(20) })
  const spans = [
    spanOver(surface, 'The minister', 'pledge', 'a'),
    spanOver(surface, 'minister said', 'actor', 'b'),
    spanOver(surface, 'said on', 'topic', 'c'),
    spanOver(surface, 'Paragraph 3.', 'agreement', 'd'),
  ]
  await surface.show({ spans, incomplete: ['b'] })
  const label = (id: string) => surface.page.locator(`[data-annotation=${id}]`)
  await expect(label('d')).toBeVisible()
  await expect(label('b')).toHaveText(/Actor\s*incomplete/)
  const boxes = await Promise.all(['a', 'b', 'c', 'd'].map((id) => label(id).boundingBox()))
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      if (!one || !other) throw new Error('a label is not on the screen')
      const isApart = Math.abs(one.y - other.y) >= one.height || one.x + one.width <= other.x || other.x + other.width <= one.x
      expect(isApart).toBe(true)
    }
  }
  const line = await surface.middleOf('Paragraph 3.')
  const own = boxes[3]
  expect(own && Math.abs(own.y + own.height / 2 - line.y)).toBeLessThan(2)
  await label('c').click()
  expect(await surface.clicks()).toEqual([['c']])
})

test('a line of a megabyte can be walked through, selected and painted', async ({ surface }) => {
  await surface.show({ text: 'lorem ipsum dolor sit amet '.repeat(38_000) })
  await surface.focus()
  await surface.press('Control+End')
  expect((await surface.selection()).focus).toBe(surface.text.length)
  const start = surface.text.length - 60
  await surface.show({ spans: [{ id: 'a', label: 'pledge', start, end: start + 20 }] })
  const [box] = await surface.rects(start, start + 20)
  expect(box && box.top > 0 && box.top < 700).toBe(true)
  await surface.press('ArrowUp', 'Shift+End')
  expect((await surface.selectedText()).length).toBeLessThan(100)
  expect(await painted(surface)).toEqual({ 'concord-blue-solid-0': [surface.text.slice(start, start + 20)] })
})

test('an empty text is a place to stand, too', async ({ surface }) => {
  await surface.show({ text: '' })
  await surface.focus()
  await surface.press('ArrowDown', 'End', 'Control+a')
  expect(await surface.selection()).toEqual({ anchor: 0, focus: 0 })
})

test('axe finds nothing, light or dark', async ({ surface }) => {
  await surface.show({ text: mixed })
  const spans = [
    spanOver(surface, 'Hello', 'pledge', 'a'),
    spanOver(surface, 'end.', 'actor', 'b'),
    spanOver(surface, arabic, 'agreement', 'c'),
  ]
  await surface.show({ spans, incomplete: ['b'], selected: ['c'] })
  for (const colorScheme of ['light', 'dark'] as const) {
    await surface.page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page: surface.page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
    expect(violations.map((violation) => [violation.id, violation.nodes.map((node) => node.html)])).toEqual([])
  }
})
