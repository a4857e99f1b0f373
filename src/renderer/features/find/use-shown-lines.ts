import { useMemo } from 'react'
import { useStore } from 'zustand'
import { nameOfLabel } from '../../../core/codebook/lookup.ts'
import { sortLines } from '../../../core/search/lines.ts'
import type { FoundLine } from '../../../ipc/search-shapes.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { searchOf } from '../../session/search.ts'

/** The lines in the order that was chosen. */
export function useShownLines(): readonly FoundLine[] {
  const store = searchOf(useSession())
  const lines = useStore(store, (state) => state.lines)
  const order = useStore(store, (state) => state.order)
  const rows = useSessionState((state) => state.rows)
  const codebook = useSessionState((state) => state.project?.codebook)
  return useMemo(() => {
    // They come in the order of the articles.
    if (order === 'text' || !codebook) return lines
    const places = new Map<string, number>()
    for (const { article } of lines) if (!places.has(article)) places.set(article, places.size)
    return sortLines(lines, order, {
      article: (id) => ({ place: places.get(id) ?? 0, date: rows.get(id)?.date ?? null }),
      label: (line) => (line.annotation ? [line.annotation.label] : line.labels).map((id) => nameOfLabel(codebook, id)).join(' '),
    })
  }, [lines, order, rows, codebook])
}
