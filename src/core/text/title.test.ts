import { describe, expect, it } from 'vitest'
import { titleOf } from './title.ts'

describe('titleOf', () => {
  it.each([
    [
      'a first line that stands alone',
      'Two countries upgrade ties\n\nBEIJING (AP) — China said so. More.',
      'Two countries upgrade ties',
    ],
    [
      'a first line above a paragraph',
      'Two countries upgrade ties\nChina said so. More.',
      'Two countries upgrade ties',
    ],
    ['a question', 'Will the railway reach Uganda?\n\nNobody knows.', 'Will the railway reach Uganda?'],
    ['a heading', '# Joint communiqué #\nText goes on.', 'Joint communiqué'],
    ['a heading alone', '\n## Speech\n', 'Speech'],
    ['blanks in it collapsed', '\ufeff \tTwo\u00a0 countries\n\nText.', 'Two countries'],
    [
      'the sentence after the header',
      ' date 2031-03-04 BEIJING: China met Mr. Ruto on Thursday. They agreed.',
      'China met Mr. Ruto on Thursday.',
    ],
    [
      'the headline under a date',
      'date 2031-03-04\n\nTwo countries upgrade ties\n\nThey agreed.',
      'Two countries upgrade ties',
    ],
    ['the sentence under a date', 'date 2031-03-04\n\nThey agreed on Thursday. More.', 'They agreed on Thursday.'],
    ['the first sentence', 'China met Kenya. They agreed.\n\nMore.', 'China met Kenya.'],
    ['the first sentence of wrapped lines', 'China and Kenya\nannounced it. More.', 'China and Kenya'],
    ['the only line', 'Only a line', 'Only a line'],
    ['Chinese', '中国与肯尼亚建立新关系\n\n两国元首在北京会晤。', '中国与肯尼亚建立新关系'],
    ['a Chinese sentence', '两国元首在北京会晤。他们签署了协议。', '两国元首在北京会晤。'],
    ['emoji', '🇰🇪🤝🇨🇳\n\nTies.', '🇰🇪🤝🇨🇳'],
    ['the file name', ' \n\u200b\n', 'communique.txt'],
    ['the file name of dashes', '---\n***', 'communique.txt'],
    ['the file name after a bare header', 'date 2031-03-04 BEIJING:', 'communique.txt'],
  ])('takes %s', (_, text, title) => {
    expect(titleOf(text, 'news/2031/communique.txt')).toBe(title)
  })

  it('cuts a long sentence after a word', () => {
    const title = titleOf(`${'ambulances '.repeat(40)}.`, 'a.txt')
    expect(title).toBe(`${'ambulances '.repeat(11).trim()}…`)
  })

  it('cuts between clusters where there are no blanks', () => {
    expect(titleOf('👩‍👩‍👧‍👦'.repeat(3) + '北'.repeat(1000), 'a.txt')).toBe(`${'👩‍👩‍👧‍👦'.repeat(3)}${'北'.repeat(87)}…`)
    expect(titleOf(`北${'👩‍👩‍👧‍👦'.repeat(100)}`, 'a.txt')).toBe(`北${'👩‍👩‍👧‍👦'.repeat(10)}…`)
  })

  it('takes the last part of the file name on either system', () => {
    expect(titleOf('', 'C:\\texts\\a b.txt')).toBe('a b.txt')
  })
})
