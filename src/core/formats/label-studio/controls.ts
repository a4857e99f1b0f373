import type { Scheme } from '../interchange.ts'
import type { Losses } from '../losses.ts'
import { createSafeNames } from '../safe-names.ts'
import { controlFor, writeConfig, type Control } from './config.ts'

interface Seen {
  readonly name: string
  readonly title: string
  readonly control: Control
  readonly labels: readonly string[]
  readonly values: Set<string>
  perRegion: boolean
}

/**
 * The controls of a configuration: those that the scheme asks for, and what the documents turn out to hold besides. Complete once
 * every task has been written, which is why the configuration is written last.
 */
export function createControls(scheme: Scheme, losses: Losses) {
  const labels = new Map(scheme.labels.map((label) => [label.name, label]))
  const relations = new Set(scheme.relations.map(({ name }) => name))
  const safe = createSafeNames((name) => /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name) && !['label', 'text'].includes(name), scheme.attributes)
  const attributes = new Map<string, Seen>()
  for (const { name, id, type, labels: on, values } of scheme.attributes) {
    if (type === 'link') continue
    const control = controlFor(type)
    const choices = type === 'boolean' ? ['yes', 'no'] : (values ?? []).map((value) => value.name)
    // Both are answers in Concord; somebody who codes on in Label Studio needs them too.
    const answers = id !== undefined && control === 'choice' ? ['not_stated', 'not_applicable'] : []
    attributes.set(name, { name: safe.of(name), title: name, control: choices.length === 0 && control !== 'number' ? 'text' : control, labels: on, values: new Set([...choices, ...answers]), perRegion: true })
  }
  return {
    /** How values of an attribute are written; `perRegion` false: of a whole document. */
    of(attribute: string, perRegion: boolean): Seen {
      const key = perRegion ? attribute : `${attribute}\n`
      const known = attributes.get(key)
      if (known) return known
      const seen: Seen = { name: safe.of(key.trimEnd() === attribute && !attributes.has(attribute) ? attribute : `${attribute} document`), title: attribute, control: 'text', labels: [], values: new Set(), perRegion }
      attributes.set(key, seen)
      return seen
    },
    label(name: string): void {
      if (!labels.has(name)) labels.set(name, { name })
    },
    relation: (name: string) => void relations.add(name),
    xml(): string {
      losses.add('scheme', 'definitions in the codebook', undefined, scheme.labels.filter(({ definition }) => definition !== undefined).length)
      return writeConfig({
        labels: [...labels.values()],
        relations: [...relations],
        attributes: [...attributes.values()].map((seen) => ({ ...seen, values: [...seen.values] })),
      })
    },
  }
}

export type Controls = ReturnType<typeof createControls>
