import type { OutgoingFormat } from '../../../ipc/export-shapes.ts'

export const formatGroups = ['people', 'tools', 'qda', 'archive'] as const
export type FormatGroup = (typeof formatGroups)[number]

/** For whom a format is: the order is that in which they are offered. */
const GROUPS: Readonly<Record<OutgoingFormat['name'], FormatGroup>> = {
  csv: 'people',
  xlsx: 'people',
  html: 'people',
  brat: 'tools',
  'doccano-jsonl': 'tools',
  'doccano-csv': 'tools',
  'label-studio': 'tools',
  'spacy-jsonl': 'tools',
  'conll-2003': 'tools',
  conllu: 'tools',
  'webanno-tsv': 'tools',
  'cas-json': 'tools',
  'cas-xmi': 'tools',
  'gate-xml': 'tools',
  'bioc-json': 'tools',
  'refi-qdpx': 'qda',
  'refi-qdc': 'qda',
  jsonl: 'archive',
  'w3c-jsonld': 'archive',
  tei: 'archive',
}

export function inGroups(formats: readonly OutgoingFormat[]): { readonly group: FormatGroup; readonly formats: readonly OutgoingFormat[] }[] {
  const order = Object.keys(GROUPS)
  const sorted = formats.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
  return formatGroups.flatMap((group) => {
    const inside = sorted.filter(({ name }) => GROUPS[name] === group)
    return inside.length === 0 ? [] : [{ group, formats: inside }]
  })
}
