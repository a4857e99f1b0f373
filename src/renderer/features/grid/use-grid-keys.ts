import type { KeyboardEvent, RefObject } from 'react'
import { matchesKeys } from '../../../core/actions/keys.ts'
import type { GridRange } from '../../../core/grid/plan.ts'
import { useSession } from '../../session/context.tsx'
import { actionOf } from '../../actions/shortcuts.ts'
import { askForGrid, gridOf } from '../../session/grid.ts'
import { backToText } from './back-to-text.ts'
import type { Spot } from './grid-table.tsx'
import { ROW } from './layout.ts'
import type { GridData } from './use-grid-data.ts'
import type { GridGestures } from './use-grid-gestures.ts'

interface Surroundings {
  readonly data: GridData
  readonly at: Spot
  readonly range: GridRange
  readonly go: (to: Spot, extend?: boolean) => void
  readonly select: (range: GridRange) => void
  readonly edit: (fresh: boolean) => void
  readonly gestures: GridGestures
  readonly scroller: RefObject<HTMLElement | null>
}

/** The keys of a spreadsheet. What is no key of the table stays one of the window's. */
export function useGridKeys({ data, at, range, go, select, edit, gestures, scroller }: Surroundings): (event: KeyboardEvent) => void {
  const session = useSession()
  const store = gridOf(session)
  const bottom = data.rows.length - 1
  const right = data.columns.length - 1

  /** Where a key of the caret leads, or null. */
  function step(event: KeyboardEvent): Spot | null {
    const { row, column } = at
    const mod = event.ctrlKey || event.metaKey
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 2)
    const forward = scroller.current && getComputedStyle(scroller.current).direction === 'rtl' ? -1 : 1
    switch (event.key) {
      case 'ArrowDown':
        return { column, row: mod ? bottom : row + 1 }
      case 'ArrowUp':
        return { column, row: mod ? 0 : row - 1 }
      case 'ArrowRight':
      case 'ArrowLeft': {
        const by = event.key === 'ArrowRight' ? forward : -forward
        return { row, column: mod ? (by > 0 ? right : 0) : column + by }
      }
      case 'Home':
        return mod ? { row: 0, column: 0 } : { row, column: 0 }
      case 'End':
        return mod ? { row: bottom, column: right } : { row, column: right }
      case 'PageDown':
        return mod ? null : { column, row: row + page }
      case 'PageUp':
        return mod ? null : { column, row: row - page }
      default:
        return null
    }
  }

  /** Keys that do something; true when it was one. */
  function act(event: KeyboardEvent): boolean {
    const { platform, settings } = session.store.getState()
    const action = actionOf(event.nativeEvent, platform, false, settings.keys)
    const pressed = (keys: string) => matchesKeys(event.nativeEvent, keys, platform)
    if (pressed('F2') || pressed('Enter')) edit(false)
    else if (pressed('Shift+Enter')) go({ ...at, row: at.row - 1 })
    else if (pressed('Tab') && at.column < right) go({ ...at, column: at.column + 1 })
    else if (pressed('Shift+Tab') && at.column > 0) go({ ...at, column: at.column - 1 })
    else if (pressed('Tab') && at.row < bottom) go({ row: at.row + 1, column: 0 })
    else if (pressed('Shift+Tab') && at.row > 0) go({ row: at.row - 1, column: right })
    else if (pressed('Delete') || pressed('Backspace') || pressed('Alt+Backspace')) gestures.clear()
    else if (pressed('Alt+N')) gestures.answer('not_stated')
    else if (pressed('Alt+A')) gestures.answer('not_applicable')
    else if (action === 'annotation.confirm') gestures.confirm()
    else if (action === 'grid.fillDown') gestures.fillDown()
    else if (pressed('Mod+A')) select({ top: 0, left: 0, bottom, right })
    else if (pressed('Shift+Space')) select({ ...range, left: 0, right })
    else if (pressed('Mod+Space')) select({ ...range, top: 0, bottom })
    else if (action === 'find.open') askForGrid(session, 'filter')
    else if (pressed('Alt+ArrowDown')) store.setState({ menu: data.columns[at.column]?.id ?? null })
    else if (pressed('Escape')) {
      if (range.top === range.bottom && range.left === range.right) backToText(session)
      else go(at)
    } else return false
    return true
  }

  return (event) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    if (event.target instanceof Element && event.target.closest('[role="columnheader"]')) return
    if (act(event)) {
      event.preventDefault()
      return
    }
    const to = event.altKey ? null : step(event)
    if (to) {
      event.preventDefault()
      go(to, event.shiftKey)
    } else if ([...event.key].length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      // Never a label's key. The field has the focus before the browser puts the character in.
      event.stopPropagation()
      edit(true)
      if (event.key === ' ' || !document.activeElement?.closest('[popover]')) event.preventDefault()
    } else if (event.key === 'Process' || event.key === 'Dead') edit(true)
  }
}
