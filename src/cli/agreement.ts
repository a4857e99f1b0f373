import { nameOfAttribute, nameOfLabel } from '../core/codebook/lookup.ts'
import { inWords, leftOutWords, reportHtml } from '../core/agreement/html/report-html.ts'
import { figureIn, pairScopes, written } from '../core/agreement/project/look-up.ts'
import type { AgreementReport, MeasureId, Scope } from '../core/agreement/project/report.ts'
import type { AgreementRequest } from '../core/agreement/project/request.ts'
import { agreementEn } from '../core/agreement/words/en.ts'
import { timestamp } from '../core/model/environment.ts'
import { annotatorKey } from '../core/model/folder-name.ts'
import type { Codebook } from '../core/model/codebook.ts'
import { fail, type Result } from '../core/result.ts'
import { computeProjectAgreement } from '../main/services/agreement/compute-project.ts'
import { keepAgreement } from '../main/services/agreement/keep.ts'
import { createArticleStore } from '../main/services/articles/article-store.ts'
import { readProject } from '../main/services/project/read-project.ts'
import { readRounds } from '../main/services/rounds/read-rounds.ts'
import { failure, type CliError, type Command } from './command.ts'
import { formatTable } from './print.ts'

const DEFAULT_SEED = 20_310_304

export const agreementCommand: Command = {
  name: 'agreement',
  summary: 'How far annotators agree, on what they coded independently.',
  arguments: 'DIR [--annotator NAME] [--article PATH] [--label ID] [--round NAME] [--training] [--seed N] [--html FILE] [--keep]',
  least: 1,
  most: 1,
  options: {
    annotator: { type: 'string', multiple: true, value: 'NAME', help: 'only these annotators; may be repeated' },
    article: { type: 'string', multiple: true, value: 'PATH', help: 'only these articles, by their path inside articles/; may be repeated' },
    label: { type: 'string', multiple: true, value: 'ID', help: 'only these labels, by id or name; may be repeated' },
    round: { type: 'string', value: 'NAME', help: 'only what this round gave to whom, by its name or id' },
    training: { type: 'boolean', help: 'count training rounds too' },
    seed: { type: 'string', value: 'N', help: 'of all that is drawn by lot: the same seed gives the same intervals' },
    keep: { type: 'boolean', help: 'keep the numbers in agreement/<id>/, with copies of the sets that they were computed on' },
    html: { type: 'string', value: 'FILE', help: 'also write the report as a page for printing; a file that is there is not overwritten' },
  },
  details: [
    'The frozen copies in independent/ are compared, else sets that are done and whose annotators have seen nobody else’s. What was',
    'left out is counted by reason. A number that is not defined says why. Nothing is hidden, whatever the project says of blind',
    'coding. With --json, every number of every pair, label, attribute, article and period; the measures are in docs/agreement.md.',
  ].join('\n'),
  run: async ({ positionals: [dir = ''], option, options, flag, resolve, disk, environment, progress }) => {
    const folder = resolve(dir)
    const opened = await readProject(disk, folder)
    if (!opened.ok) return failure(opened.error)
    const { codebook, project } = opened.value
    const store = createArticleStore(disk, folder, environment)
    const scanned = await store.scan()
    if (!scanned.ok) return failure(scanned.error)
    const { rounds } = await readRounds(disk, folder)
    const request = readRequest({ option, options, flag }, codebook, rounds)
    if (!request.ok) return failure(request.error)
    const html = option('html')
    if (html !== undefined) {
      const there = await disk.exists(resolve(html))
      if (!there.ok) return failure(there.error)
      if (there.value) return failure(fail('agreement.exists', `${html} is there already; nothing was overwritten.`, 'Give another name.').error)
    }
    const computed = await computeProjectAgreement({
      disk, environment, folder, request: request.value, articles: store.all().map(({ path }) => path), visible: null,
      onProgress: (done, total) => progress(`${done} of ${total}`),
    })
    if (!computed.ok) return failure(computed.error)
    const { report, problems, acceptance, files } = computed.value
    if (html !== undefined) {
      const text = reportHtml({ report, codebook, words: agreementEn, titleOf: (path) => store.byPath(path)?.title ?? path, project: project.name, made: timestamp(environment.now()), acceptance })
      const saved = await disk.writeAtomic(resolve(html), text, { expected: null })
      if (!saved.ok) return failure(saved.error)
    }
    const kept = flag('keep') ? await keepAgreement({ disk, folder, environment, report, files }) : null
    if (kept && !kept.ok) return failure(kept.error)
    return {
      ok: problems.length === 0,
      text: [textOf(report, codebook), ...(kept ? ['', `Kept in ${kept.value}.`] : [])].join('\n'),
      json: { ...report, kept: kept ? kept.value : null, review_acceptance: acceptance, files },
      errors: problems.map((problem): CliError => ({ ...problem })),
    }
  },
}

interface Given {
  readonly option: (name: string) => string | undefined
  readonly options: (name: string) => readonly string[]
  readonly flag: (name: string) => boolean
}

function readRequest({ option, options, flag }: Given, codebook: Codebook, rounds: Awaited<ReturnType<typeof readRounds>>['rounds']): Result<AgreementRequest> {
  const seed = Number(option('seed') ?? DEFAULT_SEED)
  if (!Number.isSafeInteger(seed) || seed < 0) return fail('agreement.seed', 'A seed is a whole number, 0 or more.', 'Leave --seed out, or give another.')
  const labels = options('label').map((given) => codebook.labels.find(({ id, name }) => id === given || name === given)?.id ?? given)
  const unknown = labels.find((id) => !codebook.labels.some((label) => label.id === id))
  if (unknown !== undefined) return fail('agreement.label', `The codebook has no label ${unknown}.`, `It has: ${codebook.labels.map(({ id }) => id).join(', ')}.`)
  const named = option('round')
  const round = named === undefined ? undefined : rounds.find(({ id, name }) => id === named || name === named)
  if (named !== undefined && !round) return fail('agreement.round', `There is no round ${named}.`, rounds.length === 0 ? 'The project has none.' : `There are: ${rounds.map(({ name }) => name).join(', ')}.`)
  const annotators = options('annotator').map(annotatorKey)
  const articles = [...options('article')]
  return {
    ok: true,
    value: {
      ...(annotators.length > 0 ? { annotators } : {}),
      ...(articles.length > 0 ? { articles } : {}),
      ...(labels.length > 0 ? { labels } : {}),
      ...(round ? { round: round.id } : {}),
      ...(flag('training') ? { training: true } : {}),
      seed,
    },
  }
}

function textOf(report: AgreementReport, codebook: Codebook): string {
  const words = agreementEn
  const w = words.report
  const project: Scope = { kind: 'project' }
  const nameOf = (key: string): string => report.annotators.find((each) => each.key === key)?.name ?? key
  const cell = (measure: MeasureId, scope: Scope): string => written(figureIn(report, measure, scope)?.result, 'en') ?? '–'
  const dropped = leftOutWords(words, report.dropped)
  const leftOut = dropped.length === 0 ? [] : ['', `${w.leftOut}, annotation sets`, ...dropped.map((line) => `  ${line}`)]
  if (report.articles === 0) return [w.nothing, ...leftOut].join('\n')
  const overall = (['f1_strict', 'label_alpha'] as const).map((measure) => `${words.measures[measure].name}: ${cell(measure, project)}\n  ${inWords(words, measure, figureIn(report, measure, project)?.result)}`)
  const more = report.figures.filter(({ scope }) => scope.kind === 'project').map(({ measure, result }) => [words.measures[measure].name, written(result, 'en') ?? (result.status === 'undefined' ? words.undefined[result.reason] : '')])
  return [
    `${w.standsOn(report.articles, report.annotators.length, report.spans)}.`,
    w.frozen(report.sets.frozen, report.sets.done),
    '',
    ...overall,
    '',
    formatTable(more),
    '',
    formatTable([[w.pairs, 'F1', 'found', 'label α', 'κ'], ...pairScopes(report).map((scope) => [`${nameOf(scope.a)} – ${nameOf(scope.b)}`, cell('f1_strict', scope), cell('found', scope), cell('label_alpha', scope), cell('label_cohen', scope)])]),
    '',
    formatTable([[w.labels, 'F1', 'found', 'α_U'], ...report.labels.map((label) => [nameOfLabel(codebook, label), cell('f1_strict', { kind: 'label', label }), cell('found', { kind: 'label', label }), cell('unitizing_alpha', { kind: 'label', label })])]),
    '',
    formatTable([[w.attributes, 'percent', 'α'], ...report.attributes.map(({ attribute }) => [nameOfAttribute(codebook, attribute), cell('attribute_percent', { kind: 'attribute', attribute }), cell('attribute_alpha', { kind: 'attribute', attribute })])]),
    ...leftOut,
  ].join('\n')
}
