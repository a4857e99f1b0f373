import type { Annotation } from '../model/annotation.ts'
import type { Codebook } from '../model/codebook.ts'
import { refreshDefaults, type DefaultsContext } from './defaults.ts'
import { carries } from './form.ts'
import { attributeById } from './lookup.ts'

/**
 * The values of an annotation under another label: those that the label carries too stay, the others go, and the
 * label's own defaults come. What goes stays in the history, as the record before the change. Values that the codebook
 * does not know at all stay, because no label can claim or disown them.
 */
export function attributesAfterRelabel(
  codebook: Codebook,
  annotation: Pick<Annotation, 'label' | 'attributes'>,
  label: string,
  context: DefaultsContext,
): Annotation['attributes'] {
  const attributes = Object.fromEntries(
    Object.entries(annotation.attributes).filter(([id]) => {
      const attribute = attributeById(codebook, id)
      return !attribute || carries(codebook, attribute, label)
    }),
  )
  return refreshDefaults(codebook, { label, attributes }, context)
}
