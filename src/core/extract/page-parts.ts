import { descendants, type Markup } from './markup.ts'

const FURNITURE = new Set(['nav', 'aside', 'footer', 'form'])
const FURNITURE_ROLES = new Set(['navigation', 'banner', 'complementary', 'contentinfo', 'search', 'menu', 'menubar', 'dialog', 'alertdialog'])

/** What a page itself calls menu, sidebar, footer, search or form. */
export function isFurniture({ name, attributes }: Markup): boolean {
  return FURNITURE.has(name) || FURNITURE_ROLES.has(attributes.get('role')?.trim().toLowerCase() ?? '')
}

/** Above this share of a page's letters inside links, it is more than its article. */
const MOST_LINKED = 0.2

/** Whether there is more on a page than its article. */
export function lookAt(page: Markup): { readonly furnished: boolean } {
  let linked = 0
  let all = 0
  let named = false
  const open: { readonly node: Markup | string; readonly inLink: boolean }[] = [{ node: page, inLink: false }]
  for (let item = open.pop(); item; item = open.pop()) {
    const { node, inLink } = item
    if (typeof node === 'string') {
      const length = node.trim().length
      all += length
      if (inLink) linked += length
    } else if (node.name !== 'script' && node.name !== 'style' && node.name !== 'head') {
      named ||= isFurniture(node)
      const link = inLink || (node.name === 'a' && /^(?!#)/.test(node.attributes.get('href') ?? '#'))
      for (const child of node.children) open.push({ node: child, inLink: link })
    }
  }
  return { furnished: named || linked > all * MOST_LINKED }
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
