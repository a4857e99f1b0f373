import { annotatorKey } from '../../core/model/folder-name.ts'
import { figureIn } from '../../core/agreement/project/look-up.ts'
import { FORMAT_VERSION, type Progress } from '../../core/model/annotation-set.ts'
import { newId, timestamp } from '../../core/model/environment.ts'
import type { Round } from '../../core/model/round.ts'
import { planRound } from '../../core/rounds/assign.ts'
import { progressOfRound } from '../../core/rounds/progress.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { SomeHandlers } from '../../ipc/derive.ts'
import type { RoundView } from '../../ipc/round-shapes.ts'
import type { AgreementService } from '../services/agreement/agreement-service.ts'
import { addRound, closeRound, removeRound } from '../services/rounds/write-round.ts'
import { overviewRows } from '../workspace/review-overview.ts'
import { articleOf, rowOf, type Workspace } from '../workspace/workspace.ts'
import type { HandlerContext } from './context.ts'

/** `agreement`: one of its own, so that the numbers of the Agreement tab stay at hand. */
export function roundHandlers({ desk }: HandlerContext, agreement: AgreementService): SomeHandlers<'rounds'> {
  /** After a change: the rounds as they are now, and everything that depends on who is to code what. */
  const changed = async (workspace: Workspace, made: Result<unknown>): Promise<Result<RoundView[]>> => {
    await workspace.rounds.load()
    desk.send('rows.changed', { rows: workspace.articles.all().map((facts) => rowOf(workspace, facts)), removed: [] })
    desk.send('sets.changed', { articles: null, own: [] })
    return made.ok ? ok(await views(workspace)) : made
  }
  return {
    'rounds.list': async () => {
      const workspace = desk.require()
      return workspace.ok ? ok(await views(workspace.value)) : workspace
    },
    'rounds.save': async ({ name, kind, annotators, articles, share, coders, seed }) => {
      const workspace = desk.requireWritable()
      if (!workspace.ok) return workspace
      const paths: string[] = []
      for (const id of articles) {
        const facts = articleOf(workspace.value, id)
        if (!facts.ok) return facts
        paths.push(facts.value.path)
      }
      const people = annotators.map((person) => ({ key: annotatorKey(person), name: person.trim() }))
      if (new Set(people.map(({ key }) => key)).size < people.length || people.some(({ key }) => key === '')) {
        return fail('round.people', 'Two of the names are the same person.', 'Name each annotator once.')
      }
      const plan = planRound({ articles: paths, annotators: people.map(({ key }) => key), share, coders, seed })
      const round: Round = {
        format: 'concord/round',
        version: FORMAT_VERSION,
        id: newId(desk.environment),
        name: name.trim(),
        kind,
        created: timestamp(desk.environment.now()),
        by: workspace.value.annotator,
        annotators: people,
        overlap: { share, coders, seed },
        assignments: plan.assignments,
      }
      return changed(workspace.value, await addRound(desk.disk, workspace.value.folder, round))
    },
    'rounds.close': async ({ id, closed }) => {
      const workspace = desk.requireWritable()
      if (!workspace.ok) return workspace
      return changed(workspace.value, await closeRound(desk.disk, workspace.value.folder, id, closed ? timestamp(desk.environment.now()) : undefined))
    },
    'rounds.agreement': async ({ id, seed }) => {
      const workspace = desk.require()
      if (!workspace.ok) return workspace
      const { annotations, folder, rounds, sight } = workspace.value
      const round = rounds.all().find((each) => each.id === id)
      if (!round) return fail('round.gone', 'This round is no longer there.', 'Look at the list of rounds again.')
      const flushed = await annotations.flush()
      if (!flushed.ok) return flushed
      const articles = round.assignments.flatMap(({ article, annotators }) => (annotators.length > 1 ? [article] : []))
      const request = { round: id, training: round.kind === 'training', seed }
      const computed = await agreement.compute({ folder, request, articles, visible: await sight.visible(articles), onProgress: () => undefined })
      if (!computed.ok) return computed
      // What it kept for questions about spans is asked for in the Agreement tab only.
      agreement.close()
      const { report } = computed.value
      const of = (measure: 'f1_strict' | 'label_alpha') => figureIn(report, measure, { kind: 'project' })?.result
      const [f1, alpha] = [of('f1_strict'), of('label_alpha')]
      if (!f1 || !alpha) return fail('agreement.gone', 'The agreement of this round could not be worked out.', 'Open the Agreement tab and choose the round there.')
      return ok({ articles: report.articles, spans: report.spans, f1, alpha, dropped: report.dropped })
    },
    'rounds.delete': async ({ id }) => {
      const workspace = desk.requireWritable()
      return workspace.ok ? changed(workspace.value, await removeRound(desk.disk, workspace.value.folder, id)) : workspace
    },
  }
}

/** The last one first. */
async function views(workspace: Workspace): Promise<RoundView[]> {
  const rounds = workspace.rounds.all()
  const articles = [...new Set(rounds.flatMap(({ assignments }) => assignments.map(({ article }) => article)))]
  const ids = new Map(articles.flatMap((path) => {
    const facts = workspace.articles.byPath(path)
    return facts ? [[facts.id, path] as const] : []
  }))
  const progress = new Map<string, Progress>()
  for (const { article, sets } of await overviewRows(workspace, [...ids.keys()])) {
    for (const { annotator, standing } of sets) progress.set(`${annotator}\n${ids.get(article)}`, progressOf(standing.status))
  }
  const viewOf = (round: Round): RoundView => {
    const { annotators, ...counts } = progressOfRound(round, (annotator, article) => progress.get(`${annotator}\n${article}`) ?? 'not_started')
    return { round, progress: { ...counts, annotators: annotators.map((each) => ({ ...each })) } }
  }
  return rounds.map(viewOf).toReversed()
}

/** A set that a reviewer has returned is to be gone over again. */
function progressOf(status: 'not_started' | 'in_progress' | 'done' | 'in_review' | 'returned' | 'accepted'): Progress {
  if (status === 'not_started') return 'not_started'
  return status === 'in_progress' || status === 'returned' ? 'in_progress' : 'done'
}
