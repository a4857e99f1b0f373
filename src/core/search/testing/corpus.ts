import fc from 'fast-check'
import { pledgesAndAgreements } from '../../codebook/starter.ts'
import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { Annotation } from '../../model/annotation.ts'
import { normaliseText } from '../../text/normalise.ts'
import { awkwardText } from '../../text/testing/awkward-text.ts'
import { all, either, not, type Query, type SideTerm, type Term } from '../query.ts'
import type { SearchedArticle } from '../scan.ts'

const PIECES = [
  'deliver', 'delivers', 'Delivered', 'ambulance', 'AMBULANCES', 'port', 'Estalport', 'straße', 'STRASSE', 'cafe\u0301', 'café', 'İzmir', 'ılık', 'σοφός', 'ΣΟΦΟΣ', 'ᾳ', 'ſay',
  '👩‍👩‍👧', '🇫🇷', 'e\u0301', 'e', '한국', 'ไทย', 'سَلام', 'اتفاق', 'שלום', '会谈', '市', '“', '”', "'", '’', '(', ')', '/', '-', 'ﬁ', '½', '\u00a0', '¨',
] as const

const GAPS = [' ', ' ', ' ', '', '\n', '\r\n', '\n\n', '\t', ', ', '. '] as const

/** Text in which the queries below find something now and then; CRLF made into line feeds, as every article is. */
export function aCorpusText(): fc.Arbitrary<string> {
  const mixed = fc.array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...GAPS)), { maxLength: 30 }).map((pairs) => pairs.flat().join(''))
  return fc.oneof({ weight: 4, arbitrary: mixed }, awkwardText(20)).map(normaliseText)
}

function aSide(): fc.Arbitrary<SideTerm> {
  const text = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' ').replace(/\s+/g, ' ').trim())
  const words = fc.record({ kind: fc.constant('words' as const), text: text.filter((found) => found !== ''), prefix: fc.boolean() })
  const source = fc.constantFrom('deliver(s|ed)?', 'por?t', 'ambulance', String.raw`stra(ß|ss)e`, 'caf.', '[a-z]+port', String.raw`\p{Script=Han}+`, 'port|caf', 'del{0,2}iver', 'so+', String.raw`\bport\b`, 'ſay')
  return fc.oneof({ weight: 3, arbitrary: words }, source.map((found) => ({ kind: 'regex' as const, source: found })))
}

function aTerm(): fc.Arbitrary<Term> {
  const near = fc.record({ kind: fc.constant('near' as const), first: aSide(), second: aSide(), within: fc.integer({ min: 1, max: 9 }) })
  return fc.oneof({ weight: 4, arbitrary: aSide() }, near)
}

/** Queries in the form that the parser makes them; `filters` with what the starter codebook knows. */
export function aQuery(filters = true): fc.Arbitrary<Query> {
  const filter = fc.constantFrom<Query>(
    { kind: 'filter', on: 'label', value: 'pledge' },
    { kind: 'filter', on: 'label', value: 'agreement' },
    { kind: 'filter', on: 'annotator', value: 'Ines Duarte' },
    { kind: 'filter', on: 'date', value: '2031-03..2031-05' },
    { kind: 'filter', on: 'status', value: 'open' },
    { kind: 'filter', on: 'article', value: 'wire/*' },
    { kind: 'filter', on: 'is', value: 'incomplete' },
    { kind: 'filter', on: 'has', value: 'note' },
    { kind: 'filter', on: 'attribute', attribute: 'actor', value: 'Republic of “Norvia”' },
    { kind: 'filter', on: 'attribute', attribute: 'topic', value: 'any' },
  )
  const leaf: fc.Arbitrary<Query> = filters ? fc.oneof({ weight: 3, arbitrary: aTerm() }, filter) : aTerm()
  return fc.letrec<{ query: Query }>((tie) => ({
    query: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      fc.array(tie('query'), { minLength: 2, maxLength: 3 }).map(all),
      fc.array(tie('query'), { minLength: 2, maxLength: 3 }).map(either),
      tie('query').map(not),
    ),
  })).query
}

export function anArticle(path: string, more: Partial<SearchedArticle> = {}): SearchedArticle {
  return { id: path, path, title: path, date: null, outlet: null, progress: 'not_started', review: null, ...more }
}

export function aMark(id: string, label: string, text: string, quote: string, attributes: Annotation['attributes'] = {}): Annotation {
  const start = text.indexOf(quote)
  const at = '2031-03-12T13:03:00.000Z'
  return { id, label, fragments: [{ start, end: start + quote.length, quote }], prefix: '', suffix: '', attributes, created: at, modified: at }
}

export function setOf(path: string, name: string, annotations: Annotation[]): AnnotationSet {
  return {
    format: 'concord/annotation-set', version: 1, article: { path, text_sha256: '0'.repeat(64) }, annotator: { key: name.toLowerCase().replace(' ', '-'), name }, codebook: '0'.repeat(64), revision: 1,
    state: { status: 'in_progress', changed: '2031-03-12T13:03:00.000Z' }, annotations, relations: [],
  }
}

export const codebook = pledgesAndAgreements
