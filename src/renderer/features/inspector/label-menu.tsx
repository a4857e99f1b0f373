import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { labelByKey, labelById, offeredLabels } from '../../../core/codebook/lookup.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { useSession } from '../../session/context.tsx'
import { perform } from '../../session/perform.ts'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { LabelSwatch } from '../labels/label-swatch.tsx'
import styles from './label-menu.module.css'

interface Props {
  readonly codebook: Codebook
  readonly ids: readonly string[]
  /** The label they have; null where they differ. */
  readonly label: string | null
}

/** The label of the selected annotations, and the others to change it to, by their keys too. */
export function LabelMenu({ codebook, ids, label }: Props) {
  const { t } = useTranslation()
  const session = useSession()
  const current = label === null ? undefined : labelById(codebook, label)
  const name = label === null ? t('several.relabel') : (current?.name ?? label)
  const relabel = (id: string) => void perform(session, { kind: 'relabel', ids, label: id })

  return (
    <Menu
      onKey={(key) => {
        const chosen = labelByKey(codebook, key)
        if (chosen) relabel(chosen.id)
        return chosen !== undefined
      }}
      trigger={
        <button type="button" className={styles.chip} aria-label={label === null ? name : t('inspector.label', { name })} title={t('inspector.relabel')}>
          {label !== null && <LabelSwatch look={current} />}
          <span className={styles.name} dir="auto">
            {name}
          </span>
          {current?.retired && <span className={styles.retired}>{t('inspector.retired')}</span>}
          <ChevronDown size={14} aria-hidden />
        </button>
      }
    >
      {offeredLabels(codebook).map(({ id, name: text, key }) => (
        <MenuItem key={id} text={text} keys={key?.toUpperCase()} disabled={id === current?.id} onSelect={() => relabel(id)} />
      ))}
    </Menu>
  )
}
