import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseSync } from 'vite'
import { de } from '../src/renderer/i18n/de/de.ts'
import { en } from '../src/renderer/i18n/en/en.ts'

const renderer = join(import.meta.dirname, '../src/renderer')
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|\.d\.ts$|^testing\b|^i18n\/(en|de)\b/.test(name))
  .map((name) => ({ name, code: readFileSync(join(renderer, name), 'utf8') }))

/** Attributes that a person reads or hears. */
const SPOKEN = new Set(['aria-label', 'aria-description', 'aria-roledescription', 'alt', 'title', 'placeholder', 'label', 'help', 'detail'])
const hasWords = (text: string) => /\p{L}{2,}/u.test(text)

/** Words that stand in the code itself: between tags, or in an attribute that is read or heard. */
function literalsIn(name: string, code: string): string[] {
  const found: string[] = []
  function visit(node: unknown): void {
    if (Array.isArray(node)) return node.forEach(visit)
    if (typeof node !== 'object' || node === null) return
    const { type, value, name: attribute } = node as { type?: string; value?: unknown; name?: { name?: unknown } }
    if (type === 'JSXText' && typeof value === 'string' && hasWords(value)) found.push(`${name}: ${value.trim()}`)
    if (type === 'JSXAttribute' && SPOKEN.has(String(attribute?.name))) {
      const literal = (value as { type?: string; value?: unknown } | null)?.type === 'Literal' ? (value as { value?: unknown }).value : null
      if (typeof literal === 'string' && hasWords(literal)) found.push(`${name}: ${String(attribute?.name)}="${literal}"`)
    }
    Object.values(node).forEach(visit)
  }
  visit(parseSync(name, code).program)
  return found
}

const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).toSorted()
const plain = (key: string) => key.replace(/_(one|other)$/, '')

describe('the texts of the interface', () => {
  it('finds what bypasses them', () => {
    expect(literalsIn('a.tsx', 'export const A = () => <p title="Hello there">Some words {x}</p>')).toHaveLength(2)
    expect(literalsIn('a.tsx', 'export const A = () => <p title={t("x")} className="row">{t("y")} · 1</p>')).toEqual([])
  })

  it('are bypassed nowhere', () => {
    expect(sources.filter(({ name }) => name.endsWith('.tsx')).flatMap(({ name, code }) => literalsIn(name, code))).toEqual([])
  })

  it('are all used', () => {
    const all = sources.map(({ code }) => code).join('\n')
    const named = new Set(Array.from(all.matchAll(/['"`]([\w-]+(?:\.[\w-]+)+|[\w-]+)['"`]/g), ([, key]) => key))
    const prefixes = Array.from(new Set(Array.from(all.matchAll(/`([\w-]+(?:\.[\w-]+)*\.)\$\{/g), ([, prefix]) => prefix ?? '')))
    const unused = Object.keys(en).filter((key) => !named.has(plain(key)) && !prefixes.some((prefix) => key.startsWith(prefix)))
    expect(unused).toEqual([])
  })

  it('are complete in German, with the same things put in', () => {
    const german: Readonly<Record<string, string | undefined>> = de
    const wrong = Object.entries(en).filter(([key, text]) => german[key] === undefined || placeholders(german[key]).join() !== placeholders(text).join())
    expect(wrong.map(([key]) => key)).toEqual([])
    expect(Object.keys(de).filter((key) => !(key in en))).toEqual([])
  })

  it('have each key in one file only: a second would silently take its place', () => {
    const folder = join(renderer, 'i18n/en')
    const keys = readdirSync(folder).flatMap((name) => Array.from(readFileSync(join(folder, name), 'utf8').matchAll(/^ {2}'([^']+)':/gm), ([, key]) => key))
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  it('have both forms where they count', () => {
    for (const key of Object.keys(en)) if (/_(one|other)$/.test(key)) expect(Object.keys(en)).toEqual(expect.arrayContaining([`${plain(key)}_one`, `${plain(key)}_other`]))
  })
})
