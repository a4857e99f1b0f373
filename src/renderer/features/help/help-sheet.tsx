import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldKeys, keysHere, readingKeys } from '../../../core/actions/fixed-keys.ts'
import { keysOf } from '../../../core/actions/keymap.ts'
import { keyText } from '../../../core/actions/keys.ts'
import { actionGroups, actionTable, type ActionId } from '../../../core/actions/table.ts'
import { offeredLabels } from '../../../core/codebook/lookup.ts'
import { fold } from '../../../core/query/article-list.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { updateSettings } from '../../session/project.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { ActionRow } from './action-row.tsx'
import styles from './help-sheet.module.css'
import { FixedRow } from './fixed-row.tsx'

/** Every key, from the lists that the keys themselves come from; those of the commands can be changed. */
export function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const platform = useSessionState((state) => state.platform)
  const keymap = useSessionState((state) => state.settings.keys)
  const codebook = useSessionState((state) => state.project?.codebook)
  const [query, setQuery] = useState('')
  const [recording, setRecording] = useState<ActionId | null>(null)

  const words = fold(query).split(/\s+/).filter((word) => word !== '')
  const matches = (...texts: readonly string[]) => words.every((word) => texts.some((text) => fold(text).includes(word)))
  const said = (keys: readonly string[]) => keys.map((each) => keyText(each, platform))

  const labels = (codebook ? offeredLabels(codebook) : []).filter(({ name, key }) => key !== undefined && matches(name, key))
  const groups = actionGroups.map((group) => ({
    group,
    entries: actionTable.filter((entry) => entry.group === group && matches(t(`action.${entry.id}`), ...entry.keywords, ...said(keysOf(entry.id, keymap)))),
  }))
  const reading = readingKeys.filter((entry) => matches(t(`moving.${entry.id}`), ...said(keysHere(entry, platform))))
  const fields = fieldKeys.filter((entry) => matches(t(`field-key.${entry.id}`), ...said(keysHere(entry, platform))))
  const nothing = labels.length + reading.length + fields.length === 0 && groups.every(({ entries }) => entries.length === 0)

  return (
    <Dialog
      kind="sheet"
      size="small"
      title={t('help.title')}
      description={t('help.intro')}
      onClose={onClose}
      actions={Object.keys(keymap).length > 0 ? <Button onClick={() => void updateSettings(session, { keys: {} })}>{t('keys.resetAll')}</Button> : undefined}
    >
      <div className={styles.search}>
        <TextField hideLabel label={t('help.search')} placeholder={t('help.search')} value={query} dir="auto" onChange={(event) => setQuery(event.target.value)} />
      </div>
      {nothing && <p className={styles.nothing}>{t('help.none')}</p>}
      <Section title={t('help.labels')} detail={t('help.labels.detail')} shown={labels.length > 0}>
        {labels.map(({ id, name, key = '' }) => (
          <FixedRow key={id} what={name} keys={[key.toUpperCase()]} />
        ))}
      </Section>
      {groups.map(({ group, entries }) => (
        <Section key={group} title={t(`action-group.${group}`)} shown={entries.length > 0}>
          {entries.map(({ id }) => (
            <ActionRow key={id} id={id} recording={recording === id} onRecord={(on) => setRecording(on ? id : null)} />
          ))}
        </Section>
      ))}
      <Section title={t('help.reading')} detail={t('help.reading.detail')} shown={reading.length > 0}>
        {reading.map((entry) => (
          <FixedRow key={entry.id} what={t(`moving.${entry.id}`)} keys={keysHere(entry, platform)} />
        ))}
      </Section>
      <Section title={t('help.fields')} detail={t('help.fields.detail')} shown={fields.length > 0}>
        {fields.map((entry) => (
          <FixedRow key={entry.id} what={t(`field-key.${entry.id}`)} keys={keysHere(entry, platform)} />
        ))}
      </Section>
    </Dialog>
  )
}

interface SectionProps {
  readonly title: string
  readonly detail?: string
  readonly shown: boolean
  readonly children: ReactNode
}

function Section({ title, detail, shown, children }: SectionProps) {
  if (!shown) return null
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>{title}</h3>
      {detail !== undefined && <p className={styles.detail}>{detail}</p>}
      <dl className={styles.keys}>{children}</dl>
    </section>
  )
}
