import type { Annotation, Relation } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import { newId, timestamp } from '../model/environment.ts'
import { sameJson } from '../model/equal.ts'
import type { SetDiff } from '../model/gesture.ts'
import { refreshDefaults } from '../codebook/defaults.ts'
import { attributesAfterRelabel } from '../codebook/relabel.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Range } from '../text/ranges.ts'
import { annotationById, type Command, type CommandContext } from './commands.ts'
import { EMPTY_DIFF, isEmptyDiff } from './diff.ts'
import { anchorOf, defaultsContext, makeAnnotation } from './make-annotation.ts'
import { place, placeAside, placeDelete } from './place-unplaced.ts'
import { withRowEdit } from './set-values.ts'

/**
 * What a command changes, as a diff; the set itself is left alone. Decides everything about a gesture: what is selected
 * exactly, which defaults come with it, which relations go with a deleted annotation. An empty diff means that the
 * command changes nothing. Changing an article that was done puts it back in progress, in the same gesture.
 */
export function applyCommand(set: AnnotationSet, command: Command, context: CommandContext): Result<SetDiff> {
  const diff = decide(set, command, context)
  if (!diff.ok || diff.value.state || isEmptyDiff(diff.value) || set.state.status !== 'done') return diff
  return ok({ ...diff.value, state: { from: set.state, to: { ...set.state, status: 'in_progress', changed: now(context) } } })
}

function decide(set: AnnotationSet, command: Command, context: CommandContext): Result<SetDiff> {
  switch (command.kind) {
    case 'annotate':
      return annotate(command.label, command.spans, context)
    case 'relabel':
      return update(set, command.ids, context, (annotation) => ({
        ...annotation,
        label: command.label,
        attributes: attributesAfterRelabel(
          context.codebook,
          annotation,
          command.label,
          defaultsContext(context, annotation, annotation.attributes),
        ),
      }))
    case 'move_boundary': {
      const ranges = annotationById(set, command.id)?.fragments.map((fragment, index) =>
        index === command.fragment ? command.range : fragment,
      )
      return ranges ? moveSpan(set, command.id, ranges, context) : gone(command.id)
    }
    case 'edit_fragments':
      return moveSpan(set, command.id, command.ranges, context)
    case 'set_attribute':
      return update(set, command.ids, context, (annotation) =>
        withDefaults(context, { ...annotation, attributes: withValue(annotation.attributes, command.attribute, command.value) }),
      )
    case 'set_values': {
      const edits = new Map(command.rows.map((row) => [row.id, row]))
      return update(set, [...edits.keys()], context, (annotation) => {
        const edit = edits.get(annotation.id)
        return edit ? withRowEdit(context, annotation, edit) : annotation
      })
    }
    case 'confirm_defaults':
      return update(set, command.ids, context, (annotation) => ({
        ...annotation,
        attributes: Object.fromEntries(
          Object.entries(annotation.attributes).map(([id, value]) => {
            const chosen = command.attribute === undefined || [command.attribute].flat().includes(id)
            return [id, chosen && value.state === 'default' ? { state: 'decided' as const, value: value.value } : value]
          }),
        ),
      }))
    case 'set_note':
      return update(set, [command.id], context, (annotation) => {
        const { note: _, ...rest } = annotation
        return command.note.trim() === '' ? rest : { ...rest, note: command.note }
      })
    case 'delete':
      return remove(set, command.ids)
    case 'link':
      return link(set, command, context)
    case 'unlink': {
      const relation = set.relations.find((candidate) => candidate.id === command.relation)
      return relation ? ok(relations({ removed: [relation] })) : gone(command.relation)
    }
    case 'place':
      return place(set, command.places, context)
    case 'place_aside':
      return placeAside(set, command.ids)
    case 'place_delete':
      return placeDelete(set, command.ids)
    case 'set_status':
      if (set.state.status === command.status) return ok(EMPTY_DIFF)
      return ok({
        ...EMPTY_DIFF,
        state: { from: set.state, to: { ...set.state, status: command.status, changed: now(context) } },
      })
  }
}

function annotate(label: string, spans: readonly (readonly Range[])[], context: CommandContext): Result<SetDiff> {
  const offered = context.codebook.labels.find((candidate) => candidate.id === label)
  if (!offered || offered.retired) {
    return fail('label.unknown', `The codebook offers no label “${label}”.`, 'Choose one of the labels in the bar.')
  }
  const anchors = spans.map((ranges) => anchorOf(context.text, ranges)).filter((anchor) => anchor !== null)
  if (anchors.length === 0) {
    return fail('selection.blank', 'Nothing but blanks is selected.', 'Select the words, then press the label’s key.')
  }
  return ok({
    ...EMPTY_DIFF,
    annotations: { added: anchors.map((anchor) => makeAnnotation(context, label, anchor)), updated: [], removed: [] },
  })
}

function moveSpan(set: AnnotationSet, id: string, ranges: readonly Range[], context: CommandContext): Result<SetDiff> {
  const anchor = anchorOf(context.text, ranges)
  if (!anchor) {
    return fail('selection.blank', 'The span would hold nothing but blanks.', 'Keep at least one word, or delete the annotation.')
  }
  return update(set, [id], context, (annotation) => withDefaults(context, { ...annotation, ...anchor }))
}

function update(
  set: AnnotationSet,
  ids: readonly string[],
  context: CommandContext,
  change: (annotation: Annotation) => Annotation,
): Result<SetDiff> {
  const updated: { from: Annotation; to: Annotation }[] = []
  const byId = new Map(set.annotations.map((annotation) => [annotation.id, annotation]))
  for (const id of new Set(ids)) {
    const from = byId.get(id)
    if (!from) return gone(id)
    const to = change(from)
    if (!sameJson(from, to)) updated.push({ from, to: { ...to, modified: now(context) } })
  }
  return ok({ ...EMPTY_DIFF, annotations: { added: [], updated, removed: [] } })
}

/** An annotation takes its relations with it, and those of this set that end at it. */
function remove(set: AnnotationSet, ids: readonly string[]): Result<SetDiff> {
  const doomed = new Set(ids)
  const removed = set.annotations.filter((annotation) => doomed.has(annotation.id))
  const found = new Set(removed.map((annotation) => annotation.id))
  const missing = [...doomed].find((id) => !found.has(id))
  if (missing !== undefined) return gone(missing)
  const touches = (end: Relation['from']) => end.article === set.article.path && doomed.has(end.annotation)
  return ok({
    ...relations({ removed: set.relations.filter((relation) => touches(relation.from) || touches(relation.to)) }),
    annotations: { added: [], updated: [], removed },
  })
}

function link(set: AnnotationSet, command: Extract<Command, { kind: 'link' }>, context: CommandContext): Result<SetDiff> {
  const article = set.article.path
  const from = { article, annotation: command.from }
  if (!annotationById(set, command.from)) return gone(command.from)
  const at = now(context)
  const added: Relation[] = []
  for (const target of [command.to].flat()) {
    const to = { article: target.article ?? article, annotation: target.annotation }
    if (to.article === article && !annotationById(set, to.annotation)) return gone(to.annotation)
    if (sameJson(from, to)) return fail('relation.self', 'An annotation cannot be linked to itself.', 'Choose another annotation.')
    const there = [...set.relations, ...added].some(
      (relation) => relation.type === command.type && sameJson(relation.from, from) && sameJson(relation.to, to),
    )
    if (!there) added.push({ id: newId(context.environment), type: command.type, from, to, created: at, modified: at })
  }
  return ok(added.length === 0 ? EMPTY_DIFF : relations({ added }))
}

function relations(change: { added?: Relation[]; removed?: Relation[] }): SetDiff {
  return { ...EMPTY_DIFF, relations: { added: change.added ?? [], updated: [], removed: change.removed ?? [] } }
}

function withValue(attributes: Annotation['attributes'], id: string, value: Annotation['attributes'][string] | null) {
  const { [id]: _, ...rest } = attributes
  return value ? { ...rest, [id]: value } : rest
}

/** Unconfirmed defaults follow what they were computed from; what a person decided stays. */
function withDefaults(context: CommandContext, annotation: Annotation): Annotation {
  const attributes = refreshDefaults(context.codebook, annotation, defaultsContext(context, annotation, annotation.attributes))
  return { ...annotation, attributes }
}

function gone(id: string) {
  return fail('annotation.gone', `The annotation ${id} is no longer there.`, 'Select it again.')
}

function now(context: CommandContext): string {
  return timestamp(context.environment.now())
}
