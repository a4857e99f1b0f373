import { describe, expect, it } from 'vitest'
import { tintSchema } from '../../core/model/codebook.ts'
import { contrast, difference, parseHex, seenAs, visions } from './colour.ts'
import css from './tokens.css?raw'

const tints = tintSchema.options
const grounds = ['--paper', '--paper-raised', '--paper-side', '--paper-selected']

describe.each([
  ['light', 1],
  ['dark', 2],
] as const)('the %s tokens', (_, group) => {
  const tokens = new Map(
    Array.from(css.matchAll(/(--[\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g), (match) => [
      match[1] ?? '',
      parseHex(match[group + 1] ?? ''),
    ]),
  )
  const token = (name: string) => {
    const colour = tokens.get(name)
    if (!colour) throw new Error(`${name} is not a light-dark() pair of six-digit colours`)
    return colour
  }
  const ratio = (a: string, b: string) => contrast(token(a), token(b))

  it.each(['--ink', '--ink-muted', '--ink-faint', '--accent', '--danger', '--warn', '--ok'])('%s is readable on every ground', (ink) => {
    for (const ground of grounds) expect(ratio(ink, ground), ground).toBeGreaterThanOrEqual(4.5)
  })

  it('the writing on the accent and on marked words is readable', () => {
    expect(ratio('--accent-ink', '--accent')).toBeGreaterThanOrEqual(4.5)
    for (const ground of ['--found', '--found-current']) expect(ratio('--ink', ground), ground).toBeGreaterThanOrEqual(4.5)
    expect(ratio('--accent', '--accent-tint')).toBeGreaterThanOrEqual(4.5)
  })

  it('focus and the edges of fields can be seen', () => {
    for (const ground of grounds.slice(0, 3)) {
      expect(ratio('--focus', ground), ground).toBeGreaterThanOrEqual(3)
      expect(ratio('--hairline-strong', ground), ground).toBeGreaterThanOrEqual(3)
    }
  })

  it.each(tints)('the text on %s, its name and its underline are readable', (tint) => {
    expect(ratio('--ink', `--label-${tint}-tint`)).toBeGreaterThanOrEqual(7)
    expect(ratio(`--label-${tint}`, '--paper')).toBeGreaterThanOrEqual(3)
    for (const ground of [...grounds, `--label-${tint}-tint`]) {
      expect(ratio(`--label-${tint}-ink`, ground), ground).toBeGreaterThanOrEqual(4.5)
    }
  })

  it.each(visions)('labels stay apart for %s vision', (vision) => {
    for (const [index, a] of tints.entries()) {
      for (const b of tints.slice(index + 1)) {
        const apart = (suffix: string) =>
          difference(seenAs(token(`--label-${a}${suffix}`), vision), seenAs(token(`--label-${b}${suffix}`), vision))
        expect(apart(''), `${a} and ${b}`).toBeGreaterThan(0.09)
        expect(apart('-tint'), `tints of ${a} and ${b}`).toBeGreaterThan(0.005)
      }
    }
  })
})
