import { hullOf, joinedQuote, valueText, type InterchangeAnnotation, type InterchangeDocument, type InterchangeSet, type Scheme } from '../interchange.ts'
import { escapeXml, escapeXmlAttribute } from '../xml.ts'
import { markedText, type Mark } from './marked-text.ts'
import { STYLE } from './style.ts'

/** Where the scheme gives a label no colour. */
const COLORS = ['#3b73c4', '#c2671a', '#1f8a84', '#c24a6e', '#a67c00', '#7a5bc2', '#3f8a3a', '#64748b'] as const

interface Legend {
  readonly name: string
  readonly definition: string
  readonly color: string
}

/**
 * One page with everything in it: no script, no font, no picture, nothing that is fetched. Spans carry the numbers of the notes below
 * the text; spans that overlap are underlined one below the other.
 */
export function* pageOf(document: InterchangeDocument, scheme: Scheme): Generator<string> {
  const legend = legendOf(document, scheme)
  const places = new Map([...legend.keys()].map((name, index) => [name, index]))
  const title = typeof document.metadata['title'] === 'string' && document.metadata['title'] !== '' ? document.metadata['title'] : document.name
  const colors = [...legend.values()].map(({ color }, index) => `.l${index}{--color:${color}}`).join('')
  yield '<!doctype html>\n<html lang="und">\n<head>\n<meta charset="utf-8">\n'
  yield `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`
  yield `<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${text(title)}</title>\n<style>${STYLE}${colors}</style>\n</head>\n<body>\n`
  yield `<header>\n<h1 dir="auto">${text(title)}</h1>\n${factsOf(document)}</header>\n`
  if (legend.size > 0) yield legendList(document, legend)
  const sets = document.sets.length > 0 ? document.sets : [{ annotator: null, annotations: [], relations: [] }]
  for (const [index, set] of sets.entries()) yield* section(document, set, index, places, sets.length > 1)
  yield '</body>\n</html>\n'
}

function legendOf(document: InterchangeDocument, scheme: Scheme): Map<string, Legend> {
  const used = new Set(document.sets.flatMap(({ annotations }) => annotations.map(({ label }) => label)))
  const known = scheme.labels.filter(({ name }) => used.has(name))
  const others = [...used].filter((name) => !known.some((label) => label.name === name)).toSorted()
  const all = [...known, ...others.map((name) => ({ name, color: undefined, definition: undefined }))]
  return new Map(
    all.map(({ name, color, definition }, index) => [name, { name, definition: definition ?? '', color: color !== undefined && /^#[0-9a-f]{6}$/i.test(color) ? color : (COLORS[index % COLORS.length] ?? COLORS[0]) }]),
  )
}

function legendList(document: InterchangeDocument, legend: ReadonlyMap<string, Legend>): string {
  const counts = new Map<string, number>()
  for (const { label } of document.sets.flatMap(({ annotations }) => annotations)) counts.set(label, (counts.get(label) ?? 0) + 1)
  const items = [...legend.values()].map(({ name, definition }, index) => `<div><dt><span class="key l${index}">${text(name)}</span> <small>${counts.get(name) ?? 0}</small></dt><dd>${text(definition)}</dd></div>\n`)
  return `<dl class="legend">\n${items.join('')}</dl>\n`
}

function factsOf({ name, metadata }: InterchangeDocument): string {
  const facts = Object.entries(metadata).filter(([key, value]) => key !== 'title' && value !== '' && value !== null)
  const shown = [['article', name], ...facts.map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)])]
  return `<p class="facts">${shown.map(([key = '', value = '']) => `<span>${text(key)}: <b>${text(value)}</b></span>`).join(' ')}</p>\n`
}

function* section(document: InterchangeDocument, set: InterchangeSet, index: number, places: ReadonlyMap<string, number>, several: boolean): Generator<string> {
  const ordered = set.annotations.toSorted((a, b) => hullOf(a).start - hullOf(b).start || hullOf(b).end - hullOf(a).end)
  const numbers = new Map(ordered.map(({ id }, at) => [id, at + 1]))
  const marks = ordered.map((annotation, at): Mark => ({ number: at + 1, anchor: `s${index + 1}`, label: annotation.label, place: places.get(annotation.label) ?? 0, fragments: annotation.fragments }))
  yield '<section>\n'
  if (several || set.annotator !== null) yield `<h2 dir="auto">${text(set.annotator ?? 'Annotator not named')}${set.status === 'done' ? ' <small>done</small>' : ''}</h2>\n`
  if (set.note !== undefined) yield `<p class="note" dir="auto">${text(set.note)}</p>\n`
  yield '<div class="text">'
  yield* markedText(document.text, marks)
  yield '</div>\n'
  if (ordered.length > 0) yield `<ol class="notes">\n${ordered.map((annotation) => noteOf(annotation, set, `s${index + 1}`, numbers, places)).join('')}</ol>\n`
  yield '</section>\n'
}

function noteOf(annotation: InterchangeAnnotation, set: InterchangeSet, anchor: string, numbers: ReadonlyMap<string, number>, places: ReadonlyMap<string, number>): string {
  const number = numbers.get(annotation.id) ?? 0
  const rows = Object.entries(annotation.attributes).map(([name, value]) => {
    const shown = { not_stated: '<i>not stated</i>', not_applicable: '<i>not applicable</i>', decided: '', default: '' }[value.state]
    return [text(name), shown === '' ? `${text(valueText(value).text)}${value.state === 'default' ? ' <i>(filled in, not confirmed)</i>' : ''}` : shown]
  })
  const links = set.relations.filter(({ from }) => from.annotation === annotation.id).map(({ type, to }) => [text(type), to.document === undefined ? link(anchor, numbers.get(to.annotation)) : text(to.document)])
  const table = [...rows, ...links].map(([name = '', value = '']) => `<div><dt>${name}</dt><dd dir="auto">${value}</dd></div>`).join('')
  return `<li id="${anchor}-n${number}" value="${number}"><span class="key l${places.get(annotation.label) ?? 0}">${text(annotation.label)}</span> <q dir="auto"><a href="#${anchor}-m${number}">${text(joinedQuote(annotation, ' … '))}</a></q>${table === '' ? '' : `<dl>${table}</dl>`}${annotation.note === undefined ? '' : `<p class="note" dir="auto">${text(annotation.note)}</p>`}</li>\n`
}

function link(anchor: string, number: number | undefined): string {
  return number === undefined ? '?' : `<a href="#${escapeXmlAttribute(anchor)}-n${number}">${number}</a>`
}

function text(value: string): string {
  return escapeXml(value)
}
