import { fitting, textWidth, toneOf, type Picture, type Shape } from './picture.ts'

/** The least width of a bar; a count that is wider, as over the tallest bars, makes them all wider. */
const LEAST_BAR = 22
const GAP = 8
const ROW = 24

/** Groups of two bars, the second hatched, with the count over each. */
export function histogram(title: string, groups: readonly string[], series: readonly { readonly name: string; readonly counts: readonly number[] }[]): Picture {
  const most = Math.max(1, ...series.flatMap(({ counts }) => counts))
  const [height, top] = [140, 44]
  const bar = Math.max(LEAST_BAR, textWidth(String(most)) + 6)
  const wide = Math.max(series.length * bar, ...groups.map(textWidth)) + 2 * GAP
  const shapes: Shape[] = []
  let x = GAP
  for (const [index, { name }] of series.entries()) {
    shapes.push({ kind: 'area', x, y: 6, width: 12, height: 12, tone: index === 0 ? 3 : 'hatched' })
    shapes.push({ kind: 'text', x: x + 18, y: 16, text: name, anchor: 'start', on: 'page' })
    x += 18 + textWidth(name) + 2 * GAP
  }
  for (const [group, name] of groups.entries()) {
    const middle = GAP + group * wide + wide / 2
    for (const [index, { counts }] of series.entries()) {
      const many = counts[group] ?? 0
      const tall = (many / most) * height
      const left = middle - (series.length * bar) / 2 + index * bar
      shapes.push({ kind: 'area', x: left + 1, y: top + height - tall, width: bar - 2, height: tall, tone: index === 0 ? 3 : 'hatched' })
      shapes.push({ kind: 'text', x: left + bar / 2, y: top + height - tall - 4, text: String(many), anchor: 'middle', on: 'page', faint: many === 0 })
    }
    shapes.push({ kind: 'text', x: middle, y: top + height + 16, text: name, anchor: 'middle', on: 'page' })
  }
  const width = 2 * GAP + groups.length * wide
  shapes.push({ kind: 'line', points: [[GAP, top + height], [width - GAP, top + height]], strong: false })
  return { title, width, height: top + height + 24, shapes, table: [['', ...series.map(({ name }) => name)], ...groups.map((name, group) => [name, ...series.map(({ counts }) => String(counts[group] ?? 0))])] }
}

export interface Bar {
  readonly name: string
  /** 0 to 1, or null where it is not defined. */
  readonly value: number | null
  readonly text: string
}

/** One bar under the other, longest names cut; `cell` of an area is its index. */
export function barList(title: string, bars: readonly Bar[], heading: readonly [string, string]): Picture {
  const left = Math.min(260, Math.max(60, ...bars.map(({ name }) => textWidth(name)))) + GAP
  const long = 260
  const shapes = bars.flatMap(({ name, value, text }, index): Shape[] => {
    const y = index * ROW
    const size = Math.max(0, Math.min(1, value ?? 0)) * long
    return [
      { kind: 'text', x: left - GAP, y: y + 16, text: fitting(name, left - GAP), anchor: 'end', on: 'page' },
      { kind: 'area', x: left, y: y + 4, width: Math.max(1, size), height: ROW - 8, tone: toneOf(value ?? 0), cell: String(index), title: `${name}: ${text}` },
      { kind: 'text', x: left + size + GAP, y: y + 16, text, anchor: 'start', on: 'page', faint: value === null },
    ]
  })
  return { title, width: left + long + 90, height: bars.length * ROW + 4, shapes, table: [[...heading], ...bars.map(({ name, text }) => [name, text])] }
}
