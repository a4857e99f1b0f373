import { exampleOf, loseAll } from '../common-losses.ts'
import { extraOf, hullOf, valueText, type InterchangeDocument, type InterchangeSet, type Scheme } from '../interchange.ts'
import type { Losses } from '../losses.ts'
import { createSafeNames, type SafeNames } from '../safe-names.ts'
import { bordersOf, sentencesOf } from '../tokens.ts'

/** A CAS made from the model: types, and feature structures in order. The Sofa has the number 1. */
export interface FreshCas {
  readonly text: string
  readonly types: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly items: readonly FreshItem[]
}

export interface FreshItem {
  readonly id: number
  readonly type: string
  readonly begin: number
  readonly end: number
  readonly values: ReadonlyMap<string, string>
  readonly refs: ReadonlyMap<string, number>
}

const SEGMENT = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type'
const META = 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData'

export interface CasNames {
  readonly label: SafeNames
  readonly attribute: SafeNames
}

export function casNames(scheme: Scheme): CasNames {
  const isName = (name: string) => /^[A-Za-z][A-Za-z0-9_]*$/.test(name)
  return {
    label: createSafeNames((name) => isName(name) && name !== 'Token' && name !== 'Sentence', [...scheme.labels, ...scheme.relations]),
    // Names that readers of CAS use themselves.
    attribute: createSafeNames((name) => isName(name) && !['note', 'begin', 'end', 'sofa', 'id', 'type', 'self', 'xmiID', 'Governor', 'Dependent'].includes(name), scheme.attributes),
  }
}

export function freshCas(document: InterchangeDocument, set: InterchangeSet, format: string, names: CasNames, losses: Losses): FreshCas {
  const { text } = document
  const types = new Map<string, Map<string, string>>([[META, new Map([['documentTitle', 'uima.cas.String'], ['documentId', 'uima.cas.String']])], [`${SEGMENT}.Sentence`, new Map()], [`${SEGMENT}.Token`, new Map()]])
  const items: FreshItem[] = []
  const add = (type: string, begin: number, end: number, values: ReadonlyMap<string, string>, refs: ReadonlyMap<string, number>): number => {
    const id = items.length + 2
    items.push({ id, type, begin, end, values, refs })
    return id
  }
  const features = (type: string): Map<string, string> => {
    const known = types.get(type) ?? new Map<string, string>()
    types.set(type, known)
    return known
  }
  const title = document.metadata['documentTitle']
  add(META, 0, text.length, new Map([['documentTitle', typeof title === 'string' ? title : document.name], ['documentId', document.name]]), new Map())
  for (const sentence of sentencesOf(text, bordersOf(document))) {
    add(`${SEGMENT}.Sentence`, sentence[0]?.start ?? 0, sentence.at(-1)?.end ?? 0, new Map(), new Map())
    for (const { start, end } of sentence) add(`${SEGMENT}.Token`, start, end, new Map(), new Map())
  }
  const ids = new Map<string, { readonly id: number; readonly start: number; readonly end: number }>()
  for (const annotation of set.annotations) {
    const place = exampleOf(document, annotation)
    const own = extraOf(annotation, format)['type']
    const wish = names.label.of(annotation.label)
    const type = typeof own === 'string' && own !== '' ? own : `webanno.custom.${wish}`
    if (!type.endsWith(annotation.label)) losses.add('labels', 'signs in names of labels', annotation.label)
    const values = new Map<string, string>()
    for (const [name, value] of Object.entries(annotation.attributes)) {
      const { text: written, exact } = valueText(value)
      if (!exact) losses.add('values', 'values that become text', `${place}: ${name}`)
      const feature = names.attribute.of(name)
      if (feature.toLowerCase() !== name.toLowerCase()) losses.add('attributes', 'signs in names of attributes', name)
      values.set(feature, written)
    }
    if (annotation.note !== undefined) values.set('note', annotation.note)
    for (const name of values.keys()) features(type).set(name, 'uima.cas.String')
    features(type)
    const { start, end } = hullOf(annotation)
    const id = add(type, start, end, values, new Map())
    ids.set(annotation.id, { id, start, end })
    if (annotation.id !== String(id)) losses.add('ids', 'ids of annotations', place)
  }
  for (const relation of set.relations) {
    const [from, to] = [ids.get(relation.from.annotation), ids.get(relation.to.annotation)]
    if (!from || !to || relation.to.document !== undefined) {
      losses.add('relations', 'relations to another document', `${document.name}: ${relation.type}`)
      continue
    }
    const type = `webanno.custom.${names.label.of(relation.type)}`
    for (const end of ['Governor', 'Dependent']) features(type).set(end, 'uima.tcas.Annotation')
    add(type, to.start, to.end, new Map(), new Map([['Governor', from.id], ['Dependent', to.id]]))
  }
  loseAll(losses, { ...document, sets: [set], metadata: document.sets[0] === set ? document.metadata : {} }, format, ['metadata', 'statuses', 'set notes', 'document values', 'timestamps', 'fragments', 'extra'])
  return { text, types, items }
}
