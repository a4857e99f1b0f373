import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Bytes of a pixel in what this writes: red, green, blue. */
const PIXEL = 3

/** So many colours stay exactly as they are: grounds, shadows, inks. The others are the edges of letters. */
const EXACT = 200
/** How far the edge of a letter may move towards one of those, as the sum of the three squares. */
const NEAR = 1000

/**
 * The same picture in fewer bytes: a screenshot is compressed in haste and carries an alpha channel that says nothing,
 * and the edges of letters have thousands of colours that no eye tells apart. Takes what browsers write: 8 bits, RGB or
 * RGBA, opaque, not interlaced.
 */
export function shrinkPng(png: Uint8Array): Buffer {
  const { width, height, channels, data } = decode(Buffer.from(png))
  const pixels = withFewerColours(opaque(unfilter(data, width, height, channels), channels))
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const candidates = [0, 1, 2].map((filter) => deflateSync(filtered(pixels, width, height, filter), { level: 9, memLevel: 9 }))
  const smallest = candidates.reduce((a, b) => (b.length < a.length ? b : a))
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', smallest), chunk('IEND', Buffer.alloc(0))])
}

function opaque(pixels: Buffer, channels: number): Buffer {
  if (channels === PIXEL) return pixels
  const out = Buffer.alloc((pixels.length / channels) * PIXEL)
  for (let from = 0, to = 0; from < pixels.length; from += channels, to += PIXEL) pixels.copy(out, to, from, from + PIXEL)
  return out
}

function withFewerColours(pixels: Buffer): Buffer {
  const counts = new Map<number, number>()
  for (let at = 0; at < pixels.length; at += PIXEL) {
    const colour = pixels.readUIntBE(at, PIXEL)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const byCount = [...counts].toSorted(([a, x], [b, y]) => y - x || a - b).map(([colour]) => colour)
  const kept = byCount.slice(0, EXACT)
  const places = new Map(byCount.map((colour, rank) => [colour, rank < EXACT ? colour : nearest(kept, colour)]))
  const out = Buffer.alloc(pixels.length)
  for (let at = 0; at < pixels.length; at += PIXEL) {
    const colour = pixels.readUIntBE(at, PIXEL)
    out.writeUIntBE(places.get(colour) ?? colour, at, PIXEL)
  }
  return out
}

/** The nearest of the colours, or the colour itself where none is near. */
function nearest(colours: readonly number[], colour: number): number {
  let best = colour
  let least = NEAR
  for (const other of colours) {
    const red = (colour >> 16) - (other >> 16)
    const green = ((colour >> 8) & 255) - ((other >> 8) & 255)
    const blue = (colour & 255) - (other & 255)
    const far = red * red + green * green + blue * blue
    if (far < least) [best, least] = [other, far]
  }
  return best
}

/** Every row with one of the first three filters of the PNG specification: none, left, up. */
function filtered(pixels: Buffer, width: number, height: number, filter: number): Buffer {
  const stride = width * PIXEL
  const out = Buffer.alloc((stride + 1) * height)
  for (let y = 0; y < height; y += 1) {
    out[y * (stride + 1)] = filter
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x
      const left = x >= PIXEL ? (pixels[at - PIXEL] ?? 0) : 0
      const up = y > 0 ? (pixels[at - stride] ?? 0) : 0
      out[y * (stride + 1) + 1 + x] = (pixels[at] ?? 0) - ([0, left, up][filter] ?? 0)
    }
  }
  return out
}

function decode(png: Buffer): { width: number; height: number; channels: number; data: Buffer } {
  let [width, height, channels] = [0, 0, 0]
  const parts: Buffer[] = []
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    const body = png.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR') {
      ;[width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)]
      channels = body[9] === 6 ? 4 : 3
      if (body[8] !== 8 || (body[9] !== 6 && body[9] !== 2) || body[12] !== 0) throw new Error('not a screenshot’s PNG')
    } else if (type === 'IDAT') parts.push(body)
    at += length + 12
  }
  return { width, height, channels, data: inflateSync(Buffer.concat(parts)) }
}

/** The five filters of the PNG specification, taken back. */
function unfilter(data: Buffer, width: number, height: number, channels: number): Buffer {
  const stride = width * channels
  const out = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x += 1) {
      const to = y * stride + x
      const left = x >= channels ? (out[to - channels] ?? 0) : 0
      const up = y > 0 ? (out[to - stride] ?? 0) : 0
      const corner = x >= channels && y > 0 ? (out[to - stride - channels] ?? 0) : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
      out[to] = (data[y * (stride + 1) + 1 + x] ?? 0) + guess
    }
  }
  return out
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const out = Buffer.alloc(named.length + 8)
  out.writeUInt32BE(body.length, 0)
  named.copy(out, 4)
  out.writeUInt32BE(crc32(named), named.length + 4)
  return out
}
