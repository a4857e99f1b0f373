/** An element of HTML, XHTML or of what a library makes of a document, as far as its text is concerned. */
export interface Markup {
  /** Local name in lower case. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (Markup | string)[]
}

/** Every element below, in the document's order; without recursion, for documents nest as deep as they like. */
export function* descendants(root: Markup): Generator<Markup> {
  const open: Markup[] = [root]
  while (open.length > 0) {
    const element = open.pop()
    if (!element) return
    if (element !== root) yield element
    for (let index = element.children.length - 1; index >= 0; index -= 1) {
      const child = element.children[index]
      if (child !== undefined && typeof child !== 'string') open.push(child)
    }
  }
}

/** All text below, as it stands; at most about so many characters. */
export function markupText(root: Markup, most = Infinity): string {
  const pieces: string[] = []
  let length = 0
  const open: (Markup | string)[] = [root]
  while (open.length > 0 && length < most) {
    const node = open.pop()
    if (typeof node === 'string') {
      pieces.push(node)
      length += node.length
    } else if (node) {
      for (let index = node.children.length - 1; index >= 0; index -= 1) open.push(node.children[index] ?? '')
    }
  }
  return pieces.join('')
}

export function findMarkup(root: Markup, fits: (element: Markup) => boolean): Markup | undefined {
  for (const element of descendants(root)) if (fits(element)) return element
  return undefined
}
