import { useMemo } from 'react'
import { hullStart, quoteOf, type Annotation } from '../../../../core/model/annotation.ts'
import { sentenceAt } from '../../../../core/text/sentences.ts'
import { useSessionState } from '../../../session/context.tsx'

/** The words of a span, then the sentence it begins in: where a value is looked for. */
export function useWordsAround(annotation: Annotation): readonly string[] {
  const text = useSessionState((state) => state.article?.text ?? '')
  return useMemo(() => {
    const sentence = sentenceAt(text, hullStart(annotation))
    return [quoteOf(annotation), ...(sentence ? [text.slice(sentence.start, sentence.end)] : [])]
  }, [text, annotation])
}
