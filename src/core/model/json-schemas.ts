import { z } from 'zod'
import { keptAgreementSchema } from '../agreement/project/kept.ts'
import { annotationSetSchema } from './annotation-set.ts'
import { codebookSchema } from './codebook.ts'
import { historyLineSchema } from './gesture.ts'
import { bundleSchema, importSchema } from './bundle.ts'
import { reviewHistoryLineSchema, reviewSchema } from './review.ts'
import { roundSchema } from './round.ts'
import { originalSchema } from './original.ts'
import { savedQueriesSchema } from './saved-queries.ts'
import { articleInfoSchema, projectSchema } from './project.ts'

const FILES = {
  project: { schema: projectSchema, title: 'concord.json: a Concord project' },
  codebook: { schema: codebookSchema, title: 'codebook.json and codebook/<version>.json: a codebook' },
  'annotation-set': { schema: annotationSetSchema, title: 'annotations/<annotator>/<article>.json: an annotation set' },
  'article-info': { schema: articleInfoSchema, title: 'article-info/<annotator>/<article>.json: what a person adds about an article' },
  original: { schema: originalSchema, title: 'originals/<document>.json: where an article’s text was taken from' },
  'history-line': { schema: historyLineSchema, title: 'history/<annotator>/<article>.jsonl: one line of an annotation set’s history' },
  review: { schema: reviewSchema, title: 'reviews/<reviewer>/<article>.json: decisions and comments' },
  'review-history-line': { schema: reviewHistoryLineSchema, title: 'reviews/<reviewer>/<article>.history.jsonl: one line of a review’s history' },
  round: { schema: roundSchema, title: 'rounds/<id>.json: who codes which articles' },
  queries: { schema: savedQueriesSchema, title: 'queries/<annotator>.json: queries that a person keeps' },
  agreement: { schema: keptAgreementSchema, title: 'agreement/<id>/result.json: numbers that were kept, and what they were computed on' },
  import: { schema: importSchema, title: 'imports/<annotator>/<id>.json: what an import did' },
  bundle: { schema: bundleSchema, title: 'bundle.json in a .concord.zip: what the bundle holds' },
} as const

/** The JSON Schema (draft 2020-12) of every kind of file, by name, made from the schemas that the app itself parses with. */
export function jsonSchemas(): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(FILES).map(([name, { schema, title }]) => {
      const { $schema, ...body } = z.toJSONSchema(schema, { target: 'draft-2020-12', reused: 'ref' })
      return [name, { $schema, title, ...body }]
    }),
  )
}
