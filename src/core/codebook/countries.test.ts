import { describe, expect, it } from 'vitest'
import { COUNTRIES } from './countries.ts'

describe('COUNTRIES', () => {
  it('holds the 249 entries of ISO 3166-1, each code and name once', () => {
    expect(COUNTRIES).toHaveLength(249)
    expect(new Set(COUNTRIES.map((country) => country.code)).size).toBe(249)
    expect(new Set(COUNTRIES.map((country) => country.name)).size).toBe(249)
    expect(COUNTRIES.filter((country) => !/^[A-Z]{3}$/.test(country.code) || country.name.trim() === '')).toEqual([])
  })

  it('keeps names with accents and quotes whole', () => {
    expect(COUNTRIES).toContainEqual({ code: 'CIV', name: "Côte d'Ivoire" })
    expect(COUNTRIES).toContainEqual({ code: 'TUR', name: 'Türkiye' })
    expect(COUNTRIES).toContainEqual({ code: 'COD', name: 'Democratic Republic of the Congo' })
  })
})
