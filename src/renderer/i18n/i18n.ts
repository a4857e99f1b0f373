import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../core/language.ts'
import { de } from './de/de.ts'
import { en } from './en/en.ts'
import type { Texts } from './texts.ts'

const texts: Readonly<Record<Language, Texts>> = { en, de }

/** Texts are bundled, so that the first frame has words. Keys are flat: `list.add` is found by searching for it. */
export function createI18n(): i18n {
  const instance = createInstance()
  void instance.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: Object.fromEntries(Object.entries(texts).map(([language, translation]) => [language, { translation }])),
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return instance
}
