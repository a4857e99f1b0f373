import type { Codebook } from '../model/codebook.ts'
import { STATE_NAMES, type ColumnType } from './columns.ts'
import type { Dataset } from './tables.ts'

const UNIT = {
  annotation: 'One row for each annotation.',
  pledge: 'One row for each event; annotations that `same_as` says are the same are one row, with the values of the first mention.',
  dyad: 'One row for each pair of an actor and a counterpart of an event (repeats joined); where one side is not recorded it is empty.',
} as const

/** How to read the files, with lines for R and pandas that give every column its type. */
export function readmeOf({ unit, data, articles }: Dataset, codebook: Codebook): string {
  const named = (type: ColumnType, quote: (name: string) => string) => data.columns.filter((column) => column.type === type).map(({ name }) => quote(name)).join(', ')
  const list = (type: ColumnType) => named(type, (name) => JSON.stringify(name))
  const sources = new Map<string, number>()
  const at = articles.columns.findIndex(({ name }) => name === 'source')
  for (const row of articles.rows) sources.set(String(row[at]), (sources.get(String(row[at])) ?? 0) + 1)
  const counts = [...sources].map(([source, count]) => `${source} ${count}`).join(', ')
  return `# Data set

Made with Concord from the codebook “${codebook.name}”. ${UNIT[unit]}

- \`data.csv\`: ${data.rows.length} rows, ${data.columns.length} columns
- \`articles.csv\`: all ${articles.rows.length} articles (${counts})
- \`dictionary.csv\`: what each column means
- \`values.csv\`: the values of lists, of labels, sectors and states, with names and definitions

## What counts

Of each article the adjudicated coding counts, else that of its single coder. An article that several people coded and nobody adjudicated gives no
rows; \`articles.csv\` says so. Ids are those of the annotations and stay the same from export to export.

Beside every attribute a column \`…_state\` says why there is a value or none:

${Object.entries(STATE_NAMES).map(([state, meaning]) => `- \`${state}\`: ${meaning}`).join('\n')}

## How it is written

UTF-8 without byte-order mark, RFC 4180: commas, rows end with CRLF, quotation marks doubled; a quoted cell may hold line ends. Missing is an empty cell, so “NA” is a text.
Dates are ISO 8601, truth values TRUE and FALSE, numbers have a point. Parts of lists are joined by \`; \`. A text that a spreadsheet would run as a
formula, or that begins with an apostrophe, has an apostrophe in front; the lines below take it off.

## R

\`\`\`r
d <- read.csv("data.csv", colClasses = "character", na.strings = "", fileEncoding = "UTF-8", check.names = FALSE)
d[] <- lapply(d, function(x) sub("^'", "", x))
for (x in c(${list('integer')})) d[[x]] <- as.integer(d[[x]])
for (x in c(${list('number')})) d[[x]] <- as.numeric(d[[x]])
for (x in c(${list('boolean')})) d[[x]] <- as.logical(d[[x]])
for (x in c(${list('date')})) d[[x]] <- as.Date(d[[x]])
v <- read.csv("values.csv", colClasses = "character", na.strings = "", fileEncoding = "UTF-8")
for (x in c(${list('category')})) d[[x]] <- factor(d[[x]], levels = if (any(v$of == x)) v$value[v$of == x] else sort(unique(d[[x]])))
# The words in the text: substr(text, d$start + 1, d$end)
\`\`\`

## pandas

\`\`\`python
import pandas as pd

d = pd.read_csv("data.csv", dtype="string", keep_default_na=False, na_values=[""], encoding="utf-8")
d = d.apply(lambda column: column.str.replace(r"^'", "", regex=True))
for x in [${list('integer')}]: d[x] = pd.to_numeric(d[x]).astype("Int64")
for x in [${list('number')}]: d[x] = pd.to_numeric(d[x])
for x in [${list('boolean')}]: d[x] = d[x].map({"TRUE": True, "FALSE": False}).astype("boolean")
for x in [${list('date')}]: d[x] = pd.to_datetime(d[x], format="%Y-%m-%d")
for x in [${list('category')}]: d[x] = d[x].astype("category")
# The words in the text: text[start:end]
\`\`\`
`
}
