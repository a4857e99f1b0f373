import { checkCodebook } from '../../../../core/codebook/check.ts'
import type { Refused } from '../../../../core/formats/adapter.ts'
import type { InterchangeSet, ParsedDocument } from '../../../../core/formats/interchange.ts'
import type { ImportMap } from '../../../../core/formats/project/import-map.ts'
import type { Origin } from '../../../../core/formats/origins.ts'
import { planMapping, type Mapping } from '../../../../core/formats/project/mapping.ts'
import { joinNames } from '../../../../core/formats/project/used-names.ts'
import type { Annotator } from '../../../../core/model/annotation-set.ts'
import type { Codebook } from '../../../../core/model/codebook.ts'
import type { Environment } from '../../../../core/model/environment.ts'
import { fail, ok, type Result } from '../../../../core/result.ts'
import type { IntakeDocument, IntakeSummary } from './messages.ts'

export interface IntakeChoices {
  /** Whose annotations those of each annotator in the files become; null or absent: nobody's, they are left out. */
  readonly people: ReadonlyMap<string | null, Annotator | null>
  readonly map: ImportMap
  /** Values that a list of the codebook does not have. */
  readonly values: 'create' | 'skip'
  /** Texts that the project does not have become articles. */
  readonly articles: boolean
}

/** A foreign set, and whose set on which article it goes into. */
export interface PlannedIntake {
  readonly annotator: Annotator
  readonly article: string
  readonly document: Pick<ParsedDocument, 'name' | 'extra'>
  readonly origin: Origin
  readonly set: InterchangeSet
}

export interface IntakePlan {
  readonly mapping: Mapping
  readonly newArticles: readonly { readonly article: string; readonly text: string }[]
  readonly sets: readonly PlannedIntake[]
  readonly refused: readonly Refused[]
}

/** What the codebook becomes under these choices. */
export function mapIntake(codebook: Codebook, summary: Pick<IntakeSummary, 'people' | 'scheme'>, choices: IntakeChoices, environment: Environment): Result<Mapping> {
  const used = joinNames(summary.people.filter(({ annotator }) => choices.people.get(annotator)).map((person) => person.used))
  const mapping = planMapping(codebook, used, summary.scheme, choices.map, 'create', environment, choices.values)
  if (mapping.problems.length > 0) return fail('import.map', `The codebook does not have what was chosen: ${mapping.problems.join('; ')}.`, 'Choose something else.')
  const [wrong] = mapping.codebook === codebook ? [] : checkCodebook(mapping.codebook)
  return wrong ? fail('import.codebook', `The codebook could not take what is new: ${wrong.message}`, wrong.remedy) : ok(mapping)
}

/** What is to be done, without looking at the sets that are here. */
export function planIntake(mapping: Mapping, documents: readonly IntakeDocument[], { people, articles }: IntakeChoices): IntakePlan {
  const refused: Refused[] = []
  const newArticles = new Map<string, string>()
  const sets: PlannedIntake[] = []
  /** By article and annotator: the document that was first. */
  const seen = new Map<string, string>()
  for (const { name, article, text, sets: foreign, extra, origin } of documents) {
    const refuse = (what: string, why: string) => void refused.push({ file: origin.file, line: origin.line, what: `${what} of ${name}`, why })
    if (text !== null && !articles) {
      refuse('the text', 'its text is that of no article of the project, and articles were not to be added')
      continue
    }
    let isWanted = foreign.length === 0
    for (const set of foreign) {
      const annotator = people.get(set.annotator)
      if (!annotator) {
        refuse(set.annotator === null ? 'the annotations' : `what ${set.annotator} made`, 'they were not to be taken')
        continue
      }
      isWanted = true
      const place = `${annotator.key}\n${article}`
      const before = seen.get(place)
      if (before !== undefined) {
        refuse('the annotations', `${before} has the same text, and its annotations go into the same set: import this one by itself`)
        continue
      }
      seen.set(place, name)
      sets.push({ annotator, article, origin, document: { name, ...(extra && { extra }) }, set })
    }
    if (text !== null && isWanted) newArticles.set(article, text)
  }
  return { mapping, newArticles: Array.from(newArticles, ([article, text]) => ({ article, text })), sets, refused }
}
