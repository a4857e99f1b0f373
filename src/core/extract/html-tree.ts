import { parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import type { Markup } from './markup.ts'

type Node = DefaultTreeAdapterTypes.Node

interface Growing extends Markup {
  readonly children: (Markup | string)[]
}

/** As the HTML standard reads it. Nothing in it runs, and nothing that it names is fetched. */
export function readHtml(html: string): Markup {
  return toMarkup(parse(html, { scriptingEnabled: false }))
}

export function readHtmlFragment(html: string): Markup {
  return toMarkup(parseFragment(html, { scriptingEnabled: false }))
}

function toMarkup(root: DefaultTreeAdapterTypes.ParentNode): Markup {
  const top: Growing = { name: '', attributes: new Map(), children: [] }
  const open: { readonly nodes: readonly Node[]; next: number; readonly into: Growing }[] = [{ nodes: root.childNodes, next: 0, into: top }]
  for (let frame = open.at(-1); frame; frame = open.at(-1)) {
    const node = frame.nodes[frame.next]
    frame.next += 1
    if (!node) open.pop()
    else if ('value' in node) frame.into.children.push(node.value)
    else if ('tagName' in node) {
      const element: Growing = { name: node.tagName.toLowerCase(), attributes: new Map(node.attrs.map(({ name, value }) => [name, value])), children: [] }
      frame.into.children.push(element)
      open.push({ nodes: node.childNodes, next: 0, into: element })
    } else if ('data' in node) frame.into.children.push({ name: '#comment', attributes: new Map([['data', node.data]]), children: [] })
  }
  return top
}
