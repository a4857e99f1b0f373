import { nameOfAttribute, nameOfLabel } from '../../codebook/lookup.ts'
import { articlePicture, boundaryPicture, confusionPicture, pairPicture, timePicture, type Drawn } from '../pictures/of-report.ts'
import type { Picture } from '../pictures/picture.ts'
import { escaped, toSvg } from '../pictures/svg.ts'
import { figureIn, figuresOf, pairScopes, written } from '../project/look-up.ts'
import type { Figure, MeasureId, Scope } from '../project/report.ts'
import type { AgreementResult } from '../result.ts'
import type { AgreementWords, LeftOut } from '../words/words.ts'
import { REPORT_STYLE } from './style.ts'

export interface HtmlInput extends Drawn {
  /** The project's name. */
  readonly project: string
  /** When it was made, as people write it. */
  readonly made: string
  readonly acceptance?: readonly AcceptanceRow[]
}

/** What became of one annotator's records under review; shown apart, and never as agreement. */
export interface AcceptanceRow {
  readonly annotator: string
  readonly taken: number
  readonly changed: number
  readonly rejected: number
  readonly added: number
}

/** The whole as one page that needs nothing else: for printing, mailing and keeping. Everything that people wrote is escaped. */
export function reportHtml(input: HtmlInput): string {
  const { report, codebook, words, project, made, acceptance } = input
  const w = words.report
  const nameOf = (key: string): string => report.annotators.find((each) => each.key === key)?.name ?? key
  const title = `${w.title}: ${project}`
  const parts = [
    `<h1>${escaped(title)}</h1>`,
    `<p class="lead">${escaped(report.articles === 0 ? w.nothing : `${w.standsOn(report.articles, report.annotators.length, report.spans)}.`)} ${escaped(w.frozen(report.sets.frozen, report.sets.done))}</p>`,
    lead(input, 'f1_strict'),
    lead(input, 'label_alpha'),
    `<h2>${escaped(w.leftOut)}</h2>`,
    leftOutList(words, report.dropped),
    section(w.pairs, pictureOf(pairPicture(input)), pairScopes(report).map((scope) => numbers(input, scope, `${nameOf(scope.a)} – ${nameOf(scope.b)}`)).join('')),
    section(w.confusion, `<p>${escaped(w.confusionNote)}</p>`, pictureOf(confusionPicture(input))),
    section(w.boundaries, `<p>${escaped(w.boundariesNote)}</p>`, pictureOf(boundaryPicture(input)), tableOf(boundaryPicture(input).table)),
    section(w.labels, tableOf([
      [w.label, w.spans, words.measures.f1_strict.name, words.measures.f1_type.name, words.measures.found.name, words.measures.unitizing_alpha.name],
      ...report.labels.map((label) => [nameOfLabel(codebook, label), usedIn(input, 'f1_strict', { kind: 'label', label }), ...(['f1_strict', 'f1_type', 'found', 'unitizing_alpha'] as const).map((measure) => shown(input, measure, { kind: 'label', label }))]),
    ])),
    section(w.attributes, tableOf([
      [w.attribute, w.metric, w.items, words.measures.attribute_percent.name, words.measures.attribute_alpha.name],
      ...report.attributes.map(({ attribute, metric }) => [nameOfAttribute(codebook, attribute), words.metrics[metric], usedIn(input, 'attribute_alpha', { kind: 'attribute', attribute }), ...(['attribute_percent', 'attribute_alpha'] as const).map((measure) => shown(input, measure, { kind: 'attribute', attribute }))]),
    ])),
    section(w.time, pictureOf(timePicture(input))),
    section(w.articles, pictureOf(articlePicture(input))),
    section(w.allNumbers, numbers(input, { kind: 'project' }, project)),
    acceptance && acceptance.length > 0
      ? section(w.acceptance, `<p>${escaped(w.acceptanceNote)}</p>`, tableOf([[w.annotator, w.taken, w.changed, w.rejected, w.added], ...acceptance.map((row) => [nameOf(row.annotator), String(row.taken), String(row.changed), String(row.rejected), String(row.added)])]))
      : '',
    section(w.explained, explanations(words, report.figures)),
    `<p class="made">${escaped(made)} · ${escaped(w.made(report.request.seed, report.codebook.slice(0, 12)))}</p>`,
  ]
  return `<!doctype html>\n<html lang="${words.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${REPORT_STYLE}</style></head><body>\n${parts.join('\n')}\n</body></html>\n`
}

function lead({ report, words }: HtmlInput, measure: 'f1_strict' | 'label_alpha'): string {
  const result = figureIn(report, measure, { kind: 'project' })?.result
  return `<section class="number"><h2>${escaped(words.measures[measure].name)}</h2><p class="value">${escaped(written(result, words.language) ?? words.report.notDefined)}</p><p>${escaped(inWords(words, measure, result))}</p></section>`
}

/** A number of the first screen in a sentence, with its interval. */
export function inWords(words: AgreementWords, measure: 'f1_strict' | 'label_alpha', result: AgreementResult | undefined): string {
  const w = words.report
  if (result?.status !== 'ok') return result ? words.undefined[result.reason] : w.nothing
  const sentence = measure === 'f1_strict' ? w.f1InWords(Math.round(result.value * 100)) : w.alphaInWords(Math.min(result.value, result.interval?.low ?? result.value))
  return `${sentence.replace(/\.$/, '')} (${intervalInWords(words, result)}; n = ${result.used}).`
}

export function intervalInWords(words: AgreementWords, result: AgreementResult): string {
  const bounds = boundsOf(words, result)
  return bounds ? words.report.interval(...bounds) : words.report.noInterval
}

/** The ends of the interval as they are written, for where a heading says what they are. */
export function boundsOf(words: AgreementWords, result: AgreementResult): readonly [string, string] | null {
  if (result.status !== 'ok' || !result.interval) return null
  const { low, high } = result.interval
  const write = (value: number): string => written({ ...result, value }, words.language) ?? ''
  return [write(low), write(high)]
}

function numbers({ report, words }: HtmlInput, scope: Scope, name: string): string {
  const rows = figuresOf(report, scope).map(({ measure, result }) => [
    words.measures[measure].name,
    result.status === 'ok' ? (written(result, words.language) ?? '') : `${words.report.notDefined}: ${words.undefined[result.reason]}`,
    result.status === 'ok' && result.interval ? intervalInWords(words, result) : '',
    String(result.used),
  ])
  return `<h3>${escaped(name)}</h3>${tableOf([[words.report.measure, words.report.value, '', words.report.items], ...rows])}`
}

function shown({ report, words }: HtmlInput, measure: MeasureId, scope: Scope): string {
  const result = figureIn(report, measure, scope)?.result
  return written(result, words.language) ?? words.report.notDefined
}

function usedIn({ report }: HtmlInput, measure: MeasureId, scope: Scope): string {
  return String(figureIn(report, measure, scope)?.result.used ?? 0)
}

/** What was left out and how often, in words. */
export function leftOutWords(words: AgreementWords, dropped: Readonly<Record<string, number>>): string[] {
  return Object.entries(dropped).map(([reason, many]) => `${many} × ${Object.hasOwn(words.leftOut, reason) ? words.leftOut[reason as LeftOut] : reason}`)
}

function leftOutList(words: AgreementWords, dropped: Readonly<Record<string, number>>): string {
  const lines = leftOutWords(words, dropped)
  if (lines.length === 0) return `<p>${escaped(words.report.nothingLeftOut)}</p>`
  return `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`
}

function explanations(words: AgreementWords, figures: readonly Figure[]): string {
  const used = [...new Set(figures.map(({ measure }) => measure))]
  return `<dl>${used.map((measure) => {
    const { name, means, caution } = words.measures[measure]
    return `<dt>${escaped(name)}</dt><dd>${escaped(means)} ${escaped(words.report.caution)}: ${escaped(caution)}</dd>`
  }).join('')}</dl>`
}

function section(heading: string, ...parts: readonly string[]): string {
  return `<section><h2>${escaped(heading)}</h2>${parts.join('')}</section>`
}

function pictureOf(picture: Picture): string {
  return `<figure>${toSvg(picture)}</figure>`
}

function tableOf([head = [], ...rows]: readonly (readonly string[])[]): string {
  const body = rows.map(([name = '', ...cells]) => `<tr><th scope="row">${escaped(name)}</th>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
  return `<table><thead><tr>${head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`
}
