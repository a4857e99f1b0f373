import { useTranslation } from 'react-i18next'
import type { BundlePreview } from '../../../ipc/bundle-shapes.ts'
import { SelectField } from '../../ui/field.tsx'
import styles from './bundles.module.css'

interface PeoplePartProps {
  readonly people: BundlePreview['people']
  readonly same: Readonly<Record<string, string>>
  readonly onChange: (same: Readonly<Record<string, string>>) => void
}

/** Whose work comes, and whether a name that is spelt almost like one that is here is the same person. */
export function PeoplePart({ people, same, onChange }: PeoplePartProps) {
  const { t } = useTranslation()
  const doubtful = people.filter(({ alike }) => alike.length > 0)
  if (doubtful.length === 0) return null
  return (
    <section className={styles.people}>
      <h3>{t('import.people')}</h3>
      <p className={styles.quiet}>{t('import.people.about')}</p>
      {doubtful.map(({ annotator, alike }) => (
        <SelectField
          key={annotator.key}
          label={t('import.people.is', { name: annotator.name })}
          value={same[annotator.key] ?? ''}
          options={[{ value: '', text: t('import.people.other') }, ...alike.map(({ key, name }) => ({ value: key, text: t('import.people.same', { name }) }))]}
          onChange={(key) => {
            const { [annotator.key]: _, ...rest } = same
            onChange(key === '' ? rest : { ...rest, [annotator.key]: key })
          }}
        />
      ))}
    </section>
  )
}
