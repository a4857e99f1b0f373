import { normal, weightedIndex, below, type Random } from '../random.ts'
import { inUnitOrder, type GammaContinuum, type GammaUnit } from './dissimilarity.ts'

/** Makes continua as they could be by chance. */
export type Sampler = (random: Random) => GammaContinuum

/**
 * The paper's way: each annotator of the sample is one of the real ones, drawn at random, with all units moved on by a random
 * distance and round the end of the continuum. Distances keep half the mean length of a unit apart as long as there is room,
 * as the authors' program does it; they are whole numbers.
 */
export function shuffling(continuum: GammaContinuum): Sampler {
  const units = continuum.flat()
  const begin = Math.min(...units.map(({ start }) => start))
  const span = Math.max(...units.map(({ end }) => end)) - begin
  const apart = units.reduce((sum, { start, end }) => sum + end - start, 0) / units.length / 2
  return (random) => {
    let free: Range[] = [[0, span]]
    return continuum.map(() => {
      const shift = Math.floor(drawFrom(random, free.length > 0 ? free : [[0, span]]))
      free = without(free, shift - apart, shift + apart)
      const own = continuum[below(random, continuum.length)] ?? []
      return inUnitOrder(own.map(({ start, end, category }) => {
        const back = start + shift > begin + span ? span : 0
        return { start: start + shift - back, end: end + shift - back, category }
      }))
    })
  }
}

type Range = readonly [number, number]

function drawFrom(random: Random, ranges: readonly Range[]): number {
  const [low, high] = ranges[weightedIndex(random, ranges.map(([from, to]) => to - from))] ?? [0, 0]
  return low + random() * (high - low)
}

function without(ranges: readonly Range[], low: number, high: number): Range[] {
  return ranges.flatMap(([from, to]): Range[] => [[from, Math.min(to, low)], [Math.max(from, high), to]]).filter(([from, to]) => to > from)
}

/**
 * pygamma's way: for each annotator a number of units, gaps and lengths drawn from normal distributions with the means and standard
 * deviations of the real ones, and categories as often as they really are.
 */
export function statistical(continuum: GammaContinuum): Sampler {
  const units = continuum.flat()
  const numbers = moments(continuum.map(({ length }) => length))
  const lengths = moments(units.map(({ start, end }) => end - start))
  const gaps = moments(continuum.flatMap(gapsOf))
  const categories = [...new Set(units.map(({ category }) => category))].toSorted()
  const often = categories.map((name) => units.filter(({ category }) => category === name).length)
  return (random) =>
    continuum.map(() => {
      const number = Math.max(1, Math.trunc(normal(random, ...numbers)))
      const own: GammaUnit[] = []
      let at = 0
      for (let index = 0; index < number; index += 1) {
        const start = at + normal(random, ...gaps)
        let length = 0
        while (length <= 0) length = Math.abs(normal(random, ...lengths))
        at = start + length
        own.push({ start, end: at, category: categories[weightedIndex(random, often)] ?? '' })
      }
      return inUnitOrder(own)
    })
}

function gapsOf(units: readonly GammaUnit[]): number[] {
  return units.flatMap(({ start }, index) => (index > 0 ? [start - (units[index - 1]?.end ?? 0)] : start > 0 ? [start] : []))
}

/** Mean and standard deviation of a population; nothing has 0 and 0. */
function moments(values: readonly number[]): [number, number] {
  if (values.length === 0) return [0, 0]
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return [mean, Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)]
}
