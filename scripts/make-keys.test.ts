import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { actionTable } from '../src/core/actions/table.ts'
import { meaningOf } from '../src/renderer/editor/keys.ts'
import { keysPage } from './make-keys.ts'

const page = readFileSync(join(import.meta.dirname, '../docs/keys.md'), 'utf8')
const held = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false }

describe('docs/keys.md', () => {
  it('is what the table of actions says now (npm run keys)', () => {
    expect(page).toBe(keysPage())
  })

  it('names every action', () => {
    for (const { title } of actionTable) expect(page).toContain(`| ${title} |`)
  })

  it.each([
    ['next-word', { key: 'ArrowRight', ...held, ctrlKey: true }, { key: 'ArrowRight', ...held, altKey: true }],
    ['next-sentence', { key: 'ArrowRight', ...held, altKey: true }, { key: 'ArrowRight', ...held, altKey: true, metaKey: true }],
    ['next-paragraph', { key: 'ArrowDown', ...held, ctrlKey: true }, { key: 'ArrowDown', ...held, altKey: true }],
    ['line-end', { key: 'End', ...held }, { key: 'ArrowRight', ...held, metaKey: true }],
    ['document-end', { key: 'End', ...held, ctrlKey: true }, { key: 'ArrowDown', ...held, metaKey: true }],
  ])('says what the reading surface does: %s', (movement, others, mac) => {
    expect(meaningOf(others, false, false)).toEqual({ movement, extend: false })
    expect(meaningOf(mac, true, false)).toEqual({ movement, extend: false })
  })
})
