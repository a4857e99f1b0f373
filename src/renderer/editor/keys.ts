import type { Movement } from './movement.ts'

export interface KeyPress {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

export type KeyMeaning = { readonly movement: Movement; readonly extend: boolean } | 'select-all' | null

/** Held keys as one word, Shift left out: on a Mac Option jumps words and Cmd to ends, elsewhere Ctrl and Alt. */
function heldKeys(press: KeyPress): string {
  return [press.ctrlKey && 'ctrl', press.altKey && 'alt', press.metaKey && 'meta'].filter(Boolean).join('+')
}

type Bindings = Readonly<Record<string, Movement>>

const PLAIN: Bindings = {
  ArrowUp: 'line-up',
  ArrowDown: 'line-down',
  PageUp: 'page-up',
  PageDown: 'page-down',
  Home: 'line-start',
  End: 'line-end',
  Forward: 'next-grapheme',
  Back: 'previous-grapheme',
}

const OTHERS: Readonly<Record<string, Bindings>> = {
  '': PLAIN,
  ctrl: {
    Forward: 'next-word',
    Back: 'previous-word',
    ArrowDown: 'next-paragraph',
    ArrowUp: 'previous-paragraph',
    Home: 'document-start',
    End: 'document-end',
  },
  alt: { Forward: 'next-sentence', Back: 'previous-sentence', ArrowDown: 'next-sentence', ArrowUp: 'previous-sentence' },
}

const MAC: Readonly<Record<string, Bindings>> = {
  '': { ...PLAIN, Home: 'document-start', End: 'document-end' },
  alt: { Forward: 'next-word', Back: 'previous-word', ArrowDown: 'next-paragraph', ArrowUp: 'previous-paragraph' },
  meta: { Forward: 'line-end', Back: 'line-start', ArrowDown: 'document-end', ArrowUp: 'document-start' },
  'alt+meta': {
    Forward: 'next-sentence',
    Back: 'previous-sentence',
    ArrowDown: 'next-sentence',
    ArrowUp: 'previous-sentence',
  },
}

/** Left and right arrows go the way they point: in a right-to-left paragraph the left one goes forward in the text. */
function namedKey(key: string, isRtl: boolean): string {
  if (key === 'ArrowRight') return isRtl ? 'Back' : 'Forward'
  if (key === 'ArrowLeft') return isRtl ? 'Forward' : 'Back'
  return key
}

/** What a key press means in the reading surface; `null` leaves it to the rest of the app. */
export function meaningOf(press: KeyPress, isMac: boolean, isRtl: boolean): KeyMeaning {
  const held = heldKeys(press)
  if (held === (isMac ? 'meta' : 'ctrl') && !press.shiftKey && press.key.toLowerCase() === 'a') return 'select-all'
  const movement = (isMac ? MAC : OTHERS)[held]?.[namedKey(press.key, isRtl)]
  return movement ? { movement, extend: press.shiftKey } : null
}
