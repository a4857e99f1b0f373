import { verifyAnnotation } from '../../core/anchoring/verify.ts'
import type { JsonPath } from '../../core/formats/json-position.ts'
import { lineOfPath } from '../../core/formats/json-position.ts'
import type { AnnotationSet } from '../../core/model/annotation-set.ts'
import { annotationSetSchema } from '../../core/model/annotation-set.ts'
import type { Annotation } from '../../core/model/annotation.ts'
import { hullEnd, hullStart } from '../../core/model/annotation.ts'
import { annotatorKey, folderName } from '../../core/model/folder-name.ts'
import { checkAgainstCodebook } from './check-values.ts'
import type { Codebooks } from './check-codebooks.ts'
import type { Checked, FileKind } from './findings.ts'
import { parseChecked, placeOf, readChecked, RESTORE } from './findings.ts'

export interface CheckedText {
  readonly text: string
  readonly textSha256: string
}

/** Ids seen so far, and relation ends still to be found, over all sets of one annotator. */
export interface Seen {
  /** By id: the file that has it. */
  readonly ids: Map<string, string>
  /** `article`, NUL, `annotation`. */
  readonly annotations: Set<string>
  readonly ends: { readonly key: string; readonly file: string; readonly line: number; readonly message: string }[]
}

/** An annotator's set, the copy of it that was frozen for the agreement, or the outcome of everybody's decisions. */
export type SetKind = Extract<FileKind, 'annotation sets' | 'independent copies' | 'adjudicated sets'>

const MOVE = 'Move the file to the place that its content names, or restore it.'

/**
 * One annotation set: schema, place, the article's hash, every quote, every id and everything that the codebook says.
 * `null`: the article cannot be used.
 */
export async function checkSet(
  checked: Checked,
  path: string,
  article: CheckedText | null,
  codebooks: Codebooks,
  seen: Seen,
  kind: SetKind = 'annotation sets',
): Promise<void> {
  const { findings } = checked
  findings.saw(kind)
  const json = await readChecked(checked, path)
  const set = json === null ? null : parseChecked(checked, annotationSetSchema, json, path)
  if (json === null || !set) return
  const report = (at: JsonPath, message: string, remedy = RESTORE) =>
    findings.report(path, lineOfPath(json, at), message, remedy)
  if (kind === 'annotation sets') {
    findings.annotations += set.annotations.length
    findings.relations += set.relations.length
  }

  if (kind === 'adjudicated sets') checkAdjudicatedPlace(set, path, report)
  else checkPlace(set, path, report)
  if (kind === 'independent copies' && set.state.status !== 'done') {
    report(['state', 'status'], 'it is not done: only a set that is done is kept as independent.', 'Set this file aside; it is written again when the article is marked done.')
  }
  if (!article)
    report(
      ['article', 'path'],
      `there is no article ${set.article.path} that could be read.`,
      'Restore the article, or set this file aside.',
    )
  else if (set.article.text_sha256 !== article.textSha256) {
    report(
      ['article', 'text_sha256'],
      'the text of the article is not the one that was coded.',
      'Restore the article as it was, or code the new text anew.',
    )
  }
  const version = codebooks.byVersion.get(set.codebook)
  if (!version)
    report(
      ['codebook'],
      `the codebook version ${set.codebook.slice(0, 12)}… that it was coded under is not in codebook/.`,
    )
  checkAgainstCodebook(
    set,
    [codebooks.current, version ?? null].filter((codebook) => codebook !== null),
    report,
  )
  checkIds(set, path, seen, report)
  for (const [index, annotation] of set.annotations.entries()) {
    findings.quotes += annotation.fragments.length
    const problem = article && (verifyAnnotation(article.text, annotation) ?? contextProblem(article.text, annotation))
    if (problem) report(['annotations', index], `${problem}.`)
    seen.annotations.add(`${set.article.path}\0${annotation.id}`)
  }
  for (const [index, relation] of set.relations.entries()) {
    for (const side of ['from', 'to'] as const) {
      const end = relation[side]
      // The set of another article may not have been done when this one was.
      if (kind === 'independent copies' && end.article !== set.article.path) continue
      const message = `relation ${relation.id}: there is no annotation ${end.annotation} of this annotator in ${end.article}.`
      seen.ends.push({
        key: `${end.article}\0${end.annotation}`,
        file: path,
        line: lineOfPath(json, ['relations', index, side]),
        message,
      })
    }
  }
}

function checkPlace(
  set: AnnotationSet,
  path: string,
  report: (at: JsonPath, message: string, remedy: string) => void,
): void {
  const place = placeOf(path, '.json')
  const { key, name } = set.annotator
  if (place?.article.normalize('NFC') !== set.article.path.normalize('NFC'))
    report(['article', 'path'], `it says that it is the set of ${set.article.path}.`, MOVE)
  if (place?.folder !== folderName(key))
    report(['annotator', 'key'], `it says that it is by “${key}”, whose folder is ${folderName(key)}.`, MOVE)
  if (annotatorKey(name) !== key)
    report(['annotator', 'key'], `the key “${key}” is not that of the name “${name}”.`, MOVE)
}

function checkAdjudicatedPlace(set: AnnotationSet, path: string, report: (at: JsonPath, message: string, remedy: string) => void): void {
  const article = path.slice('adjudicated/'.length, -'.json'.length)
  if (article.normalize('NFC') !== set.article.path.normalize('NFC')) report(['article', 'path'], `it says that it is the set of ${set.article.path}.`, MOVE)
}

function checkIds(set: AnnotationSet, path: string, seen: Seen, report: (at: JsonPath, message: string) => void): void {
  for (const kind of ['annotations', 'relations'] as const) {
    for (const [index, { id }] of set[kind].entries()) {
      const other = seen.ids.get(id)
      if (other !== undefined)
        report([kind, index, 'id'], `the id ${id} is there twice${other === path ? '' : `, also in ${other}`}.`)
      else seen.ids.set(id, path)
    }
  }
}

/** What stands before and after must be what the record says stands there: that is how a span is found again. */
function contextProblem(text: string, annotation: Annotation): string | null {
  const before = text.slice(0, hullStart(annotation)).endsWith(annotation.prefix)
  const after = text.startsWith(annotation.suffix, hullEnd(annotation))
  if (before && after) return null
  return `annotation ${annotation.id}: the text ${before ? 'after' : 'before'} it is not what its ${before ? 'suffix' : 'prefix'} says`
}
