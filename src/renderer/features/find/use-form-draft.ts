import { useState } from 'react'
import type { SearchForm } from '../../../core/search/form.ts'

interface Draft {
  /** The text that the form made. */
  readonly text: string
  readonly form: SearchForm
}

/**
 * The form as the person left it, as long as the text is what it made: a blank at the end of a field, or a date that is half written,
 * would be lost on the way through the text.
 */
export function useFormDraft(query: string, said: SearchForm | null, put: (form: SearchForm) => string): readonly [SearchForm | null, (change: Partial<SearchForm>) => void] {
  const [draft, setDraft] = useState<Draft | null>(null)
  const form = draft?.text === query ? draft.form : said
  return [
    form,
    (change) => {
      if (!form) return
      const next = { ...form, ...change }
      setDraft({ text: put(next), form: next })
    },
  ]
}
