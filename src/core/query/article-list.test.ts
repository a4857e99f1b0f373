import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArticleRow } from '../model/project.ts'
import { filterArticles, sortArticles, sortArticlesAgain, sortKeys } from './article-list.ts'

function row(path: string, more: Partial<ArticleRow> = {}): ArticleRow {
  return {
    id: path, path, title: path, date: null, dateline: null, outlet: null, link: null, words: 0, encoding: 'utf-8',
    note: null, original: null, annotations: 0, incomplete: 0, unplaced: 0, progress: 'not_started', review: null, round: null, problem: null, ...more,
  }
}

const ids = (rows: ArticleRow[]) => rows.map(({ id }) => id)

describe('sortArticles', () => {
  const rows = [
    row('b', { title: 'Talks 10', date: '2031-03-04', words: 5 }),
    row('a', { title: 'talks 9', date: null, words: 50, progress: 'done' }),
    row('c', { title: 'Élan', date: '2031-01-01', words: 5, annotations: 3, progress: 'in_progress' }),
  ]

  it.each([
    ['title', false, 'c a b'],
    ['title', true, 'b a c'],
    ['date', false, 'c b a'],
    ['date', true, 'b c a'],
    ['words', false, 'c b a'],
    ['words', true, 'a c b'],
    ['annotations', true, 'c a b'],
    ['progress', false, 'b c a'],
  ] as const)('by %s (descending: %s)', (key, descending, expected) => {
    expect(ids(sortArticles(rows, { key, descending })).join(' ')).toBe(expected)
  })

  it('gives the same order whatever order the rows came in', () => {
    const some = fc.uniqueArray(
      fc.record({ path: fc.string({ minLength: 1, maxLength: 3 }), title: fc.string({ maxLength: 2 }), words: fc.nat(3) }).map((r) => row(r.path, r)),
      { selector: ({ path }) => path },
    )
    fc.assert(
      fc.property(some, fc.constantFrom(...sortKeys), fc.boolean(), (list, key, descending) => {
        expect(ids(sortArticles(list.toReversed(), { key, descending }))).toEqual(ids(sortArticles(list, { key, descending })))
      }),
    )
  })
})

describe('filterArticles', () => {
  const rows = [
    row('news/norvia.txt', { title: 'Norvia pledges 40 ambulances', outlet: 'Estal Wire', date: '2031-03-04' }),
    row('b.txt', { title: 'Débâcle à l’assemblée', dateline: 'KESTÉRA' }),
    row('c.txt', { title: '北京会谈', progress: 'done' }),
    row('d.txt', { title: 'مذكرة تفاهم' }),
  ]

  it.each([
    ['', 'news/norvia.txt b.txt c.txt d.txt'],
    ['  ', 'news/norvia.txt b.txt c.txt d.txt'],
    ['AMBULANCES norvia', 'news/norvia.txt'],
    ['wire 2031-03', 'news/norvia.txt'],
    ['debacle', 'b.txt'],
    ['KESTE\u0301RA', 'b.txt'],
    ['会谈', 'c.txt'],
    ['مذكرة', 'd.txt'],
    ['nothing of the sort', ''],
  ])('“%s”', (query, expected) => {
    expect(ids(filterArticles(rows, query)).join(' ')).toBe(expected)
  })

  it('keeps to a progress', () => {
    expect(ids(filterArticles(rows, '', 'done'))).toEqual(['c.txt'])
    const returned = row('r.txt', { progress: 'done', review: { status: 'returned', by: 'Noor', at: '2031-03-04T09:15:00.000Z', note: null } })
    expect(ids(filterArticles([...rows, returned], '', 'returned'))).toEqual(['r.txt'])
  })
})

describe('sortArticlesAgain', () => {
  const anyRow = fc.record({
    path: fc.integer({ min: 0, max: 30 }).map(String),
    title: fc.constantFrom('a', 'A', 'b 2', 'b 10'),
    date: fc.constantFrom(null, '2031-01-01', '2031-02-01'),
    words: fc.nat(3),
  })
  const some = fc.uniqueArray(anyRow, { selector: ({ path }) => path, maxLength: 20 })

  it('gives what sorting anew gives, whatever came, went and changed', () => {
    fc.assert(
      fc.property(some, some, fc.constantFrom(...sortKeys), fc.boolean(), (before, after, key, descending) => {
        const old = new Map(before.map((given) => [given.path, row(given.path, given)]))
        // Rows that are as they were are the same objects.
        const now = new Map(
          after.map((given) => {
            const known = old.get(given.path)
            return [given.path, known?.title === given.title ? known : row(given.path, given)]
          }),
        )
        const sorted = sortArticles(old.values(), { key, descending })
        expect(sortArticlesAgain(sorted, now, { key, descending })).toEqual(sortArticles(now.values(), { key, descending }))
      }),
    )
  })
})
