import type { z } from 'zod'
import type { AppError } from '../../result.ts'
import type { Made } from './make.ts'

/** Fields that are called something else in the table. */
const COLUMNS: Readonly<Record<string, string>> = {
  tint: 'colour', active: 'offered', definition: 'text', help: 'text', notes: 'text', stage: 'asked', max_values: 'most', min: 'least', max: 'greatest', coding: 'note',
}

/** What the schema found, as the line and column that a person can look at. */
export function issueError(file: string, { lines }: Made, issue: z.core.$ZodIssue | undefined): AppError {
  const path = issue?.path ?? []
  const [list, index, field] = typeof path[1] === 'number' ? path : ['', 0, path[0]]
  const row = lines.get(String(list))?.[Number(index)]
  const line = row?.line ?? 1
  const column = list === 'labels' && field === 'kind' ? 'marks' : (COLUMNS[String(field)] ?? String(field ?? 'kind'))
  const choices = issue?.code === 'invalid_value' ? `Write one of these: ${issue.values.map(String).join(', ')}.` : 'Look at the same column in a row that is right.'
  return {
    code: 'codebook.csv',
    message: `${file}, line ${line}: what stands in the column “${column}” does not fit.`,
    remedy: choices,
    retry: false,
    where: { file, line },
  }
}
