import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { betweenMeasures } from './between.ts'
import { caseSchema, NotImplemented, type Case, type Measures } from './case.ts'
import { codingMeasures } from './coding.ts'
import { compare } from './compare.ts'
import { gammaMeasures } from './gamma.ts'
import { setMeasures } from './sets.ts'
import { spanMeasures } from './spans.ts'
import { unitizingMeasures } from './unitizing.ts'

const measures: Measures = { ...codingMeasures, ...setMeasures, ...spanMeasures, ...betweenMeasures, ...unitizingMeasures, ...gammaMeasures }

export type Outcome =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly problems: readonly string[] }
  | { readonly kind: 'not implemented'; readonly what: string }

/** Whether the project's measures give what the case expects. Never throws. */
export function runCase(one: Case): Outcome {
  const measure = Object.hasOwn(measures, one.measure) ? measures[one.measure] : undefined
  if (!measure) return { kind: 'not implemented', what: `measure ${one.measure}` }
  try {
    const problems = compare(one, measure(one))
    return problems.length === 0 ? { kind: 'passed' } : { kind: 'failed', problems }
  } catch (error) {
    if (error instanceof NotImplemented) return { kind: 'not implemented', what: `${one.measure}: ${error.message}` }
    return { kind: 'failed', problems: [error instanceof Error ? `${error.name}: ${error.message}` : String(error)] }
  }
}

export interface CaseFile {
  readonly file: string
  readonly one: Case
}

export interface Folder {
  readonly cases: readonly CaseFile[]
  /** JSON files that are no cases, and why. */
  readonly others: readonly { readonly file: string; readonly why: string }[]
}

/** All cases in a folder and the folders in it, by name; `_index.json` is the list of them. */
export function readFolder(folder: string): Folder {
  const cases: CaseFile[] = []
  const others: { file: string; why: string }[] = []
  for (const path of jsonFiles(folder)) {
    const file = relative(folder, path)
    try {
      const parsed = caseSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
      if (parsed.success) cases.push({ file, one: parsed.data })
      else others.push({ file, why: 'not a case' })
    } catch (error) {
      others.push({ file, why: error instanceof SyntaxError ? 'not JSON' : 'not readable' })
    }
  }
  return { cases, others }
}

function jsonFiles(folder: string): string[] {
  const names = readdirSync(folder).toSorted()
  return names.flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return jsonFiles(path)
    return name.endsWith('.json') && name !== '_index.json' ? [path] : []
  })
}
