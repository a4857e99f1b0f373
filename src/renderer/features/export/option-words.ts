import type { TFunction } from 'i18next'
import { optionTexts } from '../../i18n/en/export-texts.ts'

type OptionKey = keyof typeof optionTexts

function isKey(key: string): key is OptionKey {
  return key in optionTexts
}

/** What an option of a format is called. One that has no words here, of a format added later, is called as on the command line. */
export function optionName(t: TFunction, name: string): string {
  const key = `export.option.${name}`
  return isKey(key) ? t(key) : name
}

export function optionValue(t: TFunction, name: string, value: string): string {
  const key = `export.option.${name}.${value}`
  return isKey(key) ? t(key) : value
}
