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
      { name: 'Kelm', sector: 'GOV', count: 5, named: false },
      { name: 'Kelm Port', count: 1, named: false },
      { name: 'Ministry of Kelm', count: 9, named: false },
    ])
    expect(register.suggest('KE').at(-1)).toEqual({ name: 'Kenya', code: 'KEN', sector: 'GOV', count: 0, named: false })
    expect(names(register.suggest(''))).toEqual(['Ministry of Kelm', 'Kelm', 'Unkelm', 'Kelm Port'])
    expect(register.suggest('k', { limit: 1 })).toHaveLength(1)
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
    expect(register.suggest('kelm')).toEqual([{ name: 'Kelm', count: 1, named: false }])
    register.learn('b.txt', [{ name: 'Estal', count: 1 }])
    expect(register.suggest('kelm')).toEqual([])
  })

  it('knows the codebook’s entities by their other names, and keeps what was recorded as it was', () => {
    const register = createRegister()
    register.learn('a.txt', [{ name: 'Port Authority', code: 'PA-1', count: 2 }])
    const kept = [
      { id: 'e1', name: 'Union of Coastal States', code: 'UCS', sector: 'IGO', aliases: ['the Union', 'coastal bloc'] },
      { id: 'e2', name: 'port authority', aliases: ['harbour office'] },
    ]
    expect(register.suggest('coastal b', { kept })).toEqual([{ name: 'Union of Coastal States', code: 'UCS', sector: 'IGO', count: 0, named: false }])
    expect(names(register.suggest('ucs', { kept }))).toEqual(['Union of Coastal States'])
    expect(names(register.suggest('harbour', { kept }))).toEqual(['Port Authority'])
  })

  it('offers first who is named in the text, by any of their names, as whole words', () => {
    const register = createRegister()
    register.learn('a.txt', [{ name: 'Estal', count: 9 }, { name: 'Norvia', count: 1 }])
    const near = 'Norvia and the British envoy told us that Niger’s offer stands; 中国 too.'
    expect(names(register.suggest('', { near }))).toEqual(['Norvia', 'Niger', 'United Kingdom', 'Estal'])
    expect(register.suggest('', { near })[0]?.named).toBe(true)
    expect(names(register.suggest('', { near: 'Estalia, Nigeria' }))).toEqual(['Nigeria', 'Estal', 'Norvia'])
    expect(names(register.suggest('u', { near: 'the US and others' }))[0]).toBe('United States')
  })

  it('finds one among ten thousand', () => {
    const register = createRegister()
    for (let index = 0; index < 10_000; index += 1) register.learn(`${index}.txt`, [{ name: `Office ${index} of Kelm`, count: 1 }])
    expect(register.suggest('office 9999')).toHaveLength(1)
  })
})
