import { descendants, markupText, type Markup } from './markup.ts'

const FURNITURE = new Set(['nav', 'aside', 'footer'])
/** A longer form is no form: some programs put the whole page into one. */
const LONGEST_FORM = 1000
const FURNITURE_ROLES = new Set(['navigation', 'banner', 'complementary', 'contentinfo', 'search', 'menu', 'menubar', 'dialog', 'alertdialog'])

/** What a page itself calls menu, sidebar, footer, search or form. */
export function isFurniture(element: Markup): boolean {
  const { name, attributes } = element
  if (name === 'form') return markupText(element, LONGEST_FORM + 1).length <= LONGEST_FORM
  return FURNITURE.has(name) || FURNITURE_ROLES.has(attributes.get('role')?.trim().toLowerCase() ?? '')
}

/** Above this share of a page's letters inside links, there is more on it than its article. */
const MOST_LINKED = 0.2
/** And above this share of what the page names no furniture, that is not all of it. */
const MOST_LINKED_OUTSIDE = 0.1

export interface PageLook {
  /** There is more on the page than its article. */
  readonly furnished: boolean
  /** It names all of that. */
  readonly tidy: boolean
}

export function lookAt(page: Markup): PageLook {
  const linked = { all: 0, outside: 0 }
  const length = { all: 0, outside: 0 }
  let named = false
  const open: { readonly node: Markup | string; readonly inLink: boolean; readonly inside: boolean }[] = [{ node: page, inLink: false, inside: false }]
  for (let item = open.pop(); item; item = open.pop()) {
    const { node, inLink, inside } = item
    if (typeof node === 'string') {
      const letters = node.trim().length
      length.all += letters
      if (!inside) length.outside += letters
      if (inLink) linked.all += letters
      if (inLink && !inside) linked.outside += letters
    } else if (node.name !== 'script' && node.name !== 'style' && node.name !== 'head') {
      const furniture = isFurniture(node)
      named ||= furniture
      const link = inLink || (node.name === 'a' && /^(?!#)/.test(node.attributes.get('href') ?? '#'))
      for (const child of node.children) open.push({ node: child, inLink: link, inside: inside || furniture })
    }
  }
  return { furnished: named || linked.all > length.all * MOST_LINKED, tidy: named && linked.outside <= length.outside * MOST_LINKED_OUTSIDE }
}

/** The one part that the page names its article: by microdata, by the element, or as its main part. */
export function namedContent(page: Markup): Markup | null {
  const named: readonly ((element: Markup) => boolean)[] = [
    ({ attributes }) => /(^|\s)articleBody(\s|$)/.test(attributes.get('itemprop') ?? ''),
    ({ name }) => name === 'article',
    ({ name, attributes }) => name === 'main' || attributes.get('role')?.trim().toLowerCase() === 'main',
  ]
  for (const fits of named) {
    const found = [...descendants(page)].filter(fits)
    const [only] = found
    if (found.length === 1 && only) return only
  }
  return null
}
