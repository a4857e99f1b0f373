import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { playwrightCounts, vitestCounts } from './report.mjs'

const folder = mkdtempSync(join(tmpdir(), 'report-'))
afterAll(() => rmSync(folder, { recursive: true }))

function report(value: object): string {
  const file = join(folder, `${Math.random()}.json`)
  writeFileSync(file, JSON.stringify(value))
  return file
}
const results = (...all: string[]): object[] => all.map((status) => ({ status }))

describe('counts of a report', () => {
  it('counts unit tests', () => {
    const file = report({ numPassedTests: 2, numFailedTests: 1, testResults: [{ status: 'failed', assertionResults: results('passed', 'failed', 'passed') }] })
    expect(vitestCounts(file)).toEqual({ passed: 2, failed: 1, note: '' })
  })

  it('counts a file that could not be loaded, and tests that were skipped, as failed', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: results('passed', 'pending', 'todo') },
    ]
    expect(vitestCounts(report({ numPassedTests: 1, numFailedTests: 0, testResults }))).toMatchObject({ passed: 1, failed: 3 })
  })

  it('counts end-to-end tests, with what was skipped or could not run', () => {
    expect(playwrightCounts(report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } }))).toMatchObject({ passed: 5, failed: 4 })
    const skipped = (description?: string) => ({ tests: [{ status: 'skipped', annotations: [{ type: 'skip', description }] }] })
    const suites = [{ specs: [skipped('no file')], suites: [{ specs: [skipped()] }] }]
    expect(playwrightCounts(report({ stats: { expected: 5, skipped: 2 }, suites }))).toEqual({
      passed: 5,
      failed: 1,
      skipped: 1,
      note: '1 skipped without a reason, counted as failed; no file',
    })
    expect(playwrightCounts(report({ stats: { expected: 0 }, errors: [{ message: 'syntax' }] }))).toMatchObject({ passed: 0, failed: 1 })
  })

  it('counts a missing report as a failure', () => {
    const gone = join(folder, 'gone.json')
    expect([vitestCounts(gone).failed, playwrightCounts(gone).failed]).toEqual([1, 1])
  })
})
