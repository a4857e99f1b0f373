// Checks the sample's codings against its articles and prints counts. Node built-ins only.
// Every quote must stand in its article's text (BOM off, line ends LF) where its source file says, and cut no
// grapheme cluster, hence no code point.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ATTRIBUTES, EVENTS, ISO_DATE, MENTIONS, RELATIONS, SECTORS, words } from './vocabulary.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const articlesFolder = join(here, '../../samples/pledges/articles')
const codingsFolder = join(here, 'codings')

const only = (object, keys) => Object.keys(object).every((key) => keys.includes(key))

const checkType = {
  text: (value) => typeof value === 'string' && value !== '',
  choice: (value, values) => values.includes(value),
  choices: (value, values) => value.length > 0 && value.length <= 3 && value.every((item) => values.includes(item)),
  entities: (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => item.name && only(item, ['name', 'code', 'sector'])) &&
    value.every((item) => item.sector === undefined || SECTORS.includes(item.sector)),
  quantity: (value) => only(value, ['words', 'amount', 'unit', 'min', 'max']) && typeof value.words === 'string',
  date: (value) =>
    only(value, ['words', 'start', 'end', 'precision']) &&
    words('day month quarter year event').includes(value.precision) &&
    [value.start, value.end].every((date) => date === undefined || ISO_DATE.test(date)) &&
    (value.start !== undefined || value.precision === 'event'),
}

const problems = []
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

function readArticle(path) {
  const bytes = readFileSync(join(articlesFolder, path))
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n')
  return { text, boundaries: new Set([...graphemes.segment(text)].map((part) => part.index)).add(text.length) }
}

/** UTF-16 offsets of the pieces. `occurrence` counts the first piece; a later one is the first after its forerunner. */
function locate(text, pieces, occurrence) {
  let start = -1
  for (let count = 0; count < occurrence; count += 1) {
    start = text.indexOf(pieces[0], start + 1)
    if (start < 0) return null
  }
  const found = [[start, start + pieces[0].length]]
  for (const piece of pieces.slice(1)) {
    const next = text.indexOf(piece, found.at(-1)[1])
    if (next < 0) return null
    found.push([next, next + piece.length])
  }
  return found
}

function checkValues(annotation, where) {
  const report = (name, what) => problems.push(`${where}: ${name} ${what}`)
  const carries = (name) => ATTRIBUTES[name]?.[0].includes(annotation.label)
  for (const group of ['attributes', 'unconfirmed']) {
    for (const [name, value] of Object.entries(annotation[group] ?? {})) {
      const [, type, values] = ATTRIBUTES[name] ?? []
      if (!carries(name)) report(name, `does not belong to ${annotation.label}`)
      else if (!checkType[type](value, values)) report(name, `cannot be ${JSON.stringify(value)}`)
      if (group === 'unconfirmed' && annotation.attributes?.[name]) report(name, 'is decided and unconfirmed')
    }
  }
  for (const name of [...(annotation.not_stated ?? []), ...(annotation.not_applicable ?? [])]) {
    if (!carries(name)) report(name, `does not belong to ${annotation.label}`)
    if (annotation.attributes?.[name] ?? annotation.unconfirmed?.[name]) report(name, 'has a value as well')
  }
  if (annotation.attributes?.certainty === '1' && !annotation.attributes.certainty_reason)
    report('certainty', '1 wants a reason')
}

function checkSpan(annotation, article, where) {
  const pieces = annotation.fragments ?? [annotation.quote]
  const occurrence = annotation.occurrence ?? 1
  const found = locate(article.text, pieces, occurrence)
  if (!found) {
    problems.push(`${where}: not found: ${pieces.join(' … ')}`)
    return
  }
  for (const [index, [start, end]] of found.entries()) {
    if (!article.boundaries.has(start) || !article.boundaries.has(end))
      problems.push(`${where}: cuts a grapheme cluster: ${pieces[index]}`)
    if (pieces[index] !== pieces[index].trim()) problems.push(`${where}: blank end: "${pieces[index]}"`)
    const gap = index === 0 ? 'none' : article.text.slice(found[index - 1][1], start)
    if (gap.trim() === '') problems.push(`${where}: nothing lies before this piece: ${pieces[index]}`)
  }
  if (annotation.occurrence === undefined && locate(article.text, [pieces[0]], 2))
    problems.push(`${where}: stands more than once, so it wants an occurrence: ${pieces[0]}`)
}

const sets = new Map()
for (const annotator of readdirSync(codingsFolder).sort()) {
  for (const file of readdirSync(join(codingsFolder, annotator)).sort()) {
    const set = JSON.parse(readFileSync(join(codingsFolder, annotator, file), 'utf8'))
    sets.set(`${annotator}/${file}`, { annotator, ...set })
  }
}

const totals = {}
const add = (key, count = 1) => (totals[key] = (totals[key] ?? 0) + count)
for (const [file, set] of sets) {
  if (!existsSync(join(articlesFolder, set.article))) {
    problems.push(`${file}: no article ${set.article}`)
    continue
  }
  if (!['done', 'in_progress'].includes(set.status)) problems.push(`${file}: status ${set.status}`)
  const article = readArticle(set.article)
  const refs = new Map()
  for (const [index, annotation] of set.annotations.entries()) {
    const where = `${file} ${annotation.ref ?? `#${index + 1}`}`
    const known = [...EVENTS, ...MENTIONS].includes(annotation.label)
    if (!known) problems.push(`${where}: no label ${annotation.label}`)
    if (annotation.ref && refs.has(annotation.ref)) problems.push(`${where}: ref used twice`)
    refs.set(annotation.ref, annotation)
    checkSpan(annotation, article, where)
    checkValues(annotation, where)
    add(annotation.label)
    if (annotation.fragments) add('(discontinuous)')
  }
  const own = [...sets.values()].filter((one) => one.annotator === set.annotator)
  const across = set.cross_article_relations ?? []
  for (const relation of [...set.relations, ...across]) {
    const where = `${file} ${relation.type} from ${relation.from}`
    const other = own.find((one) => one.article === relation.to.article)
    const from = refs.get(relation.from)
    const to = relation.to.ref ? other?.annotations.find((one) => one.ref === relation.to.ref) : refs.get(relation.to)
    const [starts, ends] = RELATIONS[relation.type] ?? []
    if (!starts) problems.push(`${where}: no such relation`)
    else if (!from || !to) problems.push(`${where}: no annotation to ${from ? 'end at' : 'start from'}`)
    else if (!starts.includes(from.label) || !ends.includes(to.label))
      problems.push(`${where}: cannot lead from ${from.label} to ${to.label}`)
  }
  add('annotations', set.annotations.length)
  add('relations', set.relations.length + across.length)
  const numbers = [set.annotations.length, set.relations.length, across.length]
  const counts = numbers.map((count) => String(count).padStart(4)).join('')
  console.log(`${counts}  ${set.status.padEnd(11)}  ${file}`)
}
console.log('annotations, relations inside and across articles, status\n')
for (const [key, count] of Object.entries(totals).sort((a, b) => b[1] - a[1])) {
  console.log(`${String(count).padStart(5)}  ${key}`)
}
if (problems.length > 0) {
  console.error(`\n${problems.length} problems\n${problems.join('\n')}`)
  process.exitCode = 1
}
