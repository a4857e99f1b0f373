import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keyText } from '../src/core/actions/keys.ts'
import { actionTable } from '../src/core/actions/table.ts'

const root = join(import.meta.dirname, '..')
const page = readFileSync(join(root, 'docs/walk-through.md'), 'utf8')
const [, ...steps] = page.split(/^## /m)
const PROOF = /\[`(e2e\/[\w-]+\.spec\.ts)`\]\(\.\.\/\1\), “([^”]+)”/g

/** The spec files and titles that a part of the page names. */
function proofsIn(text: string): { readonly file: string; readonly title: string }[] {
  return [...text.matchAll(PROOF)].map(([, file = '', title = '']) => ({ file, title }))
}

describe('the walk-through', () => {
  it.each(steps.map((step) => [step.split('\n')[0] ?? '', step]))('%s: has a proof', (_, step) => {
    expect(proofsIn(step).length).toBeGreaterThan(0)
  })

  it.each(proofsIn(page).map(({ file, title }) => [file, title]))('%s has the test “%s”', (file, title) => {
    const spec = readFileSync(join(root, file), 'utf8')
    expect(spec).toContain(`test('${title}'`)
  })

  it('links no spec without a title that can be looked up', () => {
    expect(page.match(/\[`e2e\//g)?.length).toBe(proofsIn(page).length)
  })

  it('names the keys as they are', () => {
    const key = (id: string) => keyText(actionTable.find((entry) => entry.id === id)?.keys[0] ?? '', 'linux')
    for (const id of ['project.sample', 'view.grid', 'annotation.link', 'annotation.everywhere', 'annotation.toSelection', 'inspector.values', 'article.note', 'articles.export', 'article.done', 'label.repeat', 'selection.nextUnlabelled']) {
      expect(page, id).toContain(`**${key(id)}**`)
    }
  })
})
