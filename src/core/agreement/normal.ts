/**
 * Probability that a standard normal variable is at least |z| away from 0. The continued fraction and the series of the
 * error function (Abramowitz & Stegun 7.1.5 and 7.1.14), good to about 1e-14.
 */
export function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  if (x < 2.5) {
    let term = x
    let sum = x
    for (let n = 1; Math.abs(term) > 1e-17; n += 1) {
      term *= (-x * x) / n
      sum += term / (2 * n + 1)
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * sum
  }
  let fraction = 0
  for (let n = 60; n >= 1; n -= 1) fraction = n / 2 / (x + fraction)
  return Math.exp(-x * x) / ((x + fraction) * Math.sqrt(Math.PI))
}
