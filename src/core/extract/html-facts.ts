import { parseJson } from '../formats/source-text.ts'
import { isoDate } from '../text/calendar.ts'
import { factText, type FoundFacts } from './extracted.ts'
import { descendants, findMarkup, markupText, type Markup } from './markup.ts'

/** What a page says about itself: in the words for search engines and networks, else its title and address. */
export function htmlFacts(page: Markup): FoundFacts {
  const metas = readMetas(page)
  const meta = (...names: string[]) => names.map((name) => factText(metas.get(name), 2000)).find((value) => value !== null) ?? null
  const news = readLinkedData(page)
  const title = findMarkup(page, ({ name }) => name === 'title')
  return {
    title: factText(meta('og:title', 'citation_title', 'dc.title', 'dcterms.title')) ?? factText(news.headline) ?? factText(onlyHeading(page)) ?? factText(title && markupText(title, 2000)),
    date: dayOf(meta('article:published_time', 'citation_publication_date', 'citation_date', 'dc.date', 'dcterms.date', 'dcterms.issued', 'dc.date.issued', 'datepublished', 'date', 'pubdate', 'publishdate')) ?? dayOf(news.date),
    outlet: factText(meta('og:site_name', 'citation_journal_title', 'dc.publisher', 'dcterms.publisher')) ?? factText(news.publisher),
    link: webAddress(canonical(page)) ?? webAddress(meta('og:url')) ?? webAddress(savedFrom(page)),
  }
}

/** The day as it is written, whatever the time zone. */
export function dayOf(written: string | null): string | null {
  const match = /^\s*(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)(?!\d)/.exec(written ?? '')
  return match ? isoDate(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** The text of the page's heading of the first rank, where it has exactly one. */
export function onlyHeading(page: Markup): string | null {
  const headings = [...descendants(page)].filter(({ name }) => name === 'h1').map((heading) => factText(markupText(heading, 2000)))
  const [heading] = headings
  return headings.length === 1 && heading !== undefined ? heading : null
}

function readMetas(page: Markup): Map<string, string> {
  const metas = new Map<string, string>()
  for (const { name, attributes } of descendants(page)) {
    if (name !== 'meta') continue
    const key = (attributes.get('property') ?? attributes.get('name') ?? attributes.get('itemprop') ?? '').toLowerCase()
    const content = attributes.get('content')
    if (key !== '' && content !== undefined && !metas.has(key)) metas.set(key, content)
  }
  return metas
}

function canonical(page: Markup): string | null {
  const link = findMarkup(page, ({ name, attributes }) => name === 'link' && /(^|\s)canonical(\s|$)/i.test(attributes.get('rel') ?? ''))
  return link?.attributes.get('href') ?? null
}

/** Browsers note the address in a comment when they save a page. */
function savedFrom(page: Markup): string | null {
  const comment = findMarkup(page, ({ name, attributes }) => name === '#comment' && /^\s*saved from url=/.test(attributes.get('data') ?? ''))
  return /^\s*saved from url=\(\d+\)(\S+)/.exec(comment?.attributes.get('data') ?? '')?.[1] ?? null
}

export function webAddress(written: string | null): string | null {
  const text = written?.trim() ?? ''
  return /^https?:\/\/[^\s/]+\.[^\s]*$/i.test(text) && text.length <= 2000 ? text : null
}

interface News {
  readonly headline: string | null
  readonly date: string | null
  readonly publisher: string | null
}

/** What search engines are told in JSON-LD: the first record of an article. */
function readLinkedData(page: Markup): News {
  for (const element of descendants(page)) {
    if (element.name !== 'script' || element.attributes.get('type')?.trim().toLowerCase() !== 'application/ld+json') continue
    const text = markupText(element)
    const value = text.length > 1_000_000 ? undefined : parseJson(text)
    const records = (Array.isArray(value) ? value : [value]).filter(isRecord).flatMap((record) => (Array.isArray(record['@graph']) ? record['@graph'].filter(isRecord) : [record]))
    const article = records.find((record) => typeof record['@type'] === 'string' ? /Article|Report|Posting$/.test(record['@type']) : 'headline' in record)
    if (!article) continue
    const publisher = isRecord(article['publisher']) ? article['publisher']['name'] : article['publisher']
    return { headline: string(article['headline']), date: string(article['datePublished']), publisher: string(publisher) }
  }
  return { headline: null, date: null, publisher: null }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function string(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
