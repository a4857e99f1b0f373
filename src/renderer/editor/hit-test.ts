import { graphemeFloor, nextGrapheme, previousGrapheme } from '../../core/text/graphemes.ts'
import type { ArticleDocument } from './article-document.ts'
import type { DomMap } from './dom-map.ts'

/** Half the space between two lines, pixels: a pointer there means the nearer one. */
const LEADING = 4

/** The caret offset (UTF-16) nearest to a point of the window; `null` where the point is not over the article. */
export function offsetAtPoint(map: DomMap, article: ArticleDocument, x: number, y: number): number | null {
  const position = document.caretPositionFromPoint(x, y)
  if (!position || !map.holds(position.offsetNode)) return null
  return graphemeFloor(article.outline.text, map.offsetOf(position.offsetNode, position.offset))
}

/** The start of the character whose box holds a point of the window; `null` beside the text. */
export function characterAtPoint(map: DomMap, article: ArticleDocument, x: number, y: number): number | null {
  const nearest = offsetAtPoint(map, article, x, y)
  if (nearest === null) return null
  const { text } = article.outline
  for (const start of [nearest, previousGrapheme(text, nearest)]) {
    const end = nextGrapheme(text, start)
    if (end <= start) continue
    for (const rect of map.rangeOf({ start, end }).getClientRects()) {
      if (rect.left <= x && x <= rect.right && rect.top - LEADING <= y && y <= rect.bottom + LEADING) return start
    }
  }
  return null
}
