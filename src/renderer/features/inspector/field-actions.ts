import { storedValue } from '../../../core/codebook/lookup.ts'
import type { Annotation } from '../../../core/model/annotation.ts'
import type { Attribute, Codebook } from '../../../core/model/codebook.ts'
import type { Value } from '../../../core/model/value.ts'
import { perform } from '../../session/perform.ts'
import type { Session } from '../../session/session.ts'

/** What a field does to what it stands for: each call is one gesture. */
export interface FieldActions {
  readonly set: (value: Value | null) => void
  readonly confirm: () => void
}

/** For one annotation or several, in one gesture. A value stored under a merged attribute's older id stays there. */
export function fieldActions(session: Session, codebook: Codebook, attribute: Attribute, annotations: readonly Annotation[]): FieldActions {
  const ids = annotations.map(({ id }) => id)
  const first = annotations[0]
  const key = (first && storedValue(codebook, first.attributes, attribute.id)?.key) ?? attribute.id
  return {
    set: (value) => void perform(session, { kind: 'set_attribute', ids, attribute: key, value }),
    confirm: () => void perform(session, { kind: 'confirm_defaults', ids, attribute: key }),
  }
}
