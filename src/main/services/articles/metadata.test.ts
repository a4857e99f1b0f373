import { describe, expect, it } from 'vitest'
import { readMetadata } from './metadata-csv.ts'
import { isRealDate, readDate } from './metadata-date.ts'

const PATHS = ['news/a.txt', 'news/b.txt', 'old/b.txt', 'caf\u00e9.md']
const read = (csv: string) => {
  const result = readMetadata(csv, 'list.csv', PATHS)
  return result.ok ? result.value : result.error
}

describe('readMetadata', () => {
  it.each([',', ';', '\t', '|'])('reads columns in any order and case, apart by %j, with BOM and CRLF', (mark) => {
    const csv = `\ufeff${[
      ['URL', 'Outlet', 'FileName', 'DATE', 'Title'],
      ['https://example.org/a', 'Gazette', 'a.txt', '2031-03-04', 'A title'],
    ]
      .map((row) => row.join(mark))
      .join('\r\n')}\r\n`
    expect(read(csv)).toEqual({
      matched: [
        {
          path: 'news/a.txt',
          fields: { title: 'A title', date: '2031-03-04', outlet: 'Gazette', link: 'https://example.org/a' },
        },
      ],
      problems: [],
    })
  })

  it('finds an article by path, by another spelling of it, or by a file name that is unique', () => {
    const { matched, problems } = read(
      'path,title\nnews\\b.txt,1\narticles/old/b.txt,2\nCAFE\u0301.md,3\nb.txt,4\nnone.txt,5\n',
    ) as Exclude<ReturnType<typeof read>, { code: string }>
    expect(matched.map(({ path, fields }) => [path, fields.title])).toEqual([
      ['news/b.txt', '1'],
      ['old/b.txt', '2'],
      ['caf\u00e9.md', '3'],
    ])
    expect(problems.map((problem) => problem.line)).toEqual([5, 6])
    expect(problems[0]?.message).toContain('news/b.txt or old/b.txt')
  })

  it('names the line of what is wrong, also after cells with line ends and blank lines', () => {
    const preview = read(
      'path,title,date\na.txt,"A\nlong ""title""",2031-03-04\n\nnews/a.txt,again,\nnews/b.txt,B,03/04/2031\nold/b.txt,,31 February 2031\n,x,\n',
    )
    expect(preview).toEqual({
      matched: [
        { path: 'news/a.txt', fields: { title: 'A long "title"', date: '2031-03-04' } },
        { path: 'news/b.txt', fields: { title: 'B' } },
      ],
      problems: [
        { line: 5, message: 'news/a.txt was named on line 2 already; this line is left out.' },
        { line: 6, message: '“03/04/2031” can be read in two ways. Write it as year-month-day.' },
        { line: 7, message: '“31 February 2031” is not a date. Write it as year-month-day.' },
        { line: 7, message: 'it says nothing about old/b.txt.' },
        { line: 8, message: 'it names no article.' },
      ],
    })
  })

  it.each(['', 'title,date\nx,2031-03-04\n', 'constructor,toString\na.txt,x\n'])(
    'refuses a file without a column of paths: %j',
    (csv) => {
      expect(read(csv)).toMatchObject({ code: 'metadata.columns', where: { file: 'list.csv', line: 1 } })
    },
  )

  it('says which columns are not used', () => {
    expect(read('path,title,rating\na.txt,A,5\n')).toMatchObject({
      problems: [{ line: 1, message: 'not used: “rating”.' }],
    })
  })
})

describe('readDate', () => {
  it.each([
    '2031-03-04',
    '2031-3-4',
    '2031/03/04',
    '2031.3.4',
    '20310304',
    '2031年3月4日',
    '2031-03-04T09:15:00Z',
    '2031-03-04 09:15',
    '4 March 2031',
    '4. März 2031',
    '4 de março de 2031',
    'March 4, 2031',
    'Tuesday, March 4th, 2031',
    '04-Mar-2031',
    '4.3.2031',
  ])('reads %s', (text) => {
    expect(readDate(text)).toEqual({ ok: true, date: '2031-03-04' })
  })

  it('takes numbers where day and month cannot be confused', () => {
    expect(readDate('25/04/2031')).toEqual({ ok: true, date: '2031-04-25' })
    expect(readDate('04/25/2031')).toEqual({ ok: true, date: '2031-04-25' })
    expect(readDate('05/05/2031')).toEqual({ ok: true, date: '2031-05-05' })
    expect(readDate('03/04/2031')).toEqual({ ok: false, reason: 'ambiguous' })
  })

  it.each(['', 'soon', '2031', '2031-13-01', '30 February 2031', '3/4/31', '44986'])('does not read %j', (text) => {
    expect(readDate(text)).toEqual({ ok: false, reason: 'unknown' })
  })
})

describe('isRealDate', () => {
  it('knows the calendar', () => {
    expect(['2032-02-29', '2031-02-29', '2031-2-9'].map(isRealDate)).toEqual([true, false, false])
  })
})
