import { useTranslation } from 'react-i18next'
import { actionGroups, actionTable, type ActionEntry } from '../../../core/actions/table.ts'
import { offeredLabels } from '../../../core/codebook/lookup.ts'
import { useSessionState } from '../../session/context.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import styles from './help-sheet.module.css'

const hasKeys = (entry: ActionEntry) => entry.keys.length > 0

/** Every key, from the list that the keys themselves come from. */
export function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const codebook = useSessionState((state) => state.project?.codebook)
  const labels = codebook ? offeredLabels(codebook).filter(({ key }) => key !== undefined) : []
  return (
    <Dialog kind="sheet" size="small" title={t('help.title')} description={t('help.intro')} onClose={onClose}>
      {labels.length > 0 && (
        <section className={styles.group}>
          <h3 className={styles.heading}>{t('help.labels')}</h3>
          <p className={styles.detail}>{t('help.labels.detail')}</p>
          <dl className={styles.keys}>
            {labels.map(({ id, name, key = '' }) => (
              <div key={id} className={styles.key}>
                <dt>{name}</dt>
                <dd>
                  <Kbd keys={key.toUpperCase()} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {actionGroups.map((group) => (
        <section key={group} className={styles.group}>
          <h3 className={styles.heading}>{t(`action-group.${group}`)}</h3>
          <dl className={styles.keys}>
            {actionTable
              .filter((entry) => entry.group === group && hasKeys(entry))
              .map(({ id, keys }) => (
                <div key={id} className={styles.key}>
                  <dt>{t(`action.${id}`)}</dt>
                  <dd>
                    {keys.map((each) => (
                      <Kbd key={each} keys={each} />
                    ))}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
