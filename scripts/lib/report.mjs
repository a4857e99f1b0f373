// Counts of the two test runners' JSON reports.
import { existsSync, readFileSync } from 'node:fs'

const crashed = { passed: 0, failed: 1, note: 'no report: the runner itself failed' }

/** Vitest: a file that could not be loaded counts as one failure, as none of its tests ran. */
export function vitestCounts(file) {
  if (!existsSync(file)) return crashed
  const { numPassedTests, numFailedTests, testResults = [] } = JSON.parse(readFileSync(file, 'utf8'))
  const broken = testResults.filter((one) => one.status === 'failed' && (one.assertionResults ?? []).every((a) => a.status !== 'failed'))
  const skipped = testResults.flatMap((one) => one.assertionResults ?? []).filter((a) => !['passed', 'failed'].includes(a.status))
  const failed = numFailedTests + broken.length + skipped.length
  return { passed: numPassedTests, failed, note: skipped.length > 0 ? `${skipped.length} skipped, counted as failed` : '' }
}

/**
 * Playwright: a test that says why it was skipped counts as skipped, and its reason is told; one that was skipped in silence or
 * interrupted counts as failed.
 */
export function playwrightCounts(file) {
  if (!existsSync(file)) return crashed
  const { stats, errors = [], suites = [] } = JSON.parse(readFileSync(file, 'utf8'))
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats ?? {}
  const reasons = suites.flatMap(reasonsOf)
  const silent = skipped - reasons.length
  const failed = unexpected + flaky + silent + (unexpected + flaky + silent === 0 ? errors.length : 0)
  const note = [...(silent > 0 ? [`${silent} skipped without a reason, counted as failed`] : []), ...reasons].join('; ')
  return { passed: expected, failed, skipped: reasons.length, note }
}

/** Why tests of a suite were skipped; those that do not say are not in it. */
function reasonsOf({ suites = [], specs = [] }) {
  const skipped = specs.flatMap((spec) => spec.tests ?? []).filter((test) => test.status === 'skipped')
  const own = skipped.map((test) => test.annotations?.find(({ type, description }) => type === 'skip' && description)?.description)
  return [...own.filter((reason) => reason !== undefined), ...suites.flatMap(reasonsOf)]
}
