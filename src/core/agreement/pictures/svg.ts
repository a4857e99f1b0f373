import type { Picture, Shape, Tone } from './picture.ts'

const GROUND: Readonly<Record<Tone, string>> = { 0: '#f3efe6', 1: '#dfe7ee', 2: '#b7cbdc', 3: '#7fa3c1', 4: '#2f5f8a' }
const INK = '#22252a'
const FAINT = '#5c6066'

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
}

/** A picture as a file of its own, or as a part of a page: light, for paper. */
export function toSvg({ title, width, height, shapes }: Picture): string {
  const hatch = `<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#fff"/><rect width="2" height="5" fill="${FAINT}"/></pattern></defs>`
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" role="img" font-family="Inter, Helvetica, Arial, sans-serif" font-size="12">`
  return `${head}<title>${escaped(title)}</title>${hatch}${shapes.map(draw).join('')}</svg>\n`
}

function draw(shape: Shape): string {
  switch (shape.kind) {
    case 'area': {
      const fill = shape.tone === 'hatched' ? 'url(#hatch)' : GROUND[shape.tone]
      const title = shape.title === undefined ? '' : `<title>${escaped(shape.title)}</title>`
      return `<rect x="${round(shape.x)}" y="${round(shape.y)}" width="${round(shape.width)}" height="${round(shape.height)}" fill="${fill}" stroke="${FAINT}" stroke-width="0.5">${title}</rect>`
    }
    case 'text': {
      const fill = shape.on === 4 ? '#ffffff' : shape.faint ? FAINT : INK
      return `<text x="${round(shape.x)}" y="${round(shape.y)}" text-anchor="${shape.anchor}" fill="${fill}">${escaped(shape.text)}</text>`
    }
    case 'line': {
      const points = shape.points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')
      return `<polyline points="${points}" fill="none" stroke="${shape.strong ? '#2f5f8a' : '#c9c4b8'}" stroke-width="${shape.strong ? 2 : 1}"/>`
    }
    case 'dot':
      return `<circle cx="${round(shape.x)}" cy="${round(shape.y)}" r="4" fill="#2f5f8a"/>`
  }
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10)
}
