import { describe, expect, it } from 'vitest'
import { createRegister } from './register.ts'

const names = (entries: readonly { readonly name: string }[]) => entries.map(({ name }) => name)

describe('register', () => {
  it('offers names that start with the query, then words that do, each by frequency, then countries', () => {
    const register = createRegister()
    register.learn('a.txt', [
      { name: 'Ministry of Kelm', count: 9 },
      { name: 'Kelm Port', count: 1 },
      { name: 'Kelm', sector: 'GOV', count: 3 },
      { name: 'Unkelm', count: 5 },
    ])
    register.learn('b.txt', [{ name: 'Kelm', sector: 'GOV', count: 2 }])
    expect(register.suggest('kelm')).toEqual([
      { name: 'Kelm', sector: 'GOV', count: 5 },
      { name: 'Kelm Port', count: 1 },
      { name: 'Ministry of Kelm', count: 9 },
    ])
    expect(register.suggest('KE').at(-1)).toEqual({ name: 'Kenya', code: 'KEN', sector: 'GOV', count: 0 })
    expect(names(register.suggest(''))).toEqual(['Ministry of Kelm', 'Kelm', 'Unkelm', 'Kelm Port'])
    expect(register.suggest('k', 1)).toHaveLength(1)
  })

  it('does not mind accents, case or blanks, in any script', () => {
    const register = createRegister()
    register.learn('a.txt', [
      { name: 'Étoile  du Nord', count: 1 },
      { name: '中国外交部', count: 1 },
      { name: 'وزارة الخارجية', count: 1 },
    ])
    expect(names(register.suggest('etoile du n'))).toEqual(['Étoile  du Nord'])
    expect(names(register.suggest('E\u0301TOILE'))).toEqual(['Étoile  du Nord'])
    expect(names(register.suggest('外交'))).toEqual(['中国外交部'])
    expect(names(register.suggest('الخارجية'))).toEqual(['وزارة الخارجية'])
    expect(names(register.suggest('cote d'))).toEqual(["Côte d'Ivoire"])
    expect(names(register.suggest('ken'))).toContain('Kenya')
  })

  it('offers a country once the project has it, as the project has it', () => {
    const register = createRegister()
    register.learn('a.txt', [
      { name: 'Republic of Kenya', code: 'KEN', sector: 'GOV', count: 1 },
      { name: 'norway', count: 2 },
    ])
    expect(names(register.suggest('ken'))).toEqual(['Republic of Kenya'])
    expect(names(register.suggest('norway'))).toEqual(['norway'])
  })

  it('forgets what an article no longer holds', () => {
    const register = createRegister()
    register.learn('a.txt', [{ name: 'Kelm', count: 3 }])
    register.learn('b.txt', [{ name: 'Kelm', count: 1 }])
    register.learn('a.txt', [])
    expect(register.suggest('kelm')).toEqual([{ name: 'Kelm', count: 1 }])
    register.learn('b.txt', [{ name: 'Estal', count: 1 }])
    expect(register.suggest('kelm')).toEqual([])
  })
})
