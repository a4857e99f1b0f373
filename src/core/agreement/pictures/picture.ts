/** How dark an area is, 0 to 4; or hatched, for the second of two series. */
export type Tone = 0 | 1 | 2 | 3 | 4

/** A shape of a picture, in pixels. Screens draw it in their own colours, files in those of `toSvg`. */
export type Shape =
  | { readonly kind: 'area'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly tone: Tone | 'hatched'; readonly cell?: string | undefined; readonly title?: string | undefined }
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly text: string; readonly anchor: 'start' | 'middle' | 'end'; readonly on: Tone | 'page'; readonly faint?: boolean | undefined }
  | { readonly kind: 'line'; readonly points: readonly (readonly [number, number])[]; readonly strong: boolean }
  | { readonly kind: 'dot'; readonly x: number; readonly y: number; readonly title?: string | undefined }

/** A picture with the words that stand for it where it cannot be seen, and the table behind it. */
export interface Picture {
  readonly title: string
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
  readonly table: readonly (readonly string[])[]
}

const CHARACTER = 7

/** Roughly how wide a text of the picture is. */
export function textWidth(text: string): number {
  return [...text].length * CHARACTER
}

/** With an ellipsis where there is no room. */
export function fitting(text: string, width: number): string {
  const room = Math.max(1, Math.floor(width / CHARACTER))
  const characters = [...text]
  return characters.length <= room ? text : `${characters.slice(0, room - 1).join('')}…`
}

/** Agreement in five steps. */
export function toneOf(share: number): Tone {
  if (share < 0.2) return 0
  if (share < 0.4) return 1
  if (share < 0.6) return 2
  return share < 0.8 ? 3 : 4
}
