import { z } from 'zod'

/**
 * The bytes of a file: JSON in UTF-8, two blanks of indent, LF, one LF at the end. Keys come in the schema's order;
 * those of records and of foreign data in code-unit order. `undefined` is left out. Throws when the value does not fit
 * the schema: whoever writes a file has a value that does, so anything else is a bug that must not reach the disk.
 */
export function serialise<T>(schema: z.ZodType<T>, value: T): string {
  return write(schema.parse(value), schema, '\n') + '\n'
}

/** The same on one line, for files with a record on each line; ends with LF. */
export function serialiseLine<T>(schema: z.ZodType<T>, value: T): string {
  return write(schema.parse(value), schema, null) + '\n'
}

/** JSON as `serialise` lays it out, for values without a schema: keys stay in the order they have. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, null, 2) + '\n'
}

/** `line` is the line break with the indent of the enclosing value, or null to keep everything on one line. */
function write(value: unknown, schema: unknown, line: string | null): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const inner = line === null ? null : line + '  '
  const fitting = narrow(schema, value)
  if (Array.isArray(value)) {
    const element = fitting instanceof z.ZodArray ? fitting.element : undefined
    return enclose(
      '[',
      value.map((item) => write(item, element, inner)),
      ']',
      line,
    )
  }
  const fields = new Map(Object.entries(value).filter(([, item]) => item !== undefined))
  const keys =
    fitting instanceof z.ZodObject ? Object.keys(fitting.shape).filter((key) => fields.has(key)) : sorted(fields)
  const colon = line === null ? ':' : ': '
  return enclose(
    '{',
    keys.map((key) => JSON.stringify(key) + colon + write(fields.get(key), fieldSchema(fitting, key), inner)),
    '}',
    line,
  )
}

function enclose(open: string, items: readonly string[], close: string, line: string | null): string {
  if (items.length === 0) return open + close
  return line === null
    ? open + items.join(',') + close
    : open + line + '  ' + items.join(',' + line + '  ') + line + close
}

/** An own writer needs this: objects put keys that look like integers first, whatever order they were set in. */
function sorted(fields: ReadonlyMap<string, unknown>): string[] {
  return [...fields.keys()].toSorted((a, b) => (a < b ? -1 : 1))
}

/** What the schema says about this value, without the wrappers and with the union's choice made. */
function narrow(schema: unknown, value: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return narrow(schema.unwrap(), value)
  if (!(schema instanceof z.ZodUnion)) return schema
  const option = schema.options.find(
    (candidate) => candidate instanceof z.ZodType && candidate.safeParse(value).success,
  )
  return narrow(option, value)
}

function fieldSchema(schema: unknown, key: string): unknown {
  if (schema instanceof z.ZodObject) return schema.shape[key]
  return schema instanceof z.ZodRecord ? schema.valueType : undefined
}
