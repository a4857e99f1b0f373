import { useTranslation } from 'react-i18next'
import { offeredLabels } from '../../../core/codebook/lookup.ts'
import type { Label } from '../../../core/model/codebook.ts'
import { run } from '../../actions/registry.ts'
import { useLateSessionState, useLateView, useSession } from '../../session/context.tsx'
import { useKeys } from '../../session/use-keys.ts'
import { applyLabel } from '../../session/label.ts'
import { say } from '../../session/view.ts'
import { classes } from '../../ui/classes.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import styles from './label-bar.module.css'
import { LabelSwatch } from './label-swatch.tsx'
import { useFitting } from './use-fitting.ts'

/** Every label that can be given, with its key: labels the selected words, or changes the selected annotations. */
export function LabelBar() {
  const { t } = useTranslation()
  const codebook = useLateSessionState((state) => state.project?.codebook)
  const labels = codebook ? offeredLabels(codebook) : []
  const hasArticle = useLateSessionState((state) => state.article !== null)
  const hasTarget = useLateView(({ selection, selected }) => selection.anchor !== selection.focus || selected.length > 0)
  const [row, fitting] = useFitting(labels)
  const hidden = labels.slice(fitting)
  const usable = hasArticle && hasTarget

  if (!codebook) return null
  if (labels.length === 0) return <NoLabels />
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('labels.bar')}>
      <div ref={row} className={styles.row}>
        {labels.map((label, index) => (
          <LabelButton key={label.id} label={label} usable={usable} hidden={index >= fitting} />
        ))}
        {!usable && (
          <span className={styles.hint} aria-hidden>
            {t('labels.hint')}
          </span>
        )}
      </div>
      {hidden.length > 0 && <MoreLabels labels={hidden} usable={usable} />}
    </div>
  )
}

function useLabelling(): (label: Label, usable: boolean) => void {
  const { t } = useTranslation()
  const session = useSession()
  return (label, usable) => {
    if (usable) applyLabel(session, label.id)
    else say(session.view, t('labels.hint'))
  }
}

function LabelButton({ label, usable, hidden }: { readonly label: Label; readonly usable: boolean; readonly hidden: boolean }) {
  const give = useLabelling()
  return (
    <Tooltip text={label.definition === '' ? label.name : label.definition} keys={label.key} side="top">
      <button
        type="button"
        className={classes(styles.label, !usable && styles.idle, hidden && styles.hidden)}
        aria-disabled={!usable || undefined}
        aria-keyshortcuts={label.key}
        tabIndex={hidden ? -1 : 0}
        // The words stay selected and the text keeps the focus.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => give(label, usable)}
      >
        {label.key !== undefined && <Kbd keys={label.key.toUpperCase()} />}
        <LabelSwatch look={label} />
        <span className={styles.name} dir="auto">
          {label.name}
        </span>
      </button>
    </Tooltip>
  )
}

function MoreLabels({ labels, usable }: { readonly labels: readonly Label[]; readonly usable: boolean }) {
  const { t } = useTranslation()
  const give = useLabelling()
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className={styles.more} aria-label={t('labels.more', { count: labels.length })} onMouseDown={(event) => event.preventDefault()}>
          +{labels.length}
        </button>
      }
    >
      {labels.map((label) => (
        <MenuItem key={label.id} text={label.name} keys={label.key?.toUpperCase()} onSelect={() => give(label, usable)} />
      ))}
    </Menu>
  )
}

function NoLabels() {
  const { t } = useTranslation()
  const keysFor = useKeys()
  const session = useSession()
  const keys = keysFor('view.codebook')
  return (
    <div className={styles.empty}>
      <span>{t('labels.empty')}</span>
      <button type="button" className={styles.open} onClick={() => run(session, 'view.codebook')}>
        {t('labels.empty.open')}
        {keys !== undefined && <Kbd keys={keys} />}
      </button>
    </div>
  )
}
