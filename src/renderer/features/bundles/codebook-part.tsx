import { useTranslation } from 'react-i18next'
import type { BundlePreview } from '../../../ipc/bundle-shapes.ts'
import { formatNumber } from '../../i18n/format.ts'
import { Choices } from '../../ui/choices.tsx'
import { SelectField } from '../../ui/field.tsx'
import styles from './bundles.module.css'
import { choiceKey, suggestedFor, type Mapping } from './mapping.ts'

type How = 'leave' | 'adopt' | 'map'

interface CodebookPartProps {
  readonly codebook: BundlePreview['codebook']
  readonly how: How
  readonly mapping: Mapping
  readonly onHow: (how: How) => void
  readonly onMapping: (mapping: Mapping) => void
}

/** The two codebooks beside each other. What is not known here is read by way of a new version; nobody's set is rewritten. */
export function CodebookPart({ codebook, how, mapping, onHow, onMapping }: CodebookPartProps) {
  const { t } = useTranslation()
  const { standing, unknown, otherwise } = codebook
  const options = [
    ...(unknown.length > 0 ? [{ value: 'map' as const, text: t('import.codebook.map'), detail: t('import.codebook.map.detail') }] : []),
    ...(standing === 'newer' ? [{ value: 'adopt' as const, text: t('import.codebook.adopt'), detail: t('import.codebook.adopt.detail') }] : []),
    { value: 'leave' as const, text: t('import.codebook.leave'), ...(unknown.length > 0 ? { detail: t('import.codebook.leave.detail') } : {}) },
  ]
  return (
    <section className={styles.codebook}>
      <h3>{t('import.codebook')}</h3>
      <p className={styles.quiet}>{t(`import.codebook.${standing}`)}</p>
      {options.length > 1 && <Choices label={t('import.codebook.do')} value={how} options={options} onChange={onHow} />}
      {how === 'map' && unknown.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('import.codebook.unknown')}</th>
              <th scope="col" className={styles.figure}>{t('import.codebook.used')}</th>
              <th scope="col">{t('import.codebook.becomes')}</th>
            </tr>
          </thead>
          <tbody>
            {unknown.map((item) => (
              <tr key={choiceKey(item)}>
                <th scope="row">
                  <bdi>{item.name}</bdi> <span className={styles.quiet}>{item.of === null ? t(`import.kind.${item.kind}`) : t('import.kind.value-of', { name: item.of })}</span>
                </th>
                <td className={styles.figure}>{formatNumber(item.count)}</td>
                <td>
                  <SelectField
                    hideLabel
                    label={t('import.codebook.becomes.of', { name: item.name })}
                    value={mapping[choiceKey(item)] ?? suggestedFor(item)}
                    options={[
                      ...(item.described ? [{ value: 'add', text: t('import.codebook.add') }] : []),
                      ...item.candidates.map(({ id, name }) => ({ value: `as:${id}`, text: t('import.codebook.as', { name }) })),
                      { value: 'leave', text: t('import.codebook.left') },
                    ]}
                    onChange={(value) => onMapping({ ...mapping, [choiceKey(item)]: value })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {otherwise.map(({ kind, id, here, there }) => (
        <p key={`${kind} ${id}`} className={styles.notice}>
          {t('import.codebook.otherwise', { here, there })}
        </p>
      ))}
    </section>
  )
}
