import type { Payload } from '../model/value.ts'

const JSON_MARK = 'json:'

/**
 * A value as the text of a cell (ADR 13). `textual`: a column of text, choice or scale, where `3` is what a person chose and not a
 * number; there the text itself, and whatever else it may hold as JSON after `json:`. In other columns values stand as JSON, and
 * text as it is unless it would read as JSON.
 */
export function payloadCell(payload: Payload, textual: boolean): string {
  if (textual) {
    const plain = typeof payload === 'string' && payload !== '' && !payload.startsWith(JSON_MARK)
    return plain ? payload : JSON_MARK + JSON.stringify(payload)
  }
  if (typeof payload !== 'string') return JSON.stringify(payload)
  return payload === '' || readsAsJson(payload) ? JSON.stringify(payload) : payload
}

/** Undefined where a cell that should hold JSON does not. */
export function readPayload(cell: string, textual: boolean): unknown {
  if (!textual) return readsAsJson(cell) ? JSON.parse(cell) : cell
  if (!cell.startsWith(JSON_MARK)) return cell
  const json = cell.slice(JSON_MARK.length)
  return readsAsJson(json) ? JSON.parse(json) : undefined
}

export function readsAsJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
