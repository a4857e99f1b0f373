import { applyCommand } from '../../core/annotating/apply-command.ts'
import { applyDiff, invertDiff } from '../../core/annotating/diff.ts'
import type { GestureKind, SetDiff } from '../../core/model/gesture.ts'
import { readHeader } from '../../core/text/header.ts'
import type { AppError } from '../../core/result.ts'
import type { Bridge } from '../../ipc/bridge.ts'
import type { EventName, EventPayload, RequestInput, RequestName } from '../../ipc/contract.ts'
import { defaultSettings, type AppInfo, type ProjectView, type Settings } from '../../ipc/shapes.ts'
import { packSet } from '../../ipc/packed-set.ts'
import { environment, HASH, NOW, rowOf, type HeldArticle, type SampleProject } from './sample-project.ts'

type Answers = { readonly [N in RequestName]?: (input: RequestInput<N>) => unknown }

export interface FakeMain {
  readonly bridge: Bridge
  readonly emit: <N extends EventName>(name: N, payload: EventPayload<N>) => void
  /** Every request, in order. */
  readonly asked: { readonly name: RequestName; readonly input: unknown }[]
  /** The next answers to a request, before the ordinary ones: values as they cross the bridge, or promises of them. */
  readonly queueAnswer: (name: RequestName, answer: unknown) => void
  readonly articles: ReadonlyMap<string, HeldArticle>
}

const good = (value: unknown) => ({ ok: true, value })
export const refusal = (error: Partial<AppError> = {}) => ({
  ok: false,
  error: { code: 'test', message: 'It was refused.', remedy: 'Try something else.', retry: false, ...error },
})

/** Stands for main in tests and on the development page: one project in memory, with undo. No files, no dialogs. */
export function createFakeMain(sample: SampleProject | null, answers: Answers = {}, info: Partial<AppInfo> = {}): FakeMain {
  const articles = new Map((sample?.articles ?? []).map((article) => [article.id, article]))
  const listeners = new Set<(name: EventName, payload: unknown) => void>()
  const asked: FakeMain['asked'] = []
  const queued = new Map<RequestName, unknown[]>()
  const done: { kind: GestureKind; article: string; diff: SetDiff }[] = []
  const undone: typeof done = []
  let settings: Settings = info.settings ?? { ...defaultSettings, annotator: 'Mira Jansen' }

  const emit: FakeMain['emit'] = (name, payload) => {
    for (const listener of listeners) listener(name, payload)
  }
  const projectView = (): ProjectView | null =>
    sample && { ...sample.view, rows: Array.from(articles.values(), ({ row }) => row) }

  function change(article: string, diff: SetDiff, base: number | null): number | null {
    const held = articles.get(article)
    if (!held || !sample || (base !== null && held.set.revision !== base)) return null
    const set = applyDiff(held.set, diff)
    if (!set.ok) return null
    const next = { ...held, set: set.value }
    articles.set(article, { ...next, row: rowOf(next, sample.view.codebook) })
    return set.value.revision
  }

  function tell(article: string): void {
    const row = articles.get(article)?.row
    if (row) emit('rows.changed', { rows: [row], removed: [] })
    emit('undo.state', { undo: done.at(-1)?.kind ?? null, redo: undone.at(-1)?.kind ?? null })
    emit('save.status', { state: 'saved', at: new Date(NOW).toISOString() })
  }

  function walk(from: typeof done, to: typeof done, turn: (diff: SetDiff) => SetDiff): unknown {
    const step = from.pop()
    if (!step) return good(null)
    const diff = turn(step.diff)
    const revision = change(step.article, diff, null)
    if (revision === null) return refusal({ message: 'That has changed since.' })
    to.push(step)
    tell(step.article)
    return good({ kind: step.kind, changes: [{ article: step.article, revision, diff }] })
  }

  const ordinary: Answers = {
    'app.info': () =>
      good({
        version: '0.1.0', platform: 'linux', settings, recent: [], project: projectView(), ...info,
      }),
    'settings.update': (input) => {
      settings = { ...settings, ...(Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Partial<Settings>) }
      return good(settings)
    },
    'project.openSample': () => good(projectView()),
    'project.create': () => good(projectView()),
    'project.open': () => good(projectView()),
    'project.setAnnotator': () => good(projectView()),
    'articles.open': ({ article }) => {
      const held = articles.get(article)
      if (!held) return refusal({ message: 'This article is gone.' })
      const header = readHeader(held.text)
      return good({
        id: held.id, text: held.text, textSha256: HASH, header: header && { start: header.start, end: header.end }, set: packSet(held.set), notice: null, offset: 0,
      })
    },
    'articles.setFields': ({ article, fields }) => {
      const held = articles.get(article)
      if (!held) return refusal()
      const row = { ...held.row, title: fields.title ?? held.row.title, date: fields.date ?? null, outlet: fields.outlet ?? null, link: fields.link ?? null }
      articles.set(article, { ...held, row })
      return good(row)
    },
    'annotations.apply': ({ gesture, changes }) => {
      const revisions = changes.map(({ article, base, diff }) => {
        const revision = change(article, diff, base)
        if (revision === null) return null
        done.push({ kind: gesture.kind, article, diff })
        undone.length = 0
        tell(article)
        return { article, revision }
      })
      return revisions.includes(null) ? refusal({ code: 'set.revision', message: 'The set is not as it was.' }) : good(revisions)
    },
    'annotations.undo': () => walk(done, undone, invertDiff),
    'annotations.redo': () => walk(undone, done, (diff) => diff),
    'annotations.undoState': () => good({ undo: done.at(-1)?.kind ?? null, redo: undone.at(-1)?.kind ?? null }),
    'annotations.list': ({ articles: wanted }) =>
      good(wanted.flatMap((id) => (articles.get(id)?.set.annotations.length ? [{ article: id, set: articles.get(id)?.set }] : []))),
    'annotations.perform': ({ commands }) => {
      const changes = []
      for (const { article, command } of commands) {
        const held = articles.get(article)
        if (!held || !sample) return refusal()
        const diff = applyCommand(held.set, command, { text: held.text, codebook: sample.view.codebook, articleDate: held.row.date, environment })
        if (!diff.ok) return diff
        const revision = change(article, diff.value, null)
        if (revision === null) return refusal()
        done.push({ kind: command.kind, article, diff: diff.value })
        tell(article)
        changes.push({ article, revision, diff: diff.value })
      }
      return good(changes)
    },
    'annotations.reload': ({ article }) => good(articles.get(article)?.set),
    'register.suggest': () => good([]),
    'codebook.save': ({ codebook }) => good({ codebook, version: HASH }),
    'dialog.chooseFolder': () => good({ token: 'folder', location: '~/Documents', name: 'Documents', isProject: false }),
  }

  function answerOf<N extends RequestName>(name: N, input: unknown): unknown {
    const answer = (answers[name] ?? ordinary[name]) as ((input: unknown) => unknown) | undefined
    return answer ? answer(input) : good(null)
  }

  return {
    emit,
    asked,
    articles,
    queueAnswer: (name, answer) => queued.set(name, [...(queued.get(name) ?? []), answer]),
    bridge: {
      request: async (name, input) => {
        asked.push({ name, input })
        const next = queued.get(name)?.shift()
        return structuredClone(await (next === undefined ? answerOf(name, input) : next))
      },
      on: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      drop: async () => good('dropped'),
    },
  }
}
