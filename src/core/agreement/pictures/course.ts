import { textWidth, type Picture, type Shape } from './picture.ts'
import type { Bar } from './bars.ts'

const [HEIGHT, TOP, LEFT] = [150, 20, 40]

/** Values one after the other as dots on a line, each with its number; a gap where there is none. The scale is from 0 to 1. */
export function course(title: string, points: readonly Bar[], heading: readonly [string, string]): Picture {
  const step = Math.max(56, ...points.map(({ name }) => textWidth(name) + 12))
  const width = LEFT + points.length * step + 8
  const yOf = (value: number): number => TOP + HEIGHT * (1 - Math.max(0, Math.min(1, value)))
  const shapes: Shape[] = []
  for (const mark of [0, 0.5, 1]) {
    shapes.push({ kind: 'line', points: [[LEFT, yOf(mark)], [width, yOf(mark)]], strong: false })
    shapes.push({ kind: 'text', x: LEFT - 8, y: yOf(mark) + 4, text: String(mark), anchor: 'end', on: 'page', faint: true })
  }
  let run: [number, number][] = []
  const end = (): void => {
    if (run.length > 1) shapes.push({ kind: 'line', points: run, strong: true })
    run = []
  }
  for (const [index, { name, value, text }] of points.entries()) {
    const x = LEFT + index * step + step / 2
    shapes.push({ kind: 'text', x, y: TOP + HEIGHT + 18, text: name, anchor: 'middle', on: 'page', faint: true })
    if (value === null) {
      end()
      continue
    }
    run.push([x, yOf(value)])
    shapes.push({ kind: 'dot', x, y: yOf(value), title: `${name}: ${text}` })
    shapes.push({ kind: 'text', x, y: yOf(value) - 8, text, anchor: 'middle', on: 'page' })
  }
  end()
  return { title, width, height: TOP + HEIGHT + 28, shapes, table: [[...heading], ...points.map(({ name, text }) => [name, text])] }
}
