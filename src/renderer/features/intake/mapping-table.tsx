import { useTranslation } from 'react-i18next'
import { candidatesFor, type MappedKind } from '../../../core/formats/project/propose.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import type { ForeignName } from '../../../ipc/import-shapes.ts'
import { formatNumber } from '../../i18n/format.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/field.tsx'
import { classes } from '../../ui/classes.ts'
import { keyOf, targetOf, type Targets } from './choices.ts'
import styles from './intake.module.css'

interface MappingTableProps {
  readonly kind: MappedKind
  readonly names: readonly ForeignName[]
  readonly codebook: Codebook
  readonly targets: Targets[MappedKind]
  readonly onChange: (targets: Targets[MappedKind]) => void
}

/** With as many that the codebook does not know, deciding one by one is tedious. */
const MANY = 4

/** What becomes of each foreign name: something in the codebook, something new, or nothing. */
export function MappingTable({ kind, names, codebook, targets, onChange }: MappingTableProps) {
  const { t } = useTranslation()
  if (names.length === 0) return null
  const candidates = candidatesFor(codebook, kind)
  const unknown = names.filter(({ because }) => because === 'none')
  const setUnknown = (create: boolean) => onChange(new Map([...targets, ...unknown.map(({ name }) => [name, create ? { create: name } : null] as const)]))
  return (
    <section className={styles.part}>
      <div className={styles.row}>
        <h3 className={styles.names}>{t(`intake.map.${kind}`)}</h3>
        {unknown.length >= MANY && (
          <>
            <Button look="quiet" onClick={() => setUnknown(true)}>{t('intake.map.all-new')}</Button>
            <Button look="quiet" onClick={() => setUnknown(false)}>{t('intake.map.no-new')}</Button>
          </>
        )}
      </div>
      <table className={classes(styles.table, styles.mapping)}>
        <caption className="visually-hidden">{t(`intake.map.${kind}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('intake.map.there')}</th>
            <th scope="col" className={styles.figure}>{t('intake.map.used')}</th>
            <th scope="col" className={styles.becomes}>{t('intake.map.becomes')}</th>
          </tr>
        </thead>
        <tbody>
          {names.map(({ name, count, target, because }) => {
            const now = targets.get(name) ?? null
            const isOffered = keyOf(now) === keyOf(target)
            return (
              <tr key={name}>
                <th scope="row"><bdi>{name}</bdi></th>
                <td className={styles.figure}>{formatNumber(count)}</td>
                <td>
                  <SelectField
                    hideLabel
                    label={t('intake.map.becomes.of', { name })}
                    value={keyOf(now)}
                    help={isOffered && (because === 'similar' || because === 'remembered') ? t(`intake.map.${because}`) : undefined}
                    options={[
                      ...candidates.map((candidate) => ({ value: `as:${candidate.id}`, text: candidate.name })),
                      { value: 'create', text: t('intake.map.create', { name }) },
                      { value: 'skip', text: t('intake.map.skip') },
                    ]}
                    onChange={(key) => onChange(new Map(targets).set(name, targetOf(key, name)))}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
