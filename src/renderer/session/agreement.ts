import type { AcceptanceRow } from '../../core/agreement/html/report-html.ts'
import { figuresCsv, tableCsv } from '../../core/agreement/pictures/csv.ts'
import type { Picture } from '../../core/agreement/pictures/picture.ts'
import { toSvg } from '../../core/agreement/pictures/svg.ts'
import type { EvidenceAnswer } from '../../core/agreement/project/evidence.ts'
import type { AgreementReport, MeasureId, Scope } from '../../core/agreement/project/report.ts'
import type { AppError } from '../../core/result.ts'
import type { RequestInput } from '../../ipc/contract.ts'
import type { Problem } from '../../ipc/shapes.ts'
import type { RoundView } from '../../ipc/round-shapes.ts'
import { perProject } from './per-project.ts'
import { listRounds } from './rounds.ts'
import { SEED } from './seed.ts'
import type { Session } from './session.ts'
import { say, sayError } from './view.ts'

export const agreementParts = ['summary', 'pairs', 'labels', 'boundaries', 'attributes', 'articles', 'time', 'numbers'] as const
export type AgreementPart = (typeof agreementParts)[number]

/** A number, or a cell of the matrix of labels, that is looked into. */
export interface Inquiry {
  readonly measure: MeasureId
  readonly scope: Scope
  /** Both labels of a cell; null: not marked by the other. */
  readonly labels?: readonly [string, string | null]
}

/** What the Agreement tab knows and how it is looked at. */
export interface AgreementState {
  /** The last numbers; they stay while new ones are worked out. */
  readonly report: AgreementReport | null
  readonly problems: readonly Problem[]
  readonly acceptance: readonly AcceptanceRow[]
  readonly computing: boolean
  readonly failure: AppError | null
  /** Sets have come or changed since. */
  readonly outdated: boolean
  readonly round: string | null
  readonly training: boolean
  readonly rounds: readonly RoundView[]
  readonly part: AgreementPart
  readonly inquiry: Inquiry | null
  /** Null while they are being asked for. */
  readonly spans: EvidenceAnswer | null
  readonly differencesOnly: boolean
}

const NOTHING: AgreementState = {
  report: null, problems: [], acceptance: [], computing: false, failure: null, outdated: false, round: null, training: false, rounds: [],
  part: 'summary', inquiry: null, spans: null, differencesOnly: true,
}

/** The agreement of the open project; another project begins anew. */
export const agreementOf = perProject<AgreementState>(NOTHING, (session, store) => {
  session.client.on('sets.changed', () => {
    if (store.getState().report) store.setState({ outdated: true })
  })
})

const MOST_SPANS = 300

export async function computeAgreement(session: Session): Promise<void> {
  const store = agreementOf(session)
  if (store.getState().computing) return
  const { round, training } = store.getState()
  store.setState({ computing: true, failure: null, inquiry: null, spans: null })
  await session.queue.drained()
  const answer = await session.client.ask('agreement.compute', { seed: SEED, ...(round === null ? {} : { round }), ...(training ? { training } : {}) })
  if (answer.ok) store.setState({ ...answer.value, computing: false, outdated: false })
  else store.setState({ computing: false, failure: answer.error.code === 'work.cancelled' ? null : answer.error })
  // Another basis was chosen while this was worked out.
  const now = store.getState()
  if (now.round !== round || now.training !== training) return computeAgreement(session)
  const rounds = await listRounds(session)
  if (rounds.ok) store.setState({ rounds: rounds.value })
}

export function cancelAgreement(session: Session): void {
  void session.client.ask('agreement.cancel', null)
}

/** Another basis: the numbers are worked out anew. */
export function chooseBasis(session: Session, basis: { readonly round: string | null; readonly training: boolean }): void {
  agreementOf(session).setState(basis)
  void computeAgreement(session)
}

/** What a number means, and the spans behind it. A later call wins. */
export async function inquire(session: Session, inquiry: Inquiry): Promise<void> {
  const store = agreementOf(session)
  store.setState({ inquiry, spans: null })
  const { scope, labels } = inquiry
  const request: RequestInput<'agreement.spans'> = { scope, only: store.getState().differencesOnly ? 'differences' : 'all', most: MOST_SPANS, ...(labels ? { labels: [...labels] } : {}) }
  const answer = await session.client.ask('agreement.spans', request)
  if (store.getState().inquiry !== inquiry) return
  if (answer.ok) store.setState({ spans: answer.value })
  else sayError(session.view, answer.error)
}

export function showDifferencesOnly(session: Session, differencesOnly: boolean): void {
  const store = agreementOf(session)
  store.setState({ differencesOnly })
  const { inquiry } = store.getState()
  if (inquiry) void inquire(session, { ...inquiry })
}

export function closeInquiry(session: Session): void {
  agreementOf(session).setState({ inquiry: null, spans: null })
}

/** Keeps the numbers in the project, with what they were computed on. */
export async function keepAgreement(session: Session, done: (place: string) => string): Promise<void> {
  const answer = await session.client.ask('agreement.keep', null)
  if (answer.ok) say(session.view, done(answer.value))
  else sayError(session.view, answer.error)
}

type Saved = RequestInput<'agreement.save'>

/** Asks where to, writes it, and says under which name. */
export async function saveText(session: Session, saved: Saved, done: (name: string) => string): Promise<void> {
  const answer = await session.client.ask('agreement.save', saved)
  if (!answer.ok) return sayError(session.view, answer.error)
  if (answer.value !== null) say(session.view, done(answer.value))
}

export function pictureFile({ title, table, ...shapes }: Picture, format: 'svg' | 'csv'): Saved {
  const name = title.replace(/[\\/:*?"<>|]+/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 100) || 'picture'
  return { name, format, text: format === 'csv' ? tableCsv(table) : toSvg({ title, table, ...shapes }) }
}

export function numbersFile(report: AgreementReport, name: string): Saved {
  return { name, format: 'csv', text: figuresCsv(report) }
}
