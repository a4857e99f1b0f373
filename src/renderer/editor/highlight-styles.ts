import type { Tint, Underline } from '../../core/model/codebook.ts'

/** Lanes that are told apart; deeper ones share the last. */
export const LANES = 5

export interface LabelLook {
  readonly name: string
  readonly key?: string | undefined
  readonly tint: Tint
  readonly underline: Underline
  /** The line that it is drawn on, from the text down; absent: as deep as others are in the way. */
  readonly lane?: number
  /** False: not named beside the text. */
  readonly inMargin?: boolean
}

/** A label that the codebook does not know is shown all the same. */
export const UNKNOWN_LOOK: LabelLook = { name: '?', tint: 'slate', underline: 'solid' }

/**
 * Names in the registry of CSS highlights. They name the look, not the label: two surfaces side by side share them, and
 * tint and underline together are unique among labels.
 */
export const names = {
  span: (look: LabelLook, lane: number): string => `concord-${look.tint}-${look.underline}-${Math.min(lane, LANES - 1)}`,
  selected: (look: LabelLook): string => `concord-selected-${look.tint}`,
  header: 'concord-header',
  found: 'concord-found',
  foundCurrent: 'concord-found-current',
  selection: 'concord-selection',
} as const

/** Painted later, that is over the others, the higher it is. */
export function priorityOf(name: string): number {
  if (name === names.header) return 0
  if (name === names.selection) return 50
  if (name === names.foundCurrent) return 40
  if (name === names.found) return 30
  return name.startsWith('concord-selected-') ? 20 : 1 + Number(name.at(-1))
}

/** Only the surface itself is matched; its text inherits, so that no rule is tried on every paragraph. */
const rule = (name: string, declarations: string): string => `.reading-text::highlight(${name}) { ${declarations} }`

/** Of the text, pixels: lanes are apart in proportion to it, so that they stay between the lines at every size. */
const USUAL_SIZE = 18

/** Thin enough for five lanes between two lines; a wavy or double line needs more room for itself. */
const THICKNESS: Readonly<Record<Underline, string>> = {
  solid: '1.75px',
  dashed: '1.75px',
  dotted: '2px',
  wavy: '1px',
  double: '1px',
}

function spanRule(look: LabelLook, lane: number): string {
  const colour = `var(--label-${look.tint}, currentColor)`
  return rule(
    names.span(look, lane),
    `background-color: color-mix(in srgb, ${colour} 12%, transparent);` +
      `text-decoration: underline ${look.underline} ${colour} ${THICKNESS[look.underline]};` +
      `text-underline-offset: ${(3 + lane * 3.5) / USUAL_SIZE}em; text-decoration-skip-ink: none`,
  )
}

function selectedRule(look: LabelLook): string {
  const colour = `var(--label-${look.tint}, currentColor)`
  return rule(
    names.selected(look),
    `background-color: color-mix(in srgb, ${colour} 20%, transparent); text-decoration: overline solid ${colour} 2px`,
  )
}

const FIXED = [
  rule(names.header, 'color: var(--ink-muted, GrayText)'),
  rule(names.found, 'background-color: var(--found, #f3dfa0)'),
  rule(names.foundCurrent, 'background-color: var(--found-current, #f0b948)'),
  rule(names.selection, 'background-color: var(--reading-selection)'),
]

/** One sheet for the whole page, made by script as the content security policy wants it; it only ever grows. */
class HighlightSheet {
  private readonly sheet = new CSSStyleSheet()
  private readonly known = new Set<string>()

  constructor() {
    for (const fixed of FIXED) this.sheet.insertRule(fixed)
    document.adoptedStyleSheets.push(this.sheet)
  }

  /** Rules for these looks in every lane, all at once: later ones would cost a pass over the page each. */
  require(looks: Iterable<LabelLook>): void {
    for (const look of looks) {
      const name = names.span(look, 0)
      if (this.known.has(name)) continue
      this.known.add(name)
      for (let lane = 0; lane < LANES; lane += 1) this.sheet.insertRule(spanRule(look, lane))
      if (this.known.has(names.selected(look))) continue
      this.known.add(names.selected(look))
      this.sheet.insertRule(selectedRule(look))
    }
  }
}

let sheet: HighlightSheet | null = null

export function requireStyles(looks: Iterable<LabelLook>): void {
  sheet ??= new HighlightSheet()
  sheet.require(looks)
}

/** The registered highlight of this name, made when it is new. */
export function highlightNamed(name: string): Highlight {
  const known = CSS.highlights.get(name)
  if (known) return known
  const made = new Highlight()
  made.priority = priorityOf(name)
  CSS.highlights.set(name, made)
  return made
}
