import { createStore, type StoreApi } from 'zustand/vanilla'
import { NO_FILTER, type GridFilter, type GridOrder } from '../../core/grid/arrange.ts'
import type { CellContent } from '../../core/grid/plan.ts'
import type { ReadProblem } from '../../core/grid/read.ts'
import { updateSettings } from './project.ts'
import type { Session } from './session.ts'

export type GridScope = 'article' | 'project'

export interface CellPlace {
  /** Key of the row, id of the column. */
  readonly row: string
  readonly column: string
  /** Where the row was, for when it is gone. */
  readonly index?: number
}

/** A cell that a paste or a fill left as it was. */
export interface LeftOut {
  readonly place: CellPlace | null
  readonly text: string
  readonly problem: ReadProblem
}

/** How the table of annotations is looked at: never saved. */
export interface GridState {
  readonly scope: GridScope
  readonly order: GridOrder | null
  readonly filter: GridFilter
  /** Attributes that a person showed or hid, by id. */
  readonly chosen: Readonly<Record<string, boolean>>
  /** Widths that a person gave to columns, in pixels. */
  readonly widths: Readonly<Record<string, number>>
  /** Where the keys are, and the other corner of the range. */
  readonly active: CellPlace | null
  readonly anchor: CellPlace | null
  /** What was copied last, to come back exactly when its text does. */
  readonly copied: { readonly text: string; readonly cells: readonly (readonly CellContent[])[] } | null
  readonly leftOut: { readonly taken: number; readonly cells: readonly LeftOut[] } | null
  /** The column whose menu is open. */
  readonly menu: string | null
  /** Counts requests: for the focus, and for the order and the filter to be applied again. */
  readonly wants: { readonly focus: number; readonly filter: number; readonly again: number }
}

const stores = new WeakMap<Session, StoreApi<GridState>>()

export function gridOf(session: Session): StoreApi<GridState> {
  const known = stores.get(session)
  if (known) return known
  const store = createStore<GridState>(() => ({
    scope: 'article',
    order: null,
    filter: NO_FILTER,
    chosen: {},
    widths: {},
    active: null,
    anchor: null,
    copied: null,
    leftOut: null,
    menu: null,
    wants: { focus: 0, filter: 0, again: 0 },
  }))
  stores.set(session, store)
  return store
}

/** Where the settings keep whether the grid is open. */
export const GRID_OPEN = 'grid-open'

export function showGrid(session: Session, open: boolean): void {
  session.view.setState((state) => ({
    tab: 'annotate',
    drawer: null,
    grid: { open, maximised: open && state.grid.maximised },
    ...(open ? {} : { wants: { ...state.wants, text: state.wants.text + 1 } }),
  }))
  if (open) askForGrid(session, 'focus')
  const { layout } = session.store.getState().settings
  if ((layout[GRID_OPEN] === 1) !== open) void updateSettings(session, { layout: { ...layout, [GRID_OPEN]: open ? 1 : 0 } })
}

export function askForGrid(session: Session, want: keyof GridState['wants']): void {
  gridOf(session).setState(({ wants }) => ({ wants: { ...wants, [want]: wants[want] + 1 } }))
}

export function setScope(session: Session, scope: GridScope): void {
  gridOf(session).setState({ scope, leftOut: null })
  showGrid(session, true)
}

/** The key of an annotation's row. */
export function rowKey(article: string, annotation: string): string {
  return `${article} ${annotation}`
}

/** Whether the keys are in the table. */
export function isInGrid(element: Element | null): boolean {
  return element?.closest('[data-grid]') !== null && element !== null
}

/** What the table on the screen does for actions that come from elsewhere. */
export interface GridHandle {
  readonly fillDown: () => void
}

const handles = new WeakMap<Session, GridHandle>()

/** The table that is shown; returns how to leave. */
export function joinGrid(session: Session, handle: GridHandle): () => void {
  handles.set(session, handle)
  return () => {
    if (handles.get(session) === handle) handles.delete(session)
  }
}

export function gridHandle(session: Session): GridHandle | undefined {
  return handles.get(session)
}

const served = new WeakMap<Session, number>()

/** Whether somebody has asked for the keys to go to the grid since this was last asked. */
export function takeFocusWish(session: Session): boolean {
  const { focus } = gridOf(session).getState().wants
  const wished = focus !== (served.get(session) ?? 0)
  served.set(session, focus)
  return wished
}

/** Key of the row of the one annotation that is selected in the text. */
export function chosenInText({ store, view }: Session): string | undefined {
  const { article } = store.getState()
  const [id, ...others] = view.getState().selected
  return article && id !== undefined && others.length === 0 ? rowKey(article.id, id) : undefined
}
