import { BooleanEditor, ChoiceEditor } from './choice-editor.tsx'
import { ChoicesEditor } from './choices-editor.tsx'
import { DateEditor } from './date-editor.tsx'
import type { EditorProps } from './editor-props.ts'
import { EntitiesEditor } from './entities-editor.tsx'
import { LinkEditor } from './link-editor.tsx'
import { NumberEditor } from './number-editor.tsx'
import { QuantityEditor } from './quantity-editor.tsx'
import { TextEditor } from './text-editor.tsx'

/** The editor for the attribute's type. */
export function Editor(props: EditorProps) {
  switch (props.attribute.type) {
    case 'text':
      return <TextEditor {...props} />
    case 'number':
      return <NumberEditor {...props} />
    case 'quantity':
      return <QuantityEditor {...props} />
    case 'boolean':
      return <BooleanEditor {...props} />
    case 'choice':
    case 'scale':
      return <ChoiceEditor {...props} />
    case 'choices':
      return <ChoicesEditor {...props} />
    case 'date':
      return <DateEditor {...props} />
    case 'entities':
      return <EntitiesEditor {...props} />
    case 'link':
      return <LinkEditor {...props} />
  }
}
