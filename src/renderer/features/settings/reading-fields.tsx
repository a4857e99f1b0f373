import { Minus, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ActionId } from '../../../core/actions/table.ts'
import { readingSchema } from '../../../ipc/shapes.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { READING_RANGE, resetReading, setReading, stepReading, type ReadingNumber } from '../../session/typography.ts'
import { useKeys } from '../../session/use-keys.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './reading-fields.module.css'

/** The same steps by key. */
const STEPS = {
  size: { less: 'reading.smaller', more: 'reading.larger' },
  line: { less: 'reading.closer', more: 'reading.apart' },
  measure: { less: 'reading.narrower', more: 'reading.wider' },
} as const satisfies Record<ReadingNumber, Record<'less' | 'more', ActionId>>

/** How articles are set: each change is seen at once. */
export function ReadingFields() {
  const { t } = useTranslation()
  const session = useSession()
  const { font } = useSessionState((state) => state.settings.reading)
  return (
    <div className={styles.fields}>
      <SelectField
        label={t('reading.font')}
        value={font}
        options={readingSchema.shape.font.options.map((value) => ({ value, text: t(`reading.font.${value}`) }))}
        onChange={(next) => setReading(session, { font: next })}
      />
      <Stepper what="size" />
      <Stepper what="line" />
      <Stepper what="measure" />
      <Button onClick={() => resetReading(session)}>{t('reading.reset')}</Button>
    </div>
  )
}

function Stepper({ what }: { readonly what: ReadingNumber }) {
  const { t } = useTranslation()
  const session = useSession()
  const keysFor = useKeys()
  const value = useSessionState((state) => state.settings.reading[what])
  const { least, most } = READING_RANGE[what]
  return (
    <fieldset className={styles.stepper} aria-label={t(`reading.${what}`)}>
      <span className={styles.name}>{t(`reading.${what}`)}</span>
      <IconButton icon={Minus} title={t(`reading.${what}.less`)} keys={keysFor(STEPS[what].less)} disabled={value <= least} onClick={() => stepReading(session, what, -1)} />
      <output className={styles.value}>{formatNumber(value)}</output>
      <IconButton icon={Plus} title={t(`reading.${what}.more`)} keys={keysFor(STEPS[what].more)} disabled={value >= most} onClick={() => stepReading(session, what, 1)} />
    </fieldset>
  )
}
