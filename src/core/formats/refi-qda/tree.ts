import { isObject } from '../json-lines.ts'
import { escapeXml, escapeXmlAttribute, type XmlElement } from '../xml.ts'

/** An XML element as JSON, without its namespace: the project as far as the model has no place for it. */
export interface Tree {
  readonly name: string
  attributes: Record<string, string>
  children: Tree[]
  text?: string
}

export function treeOf(element: XmlElement): Tree {
  const attributes = [...element.attributes].filter(([name]) => !name.includes(':') && name !== 'xmlns')
  const children = element.children.flatMap((child) => (typeof child === 'string' ? [] : [treeOf(child)]))
  const text = children.length > 0 ? '' : element.children.filter((child) => typeof child === 'string').join('')
  return { name: element.local, attributes: Object.fromEntries(attributes), children, ...(text.trim() !== '' && { text }) }
}

export function node(name: string, attributes: Readonly<Record<string, string | undefined>> = {}, children: readonly Tree[] = [], text?: string): Tree {
  const given = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { name, attributes: Object.fromEntries(given), children: [...children], ...(text !== undefined && text !== '' && { text }) }
}

/** From a record’s own data, whoever wrote it: null where it is no tree. */
export function readTree(value: unknown, depth = 0): Tree | null {
  if (!isObject(value) || typeof value['name'] !== 'string' || !/^[\w.-]+$/.test(value['name']) || depth > 200) return null
  const attributes = isObject(value['attributes']) ? Object.entries(value['attributes']).filter((entry): entry is [string, string] => typeof entry[1] === 'string') : []
  const children = (Array.isArray(value['children']) ? value['children'] : []).flatMap((child) => readTree(child, depth + 1) ?? [])
  return { name: value['name'], attributes: Object.fromEntries(attributes), children, ...(typeof value['text'] === 'string' && { text: value['text'] }) }
}

export function writeTree({ name, attributes, children, text }: Tree, indent = ''): string {
  const start = `${indent}<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXmlAttribute(value)}"`).join('')}`
  if (children.length > 0) return `${start}>\n${children.map((child) => writeTree(child, `${indent}  `)).join('')}${indent}</${name}>\n`
  return text === undefined ? `${start}/>\n` : `${start}>${escapeXml(text)}</${name}>\n`
}

export function childOf(tree: Tree, name: string): Tree | undefined {
  return tree.children.find((child) => child.name === name)
}

export function textIn(tree: Tree | undefined, name: string): string | undefined {
  return tree && childOf(tree, name)?.text
}
