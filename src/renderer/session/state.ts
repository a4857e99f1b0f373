import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ArticleRow } from '../../core/model/project.ts'
import type { AppError } from '../../core/result.ts'
import type { EventPayload } from '../../ipc/contract.ts'
import { defaultSettings, type AppInfo, type OpenArticle, type ProjectView, type RecentProject, type SaveStatus, type Settings, type UndoState } from '../../ipc/shapes.ts'

/** What the window knows of the documents. Main holds the truth; an open article's set may be ahead of it by pending gestures. */
export interface SessionState {
  readonly phase: 'starting' | 'ready' | 'failed'
  readonly failure: AppError | null
  readonly version: string
  readonly platform: AppInfo['platform']
  readonly settings: Settings
  readonly recent: readonly RecentProject[]
  /** Without its rows, which change far more often. */
  readonly project: Omit<ProjectView, 'rows'> | null
  readonly rows: ReadonlyMap<string, ArticleRow>
  readonly article: OpenArticle | null
  /** Id of the article that is being opened. */
  readonly opening: string | null
  readonly save: SaveStatus
  readonly undo: UndoState
  readonly work: EventPayload<'work.progress'> | null
}

export type SessionStore = StoreApi<SessionState>

export const NO_PROJECT = {
  project: null,
  rows: new Map<string, ArticleRow>(),
  article: null,
  opening: null,
  save: { state: 'saved', at: null },
  undo: { undo: null, redo: null },
  work: null,
} as const satisfies Partial<SessionState>

export function createSessionStore(): SessionStore {
  return createStore<SessionState>(() => ({
    phase: 'starting',
    failure: null,
    version: '',
    platform: 'linux',
    settings: defaultSettings,
    recent: [],
    ...NO_PROJECT,
  }))
}
