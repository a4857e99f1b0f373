import type { FreshCas } from '../cas/fresh.ts'
import { escapeXmlAttribute } from '../xml.ts'

export function writeXmi({ text, items }: FreshCas): string {
  const prefixes = new Map<string, string>()
  for (const { type } of items) {
    const inPackage = type.slice(0, Math.max(0, type.lastIndexOf('.')))
    if (!prefixes.has(inPackage)) prefixes.set(inPackage, `p${prefixes.size + 1}`)
  }
  const spaces = [...prefixes].map(([name, prefix]) => ` xmlns:${prefix}="http:///${escapeXmlAttribute(name === '' ? 'uima/noNamespace' : name.replaceAll('.', '/'))}.ecore"`).join('')
  const lines = items.map(({ id, type, begin, end, values, refs }) => {
    const dot = type.lastIndexOf('.')
    const attributes: [string, string][] = [['xmi:id', String(id)], ['sofa', '1'], ['begin', String(begin)], ['end', String(end)], ...values, ...[...refs].map(([name, target]): [string, string] => [name, String(target)])]
    return `    <${prefixes.get(type.slice(0, Math.max(0, dot))) ?? ''}:${type.slice(dot + 1)}${attributes.map(([name, value]) => ` ${name}="${escapeXmlAttribute(value)}"`).join('')}/>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"${spaces} xmi:version="2.0">\n    <cas:NULL xmi:id="0"/>\n${lines.join('')}    <cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="${escapeXmlAttribute(text)}"/>\n    <cas:View sofa="1" members="${items.map(({ id }) => id).join(' ')}"/>\n</xmi:XMI>\n`
}

export function writeTypes({ types }: FreshCas): string {
  const one = ([name, features]: [string, ReadonlyMap<string, string>]) => {
    const list = [...features].map(([feature, range]) => `<featureDescription><name>${feature}</name><description/><rangeTypeName>${range}</rangeTypeName></featureDescription>`).join('')
    return `    <typeDescription><name>${escapeXmlAttribute(name)}</name><description/><supertypeName>${name.endsWith('.DocumentMetaData') ? 'uima.tcas.DocumentAnnotation' : 'uima.tcas.Annotation'}</supertypeName>${list === '' ? '' : `<features>${list}</features>`}</typeDescription>\n`
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">\n  <types>\n${[...types].map(one).join('')}  </types>\n</typeSystemDescription>\n`
}
