import { extraOf, withExtra, type Scheme, type SchemeLabel } from '../interchange.ts'
import { childOf, node, readTree, textIn, type Tree } from './tree.ts'
import { guidFor, guidKey, isGuid } from './guids.ts'

export interface Codes {
  readonly labels: SchemeLabel[]
  /** Name of the label by the key of its code’s GUID. */
  readonly names: Map<string, string>
}

/** Codes as labels, one below the other; two of one name are told apart by what is above them. */
export function readCodes(codes: Tree | undefined, format: string): Codes {
  const labels: SchemeLabel[] = []
  const names = new Map<string, string>()
  const taken = new Map<string, true>()
  const walk = (code: Tree, parent: string | null): void => {
    const { guid, name: given = '', color, isCodable } = code.attributes
    const base = given === '' ? (guid ?? 'code') : given
    let name = !taken.has(base) || parent === null ? base : `${parent}/${base}`
    for (let number = 2; taken.has(name); number += 1) name = `${base} (${number})`
    taken.set(name, true)
    if (guid !== undefined && !names.has(guidKey(guid))) names.set(guidKey(guid), name)
    const definition = textIn(code, 'Description')
    const refs = code.children.filter((child) => child.name === 'NoteRef')
    const long = color === undefined ? undefined : colorOf(color)
    labels.push({
      name,
      ...(long !== undefined && { color: long }),
      ...(definition !== undefined && { definition }),
      ...(parent !== null && { parent }),
      ...withExtra(format, { guid, name: name === given ? undefined : given, color: color === long ? undefined : color, isCodable: isCodable === 'true' || isCodable === '1' ? undefined : (isCodable ?? null), refs: refs.length === 0 ? undefined : refs }),
    })
    for (const child of code.children) if (child.name === 'Code') walk(child, name)
  }
  for (const code of codes?.children ?? []) if (code.name === 'Code') walk(code, null)
  return { labels, names }
}

/** The codes of a scheme, and of labels that are used without being in it. */
export function writeCodes(scheme: Scheme, used: Iterable<string>, format: string): { readonly codes: Tree; readonly guids: Map<string, string> } {
  const codes = node('Codes')
  const guids = new Map<string, string>()
  const nodes = new Map<string, Tree>()
  const all = [...scheme.labels, ...[...used].filter((name) => !scheme.labels.some((label) => label.name === name)).map((name): SchemeLabel => ({ name }))]
  for (const label of all) {
    if (nodes.has(label.name)) continue
    const own = extraOf(label, format)
    const guid = isGuid(own['guid']) ? own['guid'] : guidFor('code', label.name)
    const color = typeof own['color'] === 'string' ? own['color'] : label.color
    const refs = (Array.isArray(own['refs']) ? own['refs'] : []).flatMap((ref) => readTree(ref) ?? [])
    const children = [...(label.definition === undefined ? [] : [node('Description', {}, [], label.definition)]), ...(format === 'refi-qdpx' ? refs : [])]
    const tree = node('Code', { guid, name: typeof own['name'] === 'string' ? own['name'] : label.name, isCodable: typeof own['isCodable'] === 'string' ? own['isCodable'] : 'true', color: color !== undefined && /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.test(color) ? color : undefined }, children)
    guids.set(label.name, guid)
    nodes.set(label.name, tree)
  }
  for (const label of all) {
    const tree = nodes.get(label.name)
    const above = label.parent === undefined || isBelow(label.parent, label.name, scheme) ? undefined : nodes.get(label.parent)
    const into = above ?? codes
    if (tree && !into.children.includes(tree)) into.children.push(tree)
  }
  return { codes, guids }
}

/** A parent that is below its own child would lose both. */
function isBelow(parent: string, name: string, scheme: Scheme): boolean {
  const parents = new Map(scheme.labels.map((label) => [label.name, label.parent]))
  let at: string | undefined = parent
  for (let steps = 0; at !== undefined && steps < 200; steps += 1) {
    if (at === name) return true
    at = parents.get(at)
  }
  return at !== undefined
}

function colorOf(color: string): string | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color)
  const long = short ? `#${short.slice(1).map((digit) => digit + digit).join('')}` : color
  return /^#[0-9a-f]{6}$/i.test(long) ? long.toLowerCase() : undefined
}

export function codesIn(root: Tree): Tree | undefined {
  return root.name === 'CodeBook' ? childOf(root, 'Codes') : childOf(childOf(root, 'CodeBook') ?? root, 'Codes')
}
