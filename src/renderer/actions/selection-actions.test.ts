import { describe, expect, it } from 'vitest'
import { nextUnlabelled, previousUnlabelled } from './selection-actions.ts'

const TEXT = 'First one. Second one. Third one.\n\nFourth one.'

function after(from: string, ...spans: string[]): string | null {
  const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
  const found = nextUnlabelled(TEXT, at(from).start, spans.map(at))
  return found && TEXT.slice(found.start, found.end)
}

describe('nextUnlabelled', () => {
  it('goes from sentence to sentence, over paragraphs, and around the end', () => {
    expect(after('First')).toBe('Second one.')
    expect(after('Third')).toBe('Fourth one.')
    expect(after('Fourth')).toBe('First one.')
  })

  it('passes over sentences that an annotation touches', () => {
    expect(after('First', 'Second')).toBe('Third one.')
    expect(after('First', 'cond one. Third')).toBe('Fourth one.')
  })

  it('finds none where every sentence is touched', () => {
    expect(after('First', TEXT)).toBeNull()
  })
})

describe('previousUnlabelled', () => {
  const before = (from: string, ...spans: string[]): string | null => {
    const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
    const found = previousUnlabelled(TEXT, at(from).start, spans.map(at))
    return found && TEXT.slice(found.start, found.end)
  }

  it('goes back from sentence to sentence, from the middle of one too, and around the start', () => {
    expect(before('Fourth')).toBe('Third one.')
    expect(before('one.\n\nFourth')).toBe('Second one.')
    expect(before('First')).toBe('Fourth one.')
  })

  it('passes over sentences that an annotation touches', () => {
    expect(before('Fourth', 'cond one. Third')).toBe('First one.')
    expect(before('Third', TEXT)).toBeNull()
  })
})
