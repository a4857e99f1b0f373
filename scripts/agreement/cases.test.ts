import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { caseSchema } from './case.ts'
import { readFolder, runCase, type Outcome } from './run.ts'

const own = join(import.meta.dirname, 'cases')
const shared = join(import.meta.dirname, '../../../shared/agreement')

function failures(folder: string): string[] {
  return readFolder(folder).cases.flatMap(({ one }) => {
    const outcome = runCase(one)
    return outcome.kind === 'passed' ? [] : [`${one.name}: ${outcome.kind === 'failed' ? outcome.problems.join('; ') : outcome.what}`]
  })
}

function run(measure: string, input: object, expected: unknown, more: object = {}): Outcome['kind'] {
  return runCase(caseSchema.parse({ name: 'x', measure, input, expected, ...more })).kind
}

describe('the agreement measures', () => {
  it('give what was worked out by hand and what textbooks print', () => {
    expect(readFolder(own).cases.length).toBeGreaterThan(40)
    expect(failures(own)).toEqual([])
  })

  if (existsSync(shared)) {
    it('give what the reference cases expect', { timeout: 60_000 }, () => {
      expect(failures(shared)).toEqual([])
    })
  } else {
    it('were not held against ../shared/agreement, which is not beside this checkout', () => {
      expect(existsSync(shared)).toBe(false)
    })
  }
})

describe('a run of a folder of cases', () => {
  it('never crashes on what it does not know', () => {
    expect(run('toString', { kind: 'nothing' }, {})).toBe('not implemented')
    expect(run('cohen_kappa', { kind: 'nothing' }, {})).toBe('not implemented')
    expect(run('cohen_kappa', { kind: 'contingency', table: [['a']] }, {})).toBe('not implemented')
  })

  it('fails a case whose number, field or kind does not fit', () => {
    const input = { kind: 'contingency', categories: ['a', 'b'], table: [[4, 1], [1, 4]] }
    const kappa = (expected: unknown, more: object = {}) => run('cohen_kappa', input, expected, more)
    expect(kappa({ kappa: 0.6 })).toBe('passed')
    expect(kappa({ kappa: 0.61 })).toBe('failed')
    expect(kappa({ kappa: 0.61 }, { tolerance: 0.01 })).toBe('passed')
    expect(kappa({ kappa: 0.61 }, { tolerance: 0.02, tolerance_kind: 'relative' })).toBe('passed')
    expect(kappa({ kappa: 0.61 }, { tolerance: 0.01, tolerance_by_field: { kappa: 0.001 } })).toBe('failed')
    expect(kappa({ kappa: { min: 0.5, max: 0.59 } }, { suggested_slack: 0.02 })).toBe('passed')
    expect(kappa({ alpha: 0.6 })).toBe('failed')
    expect(kappa({ kappa: null }, { expected_kind: 'undefined' })).toBe('failed')
    expect(kappa({ kappa: 'in words' }, { expected_kind: 'property' })).toBe('failed')
  })
})
