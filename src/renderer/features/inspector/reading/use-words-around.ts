import { useMemo } from 'react'
import { hullEnd, hullStart, quoteOf, type Annotation } from '../../../../core/model/annotation.ts'
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

/** How far before and behind a span names are looked for: whom “it” means was said before. UTF-16. */
const BEFORE = 2000
const BEHIND = 500

/** A wider stretch of text around a span. */
export function useNeighbourhood(annotation: Annotation): string {
  return useSessionState((state) => (state.article?.text ?? '').slice(Math.max(0, hullStart(annotation) - BEFORE), hullEnd(annotation) + BEHIND))
}
