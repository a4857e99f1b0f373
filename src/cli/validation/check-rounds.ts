import { lineOfPath, type JsonPath } from '../../core/formats/json-position.ts'
import { annotatorKey } from '../../core/model/folder-name.ts'
import { roundSchema } from '../../core/model/round.ts'
import type { Checked } from './findings.ts'
import { filesIn, parseChecked, readChecked } from './findings.ts'

/** Every round against its schema and its name, and that it assigns articles of the project to annotators of its own. */
export async function checkRounds(checked: Checked, articles: ReadonlySet<string>): Promise<void> {
  const { findings } = checked
  for (const path of await filesIn(checked, 'rounds', '.json')) {
    findings.saw('rounds')
    const text = await readChecked(checked, path)
    const round = text === null ? null : parseChecked(checked, roundSchema, text, path)
    if (text === null || !round) continue
    const report = (at: JsonPath, message: string, remedy?: string) => findings.report(path, lineOfPath(text, at), message, remedy)
    if (path !== `rounds/${round.id}.json`) report(['id'], `its id is ${round.id}, which should be its name.`)
    for (const [index, { key, name }] of round.annotators.entries()) {
      if (annotatorKey(name) !== key) report(['annotators', index, 'key'], `the key “${key}” is not that of the name “${name}”.`)
    }
    const keys = new Set(round.annotators.map(({ key }) => key))
    const seen = new Set<string>()
    for (const [index, { article, annotators }] of round.assignments.entries()) {
      if (!articles.has(article)) report(['assignments', index, 'article'], `there is no article ${article}.`, 'Restore the article, or take it out of the round.')
      if (seen.has(article)) report(['assignments', index, 'article'], `the article ${article} is there twice.`)
      seen.add(article)
      for (const key of annotators) if (!keys.has(key)) report(['assignments', index, 'annotators'], `“${key}” is not among the annotators of the round.`)
    }
  }
}
