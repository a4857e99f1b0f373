import type { MappedKind } from '../../../core/formats/project/propose.ts'
import type { ForeignName, ImportPreview, IntakeChoicesView } from '../../../ipc/import-shapes.ts'

type Target = ForeignName['target']

/** What a select holds for a target: `skip`, `create`, or `as:` and an id. */
export function keyOf(target: Target): string {
  if (target === null) return 'skip'
  return typeof target === 'string' ? `as:${target}` : 'create'
}

export function targetOf(key: string, name: string): Target {
  if (key === 'skip') return null
  return key.startsWith('as:') ? key.slice('as:'.length) : { create: name }
}

/** Who each annotator of the files becomes; null: not taken. An empty name is still to be said. */
export type People = ReadonlyMap<string | null, string | null>
export type Targets = Readonly<Record<MappedKind, ReadonlyMap<string, Target>>>

/** Nobody named: whoever imports. A name stays that name, which the project may know. */
export function startingPeople({ people, annotators }: ImportPreview): People {
  return new Map(people.map(({ annotator }) => [annotator, annotator ?? annotators[0]?.name ?? '']))
}

export function startingTargets(preview: ImportPreview): Targets {
  const of = (kind: MappedKind) => new Map(preview[kind].map(({ name, target }) => [name, target]))
  return { labels: of('labels'), attributes: of('attributes'), relations: of('relations') }
}

/** The offered choices with those that a person made; what is no longer there is let go. */
export function withChosen<K, V>(offered: ReadonlyMap<K, V>, chosen: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  return new Map(
    Array.from(offered, ([key, value]) => {
      const own = chosen.get(key)
      return [key, own === undefined ? value : own]
    }),
  )
}

export function withChosenTargets(offered: Targets, chosen: Targets): Targets {
  return { labels: withChosen(offered.labels, chosen.labels), attributes: withChosen(offered.attributes, chosen.attributes), relations: withChosen(offered.relations, chosen.relations) }
}

export function choicesOf(token: string, people: People, targets: Targets, values: 'create' | 'skip', articles: boolean): IntakeChoicesView {
  const of = (kind: MappedKind) => Object.fromEntries(targets[kind])
  return {
    token,
    people: Array.from(people, ([from, to]) => ({ from, to: to === null || to.trim() === '' ? null : to.trim() })),
    map: { labels: of('labels'), attributes: of('attributes'), relations: of('relations') },
    values,
    articles,
  }
}
