import { useTranslation } from 'react-i18next'
import type { FormatName } from '../../../core/formats/adapter.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import styles from './intake.module.css'
import type { Intake } from './use-intake.ts'

const FEW = 3

/** Which files, and what they are read as: recognised by content unless a person says otherwise. */
export function FilesPart({ intake }: { readonly intake: Intake }) {
  const { t } = useTranslation()
  const { files, wish, preview, choose, read } = intake
  const names = files?.names ?? []
  const shown = names.slice(0, FEW).join(', ')
  const recognised = preview?.formats.map(({ title }) => title).join(', ') ?? ''
  const formats: { value: FormatName | ''; text: string }[] = [
    { value: '', text: wish.format === null && recognised !== '' ? t('intake.format.recognised', { names: recognised }) : t('intake.format.recognise') },
    ...intake.readable.map(({ name, title }) => ({ value: name, text: title })),
  ]
  return (
    <section className={styles.part}>
      <h3>{t('intake.files')}</h3>
      <div className={styles.row}>
        <p className={styles.names}>
          {names.length === 0 ? t('intake.files.none') : <bdi>{names.length > FEW ? t('intake.files.more', { names: shown, count: names.length - FEW }) : shown}</bdi>}
        </p>
        <Button onClick={() => choose('files')}>
          {names.length === 0 ? t('intake.files.choose') : t('intake.files.other')}
        </Button>
        <Button onClick={() => choose('folder')}>
          {t('intake.files.folder')}
        </Button>
      </div>
      {files && (
        <div className={styles.fields}>
          <SelectField label={t('intake.format')} value={wish.format ?? ''} options={formats} onChange={(format) => read({ format: format === '' ? null : format, own: {}, repairs: [] })} />
          {preview?.options.map(({ format, name, values, value }) => (
            <SelectField
              key={`${format} ${name}`}
              label={name === 'separator' ? t('intake.option.separator') : t('intake.option', { name, format })}
              value={value}
              options={values.map((each) => ({ value: each, text: each }))}
              onChange={(next) => read({ ...wish, own: { ...wish.own, [name]: next } })}
            />
          ))}
        </div>
      )}
      {preview && preview.left.count > 0 && (
        <p className={styles.notice}>
          {preview.left.count > preview.left.names.length
            ? t('intake.left.more', { files: preview.left.count, names: preview.left.names.join(', ') })
            : t('intake.left', { count: preview.left.count, names: preview.left.names.join(', ') })}
        </p>
      )}
    </section>
  )
}
