import { describe, expect, it } from 'vitest'
import { directionOf, languageOf } from './language.ts'

describe('languageOf', () => {
  it.each([
    ['system', ['de-AT', 'en'], 'de'],
    ['system', ['fr', 'de_DE.UTF-8'], 'de'],
    ['system', ['ar-EG'], 'en'],
    ['system', [], 'en'],
    ['en', ['de'], 'en'],
    ['de', ['en'], 'de'],
  ] as const)('%s with %j is %s', (setting, preferred, language) => {
    expect(languageOf(setting, preferred)).toBe(language)
  })
})

describe('directionOf', () => {
  it('is the language’s own, unless it was turned', () => {
    expect(directionOf('auto', 'de')).toBe('ltr')
    expect(directionOf('rtl', 'de')).toBe('rtl')
  })
})
