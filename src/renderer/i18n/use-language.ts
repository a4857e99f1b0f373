import { useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { directionOf, languageOf, type Direction } from '../../core/language.ts'
import { useSessionState } from '../session/context.tsx'
import { setFormats } from './format.ts'

/** Shows the window in the language and the direction of the settings; answers the direction. */
export function useLanguage(): Direction {
  const { i18n } = useTranslation()
  const language = useSessionState(({ settings }) => languageOf(settings.language, navigator.languages))
  const direction = useSessionState(({ settings }) => directionOf(settings.direction, language))
  useLayoutEffect(() => {
    setFormats(language)
    document.documentElement.lang = language
    // Texts are bundled: there is nothing to wait for.
    if (i18n.language !== language) void i18n.changeLanguage(language)
  }, [i18n, language])
  useLayoutEffect(() => {
    document.documentElement.dir = direction
  }, [direction])
  return direction
}
