import type { XmlElement } from '../formats/xml.ts'
import type { Markup } from './markup.ts'

/** XHTML that was read as XML; its depth is bounded by the reader. */
export function xmlToMarkup({ local, attributes, children }: XmlElement): Markup {
  return { name: local.toLowerCase(), attributes, children: children.map((child) => (typeof child === 'string' ? child : xmlToMarkup(child))) }
}
