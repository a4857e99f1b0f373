import { describe, expect, it } from 'vitest'
import { sampleProject } from '../testing/sample-project.ts'
import { hasNotices, problemWords } from './notices.ts'

const { view: project } = sampleProject()
const save = { state: 'saved', at: null } as const
const quiet = { ...project, problems: [], readOnly: null, recovered: null }

describe('notices about a project', () => {
  it('are there when it is not saved, locked, recovered or holds a file that could not be used', () => {
    expect(hasNotices({ save, project: null })).toBe(false)
    expect(hasNotices({ save, project: quiet })).toBe(false)
    expect(hasNotices({ save, project: { ...quiet, readOnly: 'its folder cannot be written to.' } })).toBe(true)
    expect(hasNotices({ save, project: { ...quiet, recovered: '1 change was put back.' } })).toBe(true)
    expect(hasNotices({ save, project: { ...quiet, problems: [{ file: 'a.json', line: 3, message: 'x', remedy: 'y' }] } })).toBe(true)
    const error = { code: 'disk.full', message: 'The disk is full.', remedy: 'Make room on it.', retry: true }
    expect(hasNotices({ project: quiet, save: { state: 'failed', error, next: '' } })).toBe(true)
  })

  it.each([
    ['sets/a.json: line 3 is not valid JSON.', 'Line 3 is not valid JSON.'],
    ['The text of sets/a.json has changed.', 'The text of sets/a.json has changed.'],
    ['sets/a.json: annotations.0.quote: a text is missing.', 'annotations.0.quote: a text is missing.'],
    ['', ''],
  ])('%s', (message, words) => {
    expect(problemWords({ file: 'sets/a.json', message })).toBe(words)
  })
})
