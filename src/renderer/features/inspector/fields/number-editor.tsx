import { numberText, readNumber } from '../../../../core/codebook/inputs/number-input.ts'
import { useDraft } from '../controls/use-draft.ts'
import type { EditorProps } from './editor-props.ts'
import { Input } from './input.tsx'
import { Problem } from './problem.tsx'
import { useNumberWords } from './use-number-words.ts'

export function NumberEditor({ attribute, payload, tentative, onChange, placeholder, answer, labelledBy, describedBy }: EditorProps) {
  const words = useNumberWords(attribute)
  const { draft, change, finish, revert } = useDraft(typeof payload === 'number' ? numberText(payload) : '', (typed) => {
    const { value, problem } = readNumber(typed, attribute)
    if (problem === null) onChange(value)
    return problem === null
  })
  const { problem } = readNumber(draft, attribute)
  return (
    <>
      <Input
        inputMode="decimal"
        tentative={tentative}
        wrong={problem !== null}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        placeholder={answer ?? (words.range === '' ? placeholder : words.range)}
        value={draft}
        onChange={(event) => change(event.target.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish()
          if (event.key === 'Escape' && revert()) event.preventDefault()
        }}
      />
      {problem !== null && <Problem text={words.problem(problem)} />}
    </>
  )
}
