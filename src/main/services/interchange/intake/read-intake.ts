import type { Refused } from '../../../../core/formats/adapter.ts'
import { adapterNamed, ADAPTERS } from '../../../../core/formats/adapters.ts'
import type { ParsedDocument } from '../../../../core/formats/interchange.ts'
import { detectFormats } from '../../../../core/formats/detect.ts'
import type { FilePlace, Origins } from '../../../../core/formats/origins.ts'
import { countNames, noNames } from '../../../../core/formats/project/used-names.ts'
import { readSources } from '../../../../core/formats/read-sources.ts'
import type { Environment } from '../../../../core/model/environment.ts'
import { ok, type Result } from '../../../../core/result.ts'
import { createArticleStore } from '../../articles/article-store.ts'
import { isArticleName } from '../../articles/facts.ts'
import type { Disk } from '../../disk/disk.ts'
import { matchArticles, type Placed } from '../match-articles.ts'
import { readSourceFiles } from '../source-files.ts'
import { placeStrangers } from './place-strangers.ts'
import type { DocumentPlace, IntakeDocument, IntakeSummary, Person, ReadWish, RecognisedFiles, Sample } from './messages.ts'

/** Of each annotator. */
const MOST_SAMPLES = 6
const LONGEST_QUOTE = 240

export interface Intake {
  readonly summary: IntakeSummary
  readonly documents: readonly IntakeDocument[]
}

/** Reads foreign files and finds the articles that they are about. Touches nothing; runs beside main. */
export async function readIntake(disk: Disk, environment: Environment, wish: ReadWish, onProgress: (done: number, total: number) => void): Promise<Result<Intake>> {
  const files = await readSourceFiles(disk, wish.paths)
  if (!files.ok) return files
  const named = wish.format === null ? null : (adapterNamed(wish.format) ?? null)
  const read = readSources(files.value, ADAPTERS, named, { own: wish.own, repairs: new Map(wish.repairs), onProgress })
  if (!read.ok) return read
  const articles = createArticleStore(disk, wish.folder, environment)
  const matches = await matchArticles(read.value.documents, { all: wish.articles, text: articles.text })
  const strangers = placeStrangers(matches.strangers, wish.articles)
  // Documents are named to the person by their files.
  const inFile = (refused: readonly Refused[]) => refused.map((one) => ({ ...one, ...placeOf(read.value.origins, one) }))
  const standing = new Map<string, DocumentPlace>([
    ...matches.matched.map(({ document, how, article }) => [document.name, { document: document.name, standing: how, article }] as const),
    ...strangers.places.map((place) => [place.document, place] as const),
  ])
  const places = read.value.documents.map(({ name }): DocumentPlace => standing.get(name) ?? { document: name, standing: 'missing', article: null })
  const placed: readonly Placed[] = [...matches.matched, ...strangers.placed]
  const fresh = new Set(strangers.placed)
  return ok({
    summary: {
      files: files.value.map(({ path }) => path),
      formats: read.value.formats,
      left: read.value.left,
      judgements: read.value.judgements,
      people: peopleIn(read.value.documents),
      scheme: read.value.scheme,
      places,
      samples: samplesOf(placed),
      refused: [...read.value.refused, ...inFile([...matches.refused, ...strangers.refused])],
      remarks: [...read.value.remarks, ...matches.remarks],
    },
    documents: placed.map((one) => ({
      name: one.document.name,
      article: one.article,
      origin: read.value.origins.get(one.document.name) ?? { file: one.document.name, line: null },
      text: fresh.has(one) ? one.text : null,
      sets: one.document.sets,
      ...(one.document.extra && { extra: one.document.extra }),
    })),
  })
}

/** What files are, by their content, without reading any as a whole where the first part says it. */
export async function recogniseFiles(disk: Disk, paths: readonly string[]): Promise<Result<RecognisedFiles>> {
  const files = await readSourceFiles(disk, paths)
  if (!files.ok) return files
  const names = files.value.map(({ path }) => path)
  const formats = new Set(detectFormats(files.value, ADAPTERS).groups.map(({ adapter }) => adapter.name))
  return ok({ articles: names.some(isArticleName), formats: [...formats], names })
}

function placeOf(origins: Origins, { file, what }: Refused): FilePlace & { readonly what: string } {
  const origin = origins.get(file)
  if (!origin) return { file, line: null, what }
  return { file: origin.file, line: origin.line, what: what === 'the document' ? `the document ${file}` : what }
}

function peopleIn(documents: readonly ParsedDocument[]): Person[] {
  const people = new Map<string | null, { documents: number; annotations: number; relations: number; used: Person['used'] }>()
  for (const set of documents.flatMap(({ sets }) => sets)) {
    const person = people.get(set.annotator) ?? { documents: 0, annotations: 0, relations: 0, used: noNames() }
    people.set(set.annotator, person)
    person.documents += 1
    person.annotations += set.annotations.length
    person.relations += set.relations.length
    countNames(person.used, set)
  }
  return [...people].map(([annotator, person]) => ({ annotator, ...person }))
}

function samplesOf(placed: readonly Placed[]): Sample[] {
  const counts = new Map<string | null, number>()
  const samples: Sample[] = []
  for (const { document, article } of placed) {
    for (const { annotator, annotations } of document.sets) {
      const seen = counts.get(annotator) ?? 0
      for (const { label, fragments } of annotations.slice(0, MOST_SAMPLES - seen)) {
        const quote = fragments.map((fragment) => fragment.quote).join(' … ')
        samples.push({ annotator, document: document.name, article, label, quote: quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE).trimEnd()}…` : quote })
      }
      counts.set(annotator, Math.min(MOST_SAMPLES, seen + annotations.length))
    }
  }
  return samples
}
