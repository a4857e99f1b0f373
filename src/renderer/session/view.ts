import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DoneFacts } from '../../core/annotating/facts.ts'
import type { Codebook, RegisteredEntity } from '../../core/model/codebook.ts'
import type { GestureKind } from '../../core/model/gesture.ts'
import type { ListOrder, ListStatus } from '../../core/query/article-list.ts'
import type { AppError } from '../../core/result.ts'
import type { Range } from '../../core/text/ranges.ts'
import type { BundleReceipt, ImportReport, OpenBundleView } from '../../ipc/bundle-shapes.ts'
import type { Receipt } from '../../ipc/export-shapes.ts'
import type { ChosenFiles, IntakeReceiptView } from '../../ipc/import-shapes.ts'
import type { AddReport, MetadataPreview } from '../../ipc/shapes.ts'

export type Tab = 'annotate' | 'find' | 'review' | 'agreement' | 'codebook'

export type Pane = 'list' | 'inspector'

export type Dialog =
  | { readonly kind: 'palette' }
  | { readonly kind: 'help' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'blind' }
  | { readonly kind: 'notices' | 'backups' }
  | { readonly kind: 'history'; readonly article: string }
  | { readonly kind: 'new-project' }
  | { readonly kind: 'export' }
  | { readonly kind: 'bundle-export' | 'past-imports' | 'rounds' }
  | { readonly kind: 'bundle-receipt'; readonly receipt: BundleReceipt }
  | { readonly kind: 'bundle-import'; readonly open: OpenBundleView }
  | { readonly kind: 'import-report'; readonly report: ImportReport; readonly name: string }
  /** `files`: dropped onto the window, else to be chosen. */
  | { readonly kind: 'intake'; readonly files: ChosenFiles | null }
  | { readonly kind: 'intake-drop'; readonly files: ChosenFiles; readonly formats: readonly string[] }
  | { readonly kind: 'intake-receipt'; readonly receipt: IntakeReceiptView }
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'add-report'; readonly report: AddReport }
  | { readonly kind: 'metadata'; readonly preview: MetadataPreview }
  | { readonly kind: 'article-details'; readonly article: string; readonly note?: boolean }
  | { readonly kind: 'copy-values' }
  | { readonly kind: 'mark-done' }
  /** `same`: the same words elsewhere as the decision at hand. */
  | { readonly kind: 'review-merge' }
  | { readonly kind: 'review-same' }
  | { readonly kind: 'review-sets' | 'review-rule' }
  | ({ readonly kind: 'merge' | 'retire' } & CodebookSubject)
  | { readonly kind: 'rename-entity'; readonly id: string; readonly before: RegisteredEntity }
  | { readonly kind: 'import-codebook'; readonly file: string; readonly codebook: Codebook }
  /** From the first that is selected; `to`: the others, none to choose one. */
  | { readonly kind: 'link'; readonly from: string; readonly to: readonly string[] }
  | { readonly kind: 'occurrences'; readonly query: string; readonly label: string | null }
  | { readonly kind: 'save-query'; readonly query: string }
  | { readonly kind: 'add-example'; readonly text: string; readonly label: string | null }

/** Something in the codebook; `of`: the attribute that a value belongs to. */
export interface CodebookSubject {
  readonly what: 'label' | 'attribute' | 'relation' | 'sector' | 'value'
  readonly id: string
  readonly of: string | null
}

/** Which annotations the text shows: a way of looking, which changes nothing. */
export type Showing = { readonly kind: 'all' | 'incomplete' | 'none' } | { readonly kind: 'label'; readonly label: string }

/** What was done last, for the live region; a new object each time. */
export type Told =
  | { readonly kind: 'done'; readonly facts: DoneFacts }
  | { readonly kind: 'undone' | 'redone'; readonly gesture: GestureKind }

export interface Toast {
  readonly id: number
  readonly tone: 'plain' | 'error'
  readonly text: string
  readonly detail: string | null
  readonly action: { readonly text: string; readonly perform: () => void } | null
  /** Its action takes back the latest step of this kind: the note goes as soon as another step follows. */
  readonly takesBack: StepKind | null
}

/** What can be taken back, each in an order of its own. */
export type StepKind = 'gesture' | 'version'

/** What the person looks at: never saved, never undone. */
export interface ViewState {
  readonly tab: Tab
  readonly dialog: Dialog | null
  /** In a wide window: which panes are unfolded. */
  readonly panes: { readonly list: boolean; readonly inspector: boolean }
  /** The table of annotations under the text, or over everything. */
  readonly grid: { readonly open: boolean; readonly maximised: boolean }
  /** In a narrow window: what lies over the text. */
  readonly drawer: Pane | null
  /** The codebook stands in the inspector's place. */
  readonly beside: boolean
  /** What waits for a place stands in the inspector's place. */
  readonly placing: boolean
  /** Text selection, a caret when both are the same: UTF-16 over the open article's text; `focus` is the end that moves. */
  readonly selection: { readonly anchor: number; readonly focus: number }
  /** The label that was used last, to be used again with one key. */
  readonly lastLabel: string | null
  /** Ids of the selected annotations of the open article. */
  readonly selected: readonly string[]
  readonly showing: Showing
  readonly filter: { readonly text: string; readonly progress: ListStatus | null; readonly assigned: boolean }
  readonly order: ListOrder
  readonly find: { readonly open: boolean; readonly query: string; readonly at: number }
  readonly toasts: readonly Toast[]
  readonly told: Told | null
  /** Counts requests for the focus, so that asking twice focuses twice. */
  readonly wants: { readonly filter: number; readonly find: number; readonly text: number; readonly peek: number }
}

export const NO_SELECTION = { anchor: 0, focus: 0 } as const

export const NO_LIST_FILTER: ViewState['filter'] = { text: '', progress: null, assigned: false }

export type ViewStore = StoreApi<ViewState>

export function createViewStore(): ViewStore {
  return createStore<ViewState>(() => ({
    tab: 'annotate',
    dialog: null,
    panes: { list: true, inspector: true },
    grid: { open: false, maximised: false },
    drawer: null,
    beside: false,
    placing: false,
    selection: NO_SELECTION,
    lastLabel: null,
    selected: [],
    showing: { kind: 'all' },
    filter: NO_LIST_FILTER,
    order: { key: 'title', descending: false },
    find: { open: false, query: '', at: 0 },
    toasts: [],
    told: null,
    wants: { filter: 0, find: 0, text: 0, peek: 0 },
  }))
}

/** The selected words; null when there is only a caret. */
export function selectedRange({ selection }: Pick<ViewState, 'selection'>): Range | null {
  const { anchor, focus } = selection
  return anchor === focus ? null : { start: Math.min(anchor, focus), end: Math.max(anchor, focus) }
}

let toasts = 0

/** Says something that is not visible otherwise. */
export function say(view: ViewStore, text: string, more: Partial<Omit<Toast, 'id' | 'text'>> = {}): void {
  toasts += 1
  const toast: Toast = { id: toasts, tone: 'plain', detail: null, action: null, takesBack: null, ...more, text }
  view.setState((state) => ({ toasts: [...state.toasts.slice(-2), toast] }))
}

export function sayError(view: ViewStore, error: AppError, action: Toast['action'] = null): void {
  say(view, error.message, { tone: 'error', detail: error.remedy, action })
}

/** A step was made: what offered to take back the one before would now take back another. */
export function stepMade(view: ViewStore, kind: StepKind): void {
  if (view.getState().toasts.some((toast) => toast.takesBack === kind)) view.setState(({ toasts: shown }) => ({ toasts: shown.filter((toast) => toast.takesBack !== kind) }))
}

export function dismiss(view: ViewStore, id: number): void {
  view.setState((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) }))
}
