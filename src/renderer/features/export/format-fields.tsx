import { useTranslation } from 'react-i18next'
import type { OutgoingFormat } from '../../../ipc/export-shapes.ts'
import { GroupedSelectField, SelectField } from '../../ui/field.tsx'
import { inGroups } from './format-groups.ts'
import { optionName, optionValue } from './option-words.ts'
import styles from './outgoing.module.css'

interface Props {
  readonly formats: readonly OutgoingFormat[]
  readonly current: OutgoingFormat
  readonly values: Readonly<Record<string, string>>
  readonly onFormat: (name: string) => void
  readonly onOption: (name: string, value: string) => void
}

/** The format, what it is in plain words, and what can be chosen about it. */
export function FormatFields({ formats, current, values, onFormat, onOption }: Props) {
  const { t } = useTranslation()
  return (
    <div className={styles.options}>
      <GroupedSelectField
        label={t('export.format')}
        value={current.name}
        groups={inGroups(formats).map(({ group, formats: inside }) => ({ text: t(`export.group.${group}`), options: inside.map(({ name, title }) => ({ value: name, text: title })) }))}
        help={`${t(`export.format.${current.name}`)}${current.readBack ? '' : ` ${t('export.format.writtenOnly')}`}`}
        onChange={onFormat}
      />
      {current.options.map(({ name, values: all, help }) =>
        all.length === 0 ? null : (
          <SelectField
            key={`${current.name}.${name}`}
            label={optionName(t, name)}
            value={values[name] ?? ''}
            options={all.map((value) => ({ value, text: optionValue(t, name, value) }))}
            title={help}
            onChange={(value) => onOption(name, value)}
          />
        ),
      )}
    </div>
  )
}
