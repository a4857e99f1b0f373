import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RemarkCounter } from './extracted.ts'
import { extractHtml } from './extract-html.ts'
import { readHtml } from './html-tree.ts'
import { markupToText } from './markup-to-text.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const never = () => null
const read = (html: string | Uint8Array) => extractHtml(typeof html === 'string' ? bytesOf(html) : html, never)
const textOf = (html: string) => read(html).text
const remarksOf = (html: string) => Object.fromEntries(read(html).remarks.map(({ what, count }) => [what, count]))

describe('the text of a page', () => {
  it.each([
    ['runs blanks together and keeps those that may not be broken', '<p> a \n\t b&nbsp;&nbsp;c </p>', 'a b\u00a0\u00a0c'],
    ['keeps blanks between inline elements, and makes none', '<p>one<b>two</b> <i>three </i> four', 'onetwo three four'],
    ['stands paragraphs apart', '<h1>A</h1><p>b<p>c<div>d</div><div>e</div>', 'A\n\nb\n\nc\n\nd\ne'],
    ['breaks lines', 'a<br>b<br><br>c', 'a\nb\n\nc'],
    ['reads entities as the standard does', '&amp;lt; &copy &#x1F600; &notit; &mdash;', '&lt; © 😀 ¬it; —'],
    ['keeps preformatted text', '<pre>\na  b\n  c</pre>', 'a  b\n  c'],
    ['numbers items', '<ol start=9 type=a><li>x<li>y<li value=30>z</ol><ul><li><p>u</p><ol type=i><li>v</ol></ul>', 'i. x\nj. y\nad. z\n\n• u\n\ni. v'],
    ['writes a row on a line', '<table><tr><th>a<th>b<tr><td>1 <br>2<td><p>3</p></table>', 'a\tb\n1 2\t3'],
    ['reads tables that lay out the page like paragraphs', '<table><tr><td><h2>Menu</h2><td><p>a</p><p>b</p></table>', 'Menu\n\na\n\nb'],
    ['keeps direction marks and joiners', 'a\u200f\u200e\u200d\u200cb', 'a\u200f\u200e\u200d\u200cb'],
    ['shows quotation marks where the browser does', 'He said <q>yes</q>.', 'He said “yes”.'],
    ['never shows scripts, styles, forms and what is hidden', '<script>alert(1)</script><style>p{}</style><p hidden>x</p><p style="color:red;display: none">y</p><noscript>n</noscript><template>t</template><textarea>t</textarea>z<svg><text>s</text></svg>', 'z'],
    ['lets an image run nothing', '<img src=x onerror="alert(1)"><a href="javascript:alert(1)">a</a>', 'a'],
  ])('%s', (_what, html, text) => {
    expect(textOf(html)).toBe(`${text}\n`)
  })

  it('counts what it leaves out', () => {
    expect(remarksOf('<img src=a><img width=1 height=1 src=pixel><video></video><iframe></iframe><svg></svg><math><mi>x</mi></math><ruby>a<rt>b</rt></ruby>x\ufffd')).toEqual({ pictures: 2, objects: 2, formulas: 1, readings: 1, unreadable: 1 })
  })

  it('is never more than the text of the page, whatever the page is', () => {
    const part = fc.constantFrom('<p>', '</p>', '<table>', '<td>', '<tr>', '</table>', '<ul>', '<li>', '<b>', '</b>', '<pre>', '&', '<', 'é', '👩‍👩‍👧‍👦', '\ud83d', 'سلام', '漢字', '\r\n', '\t', '\0', '<!--', '-->', '<script>', '</script>', '<svg>', '<template>', '"')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const { text } = read(parts.join(''))
        expect(text).not.toMatch(/\r|\0|\p{Surrogate}|[ \t]\n|\n{3}/u)
        expect(text === '' || text.endsWith('\n')).toBe(true)
        expect(read(parts.join('')).text).toBe(text)
      }),
      { numRuns: 300 },
    )
  })

  it('survives a page that is nested 20,000 deep, and lines of megabytes', () => {
    expect(textOf(`${'<div>'.repeat(20_000)}deep`)).toBe('deep\n')
    expect(textOf(`<p>${'ab cd '.repeat(300_000)}`)).toHaveLength(1_800_000)
    expect(textOf(`<p>x${' '.repeat(2_000_000)}y`)).toBe('x y\n')
  })
})

describe('the encoding of a page', () => {
  const page = (charset: string, body: string) => `<html><head>${charset}</head><body><p>${body}</body></html>`
  it.each([
    ['by its head', Buffer.from(page('<meta charset="windows-1251">', 'XX'), 'latin1'), [0xcf, 0xee], 'По'],
    ['as older pages say it', Buffer.from(page('<META http-equiv=Content-Type content="text/html; charset=Shift_JIS">', 'XX'), 'latin1'), [0x8a, 0xbf], '漢'],
    ['as Chinese pages say it', Buffer.from(page('<meta charset=gb2312>', 'XX'), 'latin1'), [0xba, 0xba], '汉'],
    ['Latin 1 as everybody means it', Buffer.from(page('<meta charset=iso-8859-1>', 'XX'), 'latin1'), [0x93, 0xe9], '“é'],
    ['Western European without a word', Buffer.from(page('', 'XX'), 'latin1'), [0x80, 0xe9], '€é'],
    ['Arabic', Buffer.from(page('<meta charset=windows-1256>', 'XX'), 'latin1'), [0xd3, 0xe1], 'سل'],
  ])('%s', (_what, bytes, letters, expected) => {
    const at = bytes.indexOf('XX')
    expect(read(Uint8Array.from([...bytes.subarray(0, at), ...letters, ...bytes.subarray(at + 2)])).text).toBe(`${expected}\n`)
  })

  it('by its mark, against what it says, and UTF-8 with a broken letter as UTF-8', () => {
    expect(read(Buffer.from(`\ufeff${page('<meta charset=iso-8859-1>', 'é漢')}`)).text).toBe('é漢\n')
    expect(read(Buffer.from(`\ufeff${page('', 'é漢')}`, 'utf16le')).text).toBe('é漢\n')
    expect(read(Buffer.from(`\ufeff${page('', 'é漢')}`, 'utf16le').swap16()).text).toBe('é漢\n')
    expect(read(Buffer.concat([Buffer.from(page('<meta charset=utf-8>', 'é漢é漢é漢é漢é漢é漢é漢')), Buffer.from([0xff])])).text).toBe('é漢é漢é漢é漢é漢é漢é漢\ufffd\n')
  })
})

describe('the article of a page', () => {
  const story = '<p>Norvia and Estal signed a memorandum on the port of Kesh after nine rounds of talks, and both sides said so.</p>'.repeat(5)
  const furniture = '<nav><a href=/>Home</a> <a href=/w>World</a></nav><footer>Imprint and terms</footer><form><input></form>'

  it('is the part that the page names, with its heading, and says how much is around it', () => {
    const { text, remarks } = read(`<body>${furniture}<h1>The port</h1><aside>Read more</aside><div itemprop="articleBody">${story}<aside>An advertisement</aside></div></body>`)
    expect(text).toMatch(/^The port\n\nNorvia and Estal/)
    expect(text).not.toMatch(/Home|Imprint|advertisement|Read more/)
    expect(remarks).toEqual([{ what: 'around', count: 9 }])
  })

  it('is what the finder finds where the page names nothing and is full of links, if that is enough of it', () => {
    const page = `<body>${furniture}<div class=x>${story}</div><div><a href=/e>Elsewhere in the news today: a storm, a harvest, a festival, and a long list of what else there is to read on these pages</a></div></body>`
    const tidy = page.replace(/<a href=\/e>|<\/a><\/div>/g, '')
    expect(extractHtml(bytesOf(tidy), () => `<div>${story}</div>`).text).toContain('Elsewhere')
    expect(extractHtml(bytesOf(page), () => `<div>${story}</div>`).text).not.toContain('Elsewhere')
    expect(extractHtml(bytesOf(page), () => '<p>Too little</p>').text).toContain('Elsewhere')
    expect(extractHtml(bytesOf(page), () => '<p>Too little</p>').text).not.toContain('Home')
  })

  it('is found in a page that is one large form, and in one that is nothing but furniture', () => {
    expect(textOf(`<body><form><nav>Menu</nav>${story}${story}<input></form>`)).toMatch(/^Norvia(?!.*Menu)/s)
    expect(textOf('<body><aside>Only this.</aside>')).toBe('Only this.\n')
  })

  it('is the whole page where there is nothing but it', () => {
    const { text, remarks } = read('<title>T</title><header>Ministry</header><h1>Short</h1><p>One line.</p><p>Signed: <a href="#x">A</a>')
    expect(text).toBe('Ministry\n\nShort\n\nOne line.\n\nSigned: A\n')
    expect(remarks).toEqual([])
  })
})

describe('what a page says about itself', () => {
  it('is taken from where search engines and networks look', () => {
    expect(read('<title>Port | Courier</title><meta property="og:title" content="The  port"><meta property="article:published_time" content="2031-05-04T23:30:00-05:00"><meta property="og:site_name" content="Courier"><link rel="canonical" href="https://courier.example/port">').facts).toEqual({ title: 'The port', date: '2031-05-04', outlet: 'Courier', link: 'https://courier.example/port' })
    expect(read('<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"H","datePublished":"2031-05-04","publisher":{"name":"C"}}]}</script><!-- saved from url=(0022)https://courier.example/a -->').facts).toEqual({ title: 'H', date: '2031-05-04', outlet: 'C', link: 'https://courier.example/a' })
  })

  it('is not believed where it is no date and no address', () => {
    expect(read('<title>T</title><meta name=date content="2031-02-30"><link rel=canonical href="javascript:alert(1)"><script type="application/ld+json">{broken</script>').facts).toEqual({ title: 'T', date: null, outlet: null, link: null })
  })
})

it('one element may be asked for alone', () => {
  expect(markupToText(readHtml('<p>a<p>b'), new RemarkCounter(), { leaveOut: ({ name }) => name === 'p' })).toBe('')
})
