import { z } from 'zod'
import { extraSchema, idSchema } from './annotation.ts'
import { FORMAT_VERSION, sha256Schema } from './annotation-set.ts'
import { payloadSchema } from './value.ts'

/** Names of design tokens, so that a label's tint follows light and dark. Style and tint together are unique among active labels. */
export const tintSchema = z.enum(['blue', 'orange', 'teal', 'rose', 'gold', 'violet', 'green', 'slate'])
export type Tint = z.infer<typeof tintSchema>
export const underlineSchema = z.enum(['solid', 'dashed', 'dotted', 'wavy', 'double'])
export type Underline = z.infer<typeof underlineSchema>

export const exampleSchema = z.strictObject({
  text: z.string().min(1),
  note: z.string().optional(),
  /** A case that looks like the label but is not. */
  counter: z.boolean().optional(),
  /** Where its words were marked, and by whom: it is shown to others once they may see colleagues' work on that article. */
  from: z.strictObject({ article: z.string().min(1), annotator: z.string().min(1) }).optional(),
})

export const labelSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1),
  /** One character that labels the selection; unique among active labels. */
  key: z.string().max(2).optional(),
  tint: tintSchema,
  underline: underlineSchema,
  /** Events carry the attributes; mentions fill them. */
  kind: z.enum(['event', 'mention']),
  definition: z.string(),
  include: z.array(z.string()),
  exclude: z.array(z.string()),
  examples: z.array(exampleSchema),
  source: z.string().optional(),
  /** Off: kept, not offered. */
  active: z.boolean(),
  /** Retired: readable on old annotations, never offered again. */
  retired: z.boolean().optional(),
})
export type Label = z.infer<typeof labelSchema>

export const attributeTypeSchema = z.enum([
  'text',
  'number',
  'quantity',
  'boolean',
  'choice',
  'choices',
  'scale',
  'date',
  'entities',
  'link',
])
export type AttributeType = z.infer<typeof attributeTypeSchema>

export const choiceValueSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1),
  definition: z.string().optional(),
  retired: z.boolean().optional(),
})
export type ChoiceValue = z.infer<typeof choiceValueSchema>

/** Holds when the attribute has a value (decided or default) equal to, or a list containing, one of these. */
export const conditionSchema = z.strictObject({ attribute: idSchema, equals: z.array(z.string()).min(1) })
export type Condition = z.infer<typeof conditionSchema>

/**
 * `value`: always that. `article_date`: the article's date, day precision. `form_from_actors`: bilateral for two actors,
 * multilateral for more. `quotation_marks`: direct_quote or partial_quote from the marks in and around the span; nothing
 * where there are none.
 */
export const defaultSchema = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('value'), value: payloadSchema, unless: conditionSchema.optional() }),
  z.strictObject({ rule: z.literal('article_date'), unless: conditionSchema.optional() }),
  z.strictObject({
    rule: z.literal('form_from_actors'),
    /** The entities that are counted; absent: `actor`. */
    attribute: idSchema.optional(),
    unless: conditionSchema.optional(),
  }),
  z.strictObject({ rule: z.literal('quotation_marks'), unless: conditionSchema.optional() }),
])
export type DefaultRule = z.infer<typeof defaultSchema>

/** `now`: asked at once. `before_done`: missing until filled, never blocking. `if_stated`: only where the text says it. */
export const stageSchema = z.enum(['now', 'before_done', 'if_stated'])
export type Stage = z.infer<typeof stageSchema>

export const attributeSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1),
  help: z.string(),
  type: attributeTypeSchema,
  /** Labels that carry it. */
  labels: z.array(idSchema),
  stage: stageSchema,
  /** Missing (as before_done) also when this holds, whatever the stage. */
  required_when: conditionSchema.optional(),
  default: defaultSchema.optional(),
  /** choice, choices, scale (in order). */
  values: z.array(choiceValueSchema).optional(),
  /** choices and entities: at most so many. */
  max_values: z.int().positive().optional(),
  /** link: the relation it is a view of. */
  relation: idSchema.optional(),
  /** quantity: units offered first. */
  units: z.array(z.string()).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  source: z.string().optional(),
  retired: z.boolean().optional(),
})
export type Attribute = z.infer<typeof attributeSchema>

export const relationTypeSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1),
  definition: z.string(),
  /** Labels at either end; empty: any. */
  from: z.array(idSchema),
  to: z.array(idSchema),
  retired: z.boolean().optional(),
})
export type RelationType = z.infer<typeof relationTypeSchema>

export const decisionRuleSchema = z.strictObject({ id: idSchema, text: z.string().min(1) })

/** A worked case: the text, and how it is coded and why. */
export const workedExampleSchema = z.strictObject({ id: idSchema, text: z.string().min(1), coding: z.string() })

/**
 * An entity of the register that the project keeps by hand. Values hold entities whole, not by id: whoever matches compares
 * `name` and `aliases` with case and accents folded, and `code`.
 */
export const registeredEntitySchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1),
  /** ISO 3166 alpha-3 or the project's own. */
  code: z.string().optional(),
  /** Id of a sector. */
  sector: idSchema.optional(),
  /** Other names that articles use for it. */
  aliases: z.array(z.string().min(1)),
})
export type RegisteredEntity = z.infer<typeof registeredEntitySchema>

/** `codebook.json` and `codebook/<version>.json`. The version is the SHA-256 of the file's canonical bytes. */
export const codebookSchema = z.strictObject({
  format: z.literal('concord/codebook'),
  version: z.literal(FORMAT_VERSION),
  id: idSchema,
  name: z.string().min(1),
  notes: z.string(),
  /** Version this one was made from, and what changed. */
  parent: sha256Schema.nullable(),
  change: z.string(),
  labels: z.array(labelSchema),
  attributes: z.array(attributeSchema),
  relations: z.array(relationTypeSchema),
  sectors: z.array(choiceValueSchema),
  /** Entities offered first, in the order of the list; absent in codebooks that keep none. */
  entities: z.array(registeredEntitySchema).optional(),
  rules: z.array(decisionRuleSchema),
  examples: z.array(workedExampleSchema),
  /** Merged ids: whatever is stored as `from` is read as `to`; no set is rewritten. */
  aliases: z.array(
    z.strictObject({
      kind: z.enum(['label', 'attribute', 'value', 'relation']),
      /** value: the attribute it belongs to, because ids of values are unique within one attribute only. */
      attribute: idSchema.optional(),
      from: idSchema,
      to: idSchema,
    }),
  ),
  extra: extraSchema.optional(),
})
export type Codebook = z.infer<typeof codebookSchema>
