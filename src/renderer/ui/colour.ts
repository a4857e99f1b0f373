/** Colour arithmetic for the test over the tokens: contrast, colour-blindness and perceived difference. Channels are linear, 0–1. */
export type Colour = readonly [number, number, number]

type Matrix = readonly [Colour, Colour, Colour]

export type Vision = 'normal' | 'protanopia' | 'deuteranopia' | 'tritanopia'

/** Machado, Oliveira and Fernandes 2009, “A physiologically-based model for simulation of color vision deficiency”, severity 1. */
const SEEN_AS: Record<Vision, Matrix> = {
  normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}

export const visions = Object.keys(SEEN_AS) as Vision[]

/** `#rrggbb` to linear light. */
export function parseHex(hex: string): Colour {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

/** WCAG 2 contrast ratio, 1–21. */
export function contrast(a: Colour, b: Colour): number {
  const luminance = ([red, green, blue]: Colour) => 0.2126 * red + 0.7152 * green + 0.0722 * blue
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

export function seenAs(colour: Colour, vision: Vision): Colour {
  return times(SEEN_AS[vision], colour).map((value) => Math.min(1, Math.max(0, value))) as unknown as Colour
}

/** Euclidean distance in OKLab (Ottosson 2020); about 0.02 is just noticeable side by side. */
export function difference(a: Colour, b: Colour): number {
  const left = oklab(a)
  const right = oklab(b)
  return Math.hypot(left[0] - right[0], left[1] - right[1], left[2] - right[2])
}

function oklab(colour: Colour): Colour {
  const cones = times(
    [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]],
    colour,
  ).map(Math.cbrt) as unknown as Colour
  return times(
    [[0.2104542553, 0.793617785, -0.0040720468], [1.9779984951, -2.428592205, 0.4505937099], [0.0259040371, 0.7827717662, -0.808675766]],
    cones,
  )
}

function times(matrix: Matrix, [x, y, z]: Colour): Colour {
  const row = (r: Colour) => r[0] * x + r[1] * y + r[2] * z
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])]
}
