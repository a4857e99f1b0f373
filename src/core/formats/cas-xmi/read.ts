import type { Graph, Structure, View } from '../cas/graph.ts'
import { elementsOf, textOf, type XmlElement } from '../xml.ts'

const POINTERS = new Set(['sofa', 'Governor', 'Dependent', 'target'])

/** Elements are feature structures; the namespace is the package: `http:///my/pkg.ecore`. */
export function graphOf(root: XmlElement): Graph | { readonly line: number; readonly why: string } {
  const elements = elementsOf(root).filter(({ local }) => local !== 'NULL' && local !== 'View')
  const byId = new Map<string, XmlElement>()
  for (const element of elements) {
    const id = element.attributes.get('xmi:id')
    if (id === undefined || !/^\d{1,15}$/.test(id)) return { line: element.line, why: `the element ${element.name} has no number (xmi:id)` }
    if (byId.has(id)) return { line: element.line, why: `another element has the xmi:id ${id}` }
    byId.set(id, element)
  }
  const sofas = [...byId].filter(([, { local, uri }]) => local === 'Sofa' && uri === 'http:///uima/cas.ecore')
  const views = sofas.map(([id, { attributes }]): View => ({ name: attributes.get('sofaID') ?? id, sofa: id, text: attributes.get('sofaString') ?? null }))
  return { structures: [...byId].filter(([id]) => !sofas.some(([sofa]) => sofa === id)).map(([id, element]) => structureOf(id, element, byId)), views }
}

function structureOf(id: string, element: XmlElement, byId: ReadonlyMap<string, XmlElement>): Structure {
  const values = new Map<string, string | number | boolean>()
  const refs = new Map<string, readonly string[]>()
  const inPackage = /^http:\/\/\/(.*)\.ecore$/.exec(element.uri)?.[1]?.replaceAll('/', '.')
  for (const [name, value] of element.attributes) {
    if (name.includes(':') || name === 'xmlns') continue
    if ((name === 'begin' || name === 'end') && /^\d{1,15}$/.test(value)) values.set(name, Number(value))
    else if (POINTERS.has(name) || pointsAtLinks(value, byId)) refs.set(name, value.split(' '))
    else values.set(name, value)
  }
  // Arrays of strings stand as elements inside.
  for (const { local } of elementsOf(element)) if (!values.has(local)) values.set(local, elementsOf(element, local).map(textOf).join('; '))
  return { id, type: inPackage === undefined || inPackage === '' || inPackage === 'uima.noNamespace' ? element.local : `${inPackage}.${element.local}`, line: element.line, values, refs }
}

function pointsAtLinks(value: string, byId: ReadonlyMap<string, XmlElement>): boolean {
  return /^\d+( \d+)*$/.test(value) && value.split(' ').every((id) => byId.get(id)?.attributes.has('target'))
}
