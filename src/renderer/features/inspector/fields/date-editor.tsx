import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dateDraft, readDate, withDateTyped, withPrecision, type DateDraft } from '../../../../core/codebook/inputs/date-input.ts'
import { dateValueSchema, datePrecisionSchema, type DateValue } from '../../../../core/model/value.ts'
import { formatDay } from '../../../i18n/format.ts'
import { useSessionState } from '../../../session/context.tsx'
import { classes } from '../../../ui/classes.ts'
import { useDraft } from '../controls/use-draft.ts'
import { Offers, useOfferKeys } from '../reading/offers.tsx'
import { useDateOffers } from '../reading/use-date-offers.ts'
import type { EditorProps } from './editor-props.ts'
import inputStyles from './input.module.css'
import { Input } from './input.tsx'
import { Problem } from './problem.tsx'
import styles from './several-inputs.module.css'

/** A date or an interval as ISO, with no more precision than the words have. Words are read, and the reading is offered. */
export function DateEditor({ annotation, payload, tentative, onChange, placeholder, labelledBy, describedBy }: EditorProps) {
  const { t } = useTranslation()
  const articleDate = useSessionState(({ article, rows }) => (article ? (rows.get(article.id)?.date ?? null) : null))
  const parsed = dateValueSchema.safeParse(payload)
  const [endAsked, setEndAsked] = useState(false)
  const [wordsAsked, setWordsAsked] = useState(false)
  const { draft, change, finish, revert } = useDraft(dateDraft(parsed.success ? parsed.data : null), (typed) => {
    const { value, problems } = readDate(typed)
    const good = Object.keys(problems).length === 0
    if (good) onChange(value)
    return good
  })
  const { problems } = readDate(draft)
  const problem = problems.start ?? problems.end
  const hasWords = wordsAsked || draft.words !== ''
  const hasEnd = endAsked || draft.end !== ''
  const isEmpty = draft.start === '' && draft.end === ''
  const { offers, typed } = useDateOffers(draft, annotation, articleDate)
  const take = (date: DateValue) => {
    change(dateDraft(date))
    finish()
  }
  const takeByKey = useOfferKeys(offers, take)

  const input = (part: 'start' | 'end' | 'words', label: string, shown: string, next: (text: string) => DateDraft) => (
    <Input
      dir={part === 'words' ? 'auto' : 'ltr'}
      tentative={tentative}
      wrong={part !== 'words' && problems[part] !== undefined}
      aria-label={label}
      aria-describedby={`${labelledBy} ${describedBy}`}
      placeholder={shown}
      value={draft[part]}
      onChange={(event) => change(next(event.target.value))}
      onBlur={finish}
      onKeyDown={(event) => {
        takeByKey(event)
        const [first] = offers
        if (event.key === 'Enter' && typed && first) {
          event.preventDefault()
          take(first.value)
        } else if (event.key === 'Enter') finish()
        if (event.key === 'Escape' && revert()) event.preventDefault()
      }}
    />
  )

  return (
    <fieldset aria-labelledby={labelledBy} className={styles.lines}>
      <div className={styles.line}>
        {input('start', t('field.start'), placeholder, (start) => withDateTyped(draft, { start }))}
        {hasEnd && input('end', t('field.end'), t('field.end'), (end) => withDateTyped(draft, { end }))}
        <select
          className={classes(inputStyles.input, inputStyles.select, styles.precision)}
          aria-label={t('field.precision')}
          value={draft.precision}
          onChange={(event) => change(withPrecision(draft, datePrecisionSchema.parse(event.target.value)))}
          onBlur={finish}
        >
          {datePrecisionSchema.options.map((precision) => (
            <option key={precision} value={precision}>
              {t(`field.precision.${precision}`)}
            </option>
          ))}
        </select>
      </div>
      <Offers offers={offers} enter={typed} onTake={take} />
      {problem !== undefined && !(problem === 'format' && offers.length > 0) && <Problem text={t(`field.date.${problem}`)} />}
      {hasWords && input('words', t('field.words'), t('field.words'), (words) => ({ ...draft, words }))}
      {(!hasEnd || !hasWords || (isEmpty && articleDate !== null)) && (
        <div className={styles.quick}>
          {!hasWords && (
            <button type="button" className={styles.link} onClick={() => setWordsAsked(true)}>
              {t('field.words.add')}
            </button>
          )}
          {isEmpty && articleDate !== null && (
            <button type="button" className={styles.link} onClick={() => change(withDateTyped(draft, { start: articleDate }))}>
              {t('field.date.article', { date: formatDay(articleDate) })}
            </button>
          )}
          {!hasEnd && !isEmpty && (
            <button type="button" className={styles.link} onClick={() => setEndAsked(true)}>
              {t('field.end.add')}
            </button>
          )}
        </div>
      )}
    </fieldset>
  )
}
