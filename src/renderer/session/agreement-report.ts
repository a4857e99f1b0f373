import { getI18n } from 'react-i18next'
import { reportHtml } from '../../core/agreement/html/report-html.ts'
import type { Drawn } from '../../core/agreement/pictures/of-report.ts'
import { agreementDe } from '../../core/agreement/words/de.ts'
import { agreementEn } from '../../core/agreement/words/en.ts'
import type { AgreementWords } from '../../core/agreement/words/words.ts'
import { timestamp } from '../../core/model/environment.ts'
import { formatDay, formatTime } from '../i18n/format.ts'
import { agreementOf, saveText } from './agreement.ts'
import type { Session } from './session.ts'

/** What is said of numbers, in the language of the window. */
export function agreementWords(language: string): AgreementWords {
  return language.startsWith('de') ? agreementDe : agreementEn
}

/** What pictures and report are drawn from; null before there are numbers. */
export function drawnOf(session: Session, words: AgreementWords): Drawn | null {
  const { report } = agreementOf(session).getState()
  const { project, rows } = session.store.getState()
  if (!report || !project) return null
  const titles = new Map([...rows.values()].map(({ path, title }) => [path, title]))
  return { report, codebook: project.codebook, words, titleOf: (article) => titles.get(article) ?? article }
}

const byPath = new WeakMap<object, ReadonlyMap<string, string>>()

/** Id of the article at a path; remembered, as it is asked for many at once. */
export function articleAt(rows: ReadonlyMap<string, { readonly id: string; readonly path: string }>, path: string): string | undefined {
  const known = byPath.get(rows) ?? new Map([...rows.values()].map((row) => [row.path, row.id]))
  byPath.set(rows, known)
  return known.get(path)
}

/** The whole as a page that a person can print, written where they say. */
export async function saveReport(session: Session): Promise<void> {
  const words = agreementWords(getI18n().language)
  const drawn = drawnOf(session, words)
  const { project } = session.store.getState()
  if (!drawn || !project) return
  const now = timestamp(session.environment.now())
  const text = reportHtml({ ...drawn, acceptance: agreementOf(session).getState().acceptance, project: project.name, made: `${formatDay(now)}, ${formatTime(now)}` })
  await saveText(session, { name: `${words.report.title} ${project.name}`.replace(/[\\/:*?"<>|]+/g, ' ').slice(0, 100), format: 'html', text }, (name) => getI18n().t('agreement.saved', { name }))
}
