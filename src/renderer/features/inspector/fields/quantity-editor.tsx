import { ChevronsLeftRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { narrow } from '../../../../core/codebook/inputs/narrow.ts'
import { quantityDraft, readQuantity, type QuantityDraft } from '../../../../core/codebook/inputs/quantity-input.ts'
import { quantitySchema, type Quantity } from '../../../../core/model/value.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Combobox } from '../controls/combobox.tsx'
import { useDraft } from '../controls/use-draft.ts'
import { Offers, useOfferKeys } from '../reading/offers.tsx'
import { useAmountOffers } from '../reading/use-amount-offers.ts'
import type { EditorProps } from './editor-props.ts'
import { Input } from './input.tsx'
import { Problem } from './problem.tsx'
import styles from './several-inputs.module.css'
import { useNumberWords } from './use-number-words.ts'

/** Amount and unit, the words they were read from, and a range where there is one. Words are read, and the reading is offered. */
export function QuantityEditor({ attribute, annotation, payload, tentative, onChange, placeholder, labelledBy, describedBy }: EditorProps) {
  const { t } = useTranslation()
  const words = useNumberWords(attribute)
  const parsed = quantitySchema.safeParse(payload)
  const stored = quantityDraft(parsed.success ? parsed.data : null)
  const [rangeAsked, setRangeAsked] = useState(false)
  const { draft, change, finish, revert } = useDraft(stored, (typed) => {
    const { value, problems } = readQuantity(typed, attribute)
    const good = Object.keys(problems).length === 0
    if (good) onChange(value)
    return good
  })
  const { problems } = readQuantity(draft, attribute)
  const hasRange = rangeAsked || draft.min !== '' || draft.max !== ''
  const { offers, typed } = useAmountOffers(draft, annotation)
  const take = (amount: Quantity) => {
    change(quantityDraft(amount))
    finish()
  }
  const takeByKey = useOfferKeys(offers, take)
  const problem = problems.amount ?? problems.min ?? problems.max

  const input = (part: Exclude<keyof QuantityDraft, 'unit'>, label: string, shown: string = label) => (
    <Input
      dir={part === 'words' ? 'auto' : undefined}
      inputMode={part === 'words' ? 'text' : 'decimal'}
      tentative={tentative}
      wrong={part !== 'words' && problems[part] !== undefined}
      aria-label={label}
      aria-describedby={`${labelledBy} ${describedBy}`}
      placeholder={shown}
      value={draft[part]}
      onChange={(event) => change({ ...draft, [part]: event.target.value })}
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
        {input('amount', t('field.amount'), placeholder)}
        <Unit units={attribute.units ?? []} draft={draft} tentative={tentative} onChange={change} onLeave={finish} describedBy={labelledBy} />
        <IconButton icon={ChevronsLeftRight} title={t('field.range')} pressed={hasRange} onClick={() => setRangeAsked(!rangeAsked)} />
      </div>
      {hasRange && (
        <div className={styles.line}>
          {input('min', t('field.least'))}
          {input('max', t('field.most'))}
        </div>
      )}
      {input('words', t('field.words'))}
      <Offers offers={offers} enter={typed} onTake={take} />
      {problem !== undefined && !(problem === 'number' && offers.length > 0) && <Problem text={words.problem(problem)} />}
    </fieldset>
  )
}

interface UnitProps {
  readonly units: readonly string[]
  readonly draft: QuantityDraft
  readonly tentative: boolean
  readonly onChange: (draft: QuantityDraft) => void
  readonly onLeave: () => void
  readonly describedBy: string
}

/** The codebook's units are offered; any other can be written. */
function Unit({ units, draft, tentative, onChange, onLeave, describedBy }: UnitProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const offered = narrow(units.map((unit) => ({ id: unit, text: unit, chosen: unit === draft.unit })), typed ?? '')
  return (
    <Combobox
      options={offered}
      shown={draft.unit}
      typed={typed}
      tentative={tentative}
      onType={(text) => {
        setTyped(text)
        if (text !== null) onChange({ ...draft, unit: text })
      }}
      onChoose={(option) => onChange({ ...draft, unit: option.id })}
      onLeave={() => {
        setTyped(null)
        onLeave()
      }}
      placeholder={t('field.unit')}
      label={t('field.unit')}
      describedBy={describedBy}
      empty={typed === null || typed === '' ? t('field.none') : t('field.use-typed', { text: typed })}
    />
  )
}
