import { useDraft } from '../controls/use-draft.ts'
import type { EditorProps } from './editor-props.ts'
import { GrowingText } from './growing-text.tsx'

/** Enter keeps what is written, Shift+Enter makes a new line. */
export function TextEditor({ payload, tentative, onChange, placeholder, labelledBy, describedBy }: EditorProps) {
  const { draft, change, finish, revert } = useDraft(typeof payload === 'string' ? payload : '', (typed) => {
    onChange(typed.trim() === '' ? null : typed.trim())
    return true
  })
  return (
    <GrowingText
      tentative={tentative}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      placeholder={placeholder}
      value={draft}
      onChange={(event) => change(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape' && revert()) event.preventDefault()
        // The field confirms on Enter, and holds the new line back.
        if (event.key === 'Enter' && !event.shiftKey) finish()
      }}
    />
  )
}
