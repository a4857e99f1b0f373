import { Eye, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { nameOfLabel, resolveId } from '../../../core/codebook/lookup.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useLateSessionState, useLateView, useSession } from '../../session/context.tsx'
import { show, SHOW_ALL, shownAnnotations } from '../../session/showing.ts'
import { useKeys } from '../../session/use-keys.ts'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuRadios } from '../../ui/menu.tsx'
import styles from './showing-menu.module.css'

/** Marks a label among the values of the menu. */
const LABEL = 'label '

/** Which annotations the text shows: quiet while it is all of them, else in words and with a way out beside them. */
export function ShowingMenu() {
  const { t } = useTranslation()
  const session = useSession()
  const keysFor = useKeys()
  const showing = useLateView((view) => view.showing)
  const selected = useLateView((view) => view.selected)
  const codebook = useLateSessionState((state) => state.project?.codebook)
  const set = useLateSessionState((state) => state.article?.set)
  if (!codebook || !set) return null
  const words =
    showing.kind === 'all' ? null : showing.kind === 'label' ? t('showing.only.label', { name: nameOfLabel(codebook, showing.label) }) : t(`showing.only.${showing.kind}`)
  const count = formatNumber(shownAnnotations(set, codebook, showing, selected).length)

  function options() {
    const used = [...new Set(set?.annotations.map(({ label }) => label))]
    const labels = [...new Set(used.map((id) => (codebook ? resolveId(codebook, 'label', id) : id)))]
    const one = showing.kind === 'label' && !labels.includes(showing.label) ? [...labels, showing.label] : labels
    return [
      { value: 'all', text: t('showing.all') },
      { value: 'incomplete', text: t('showing.incomplete') },
      { value: 'none', text: t('showing.none') },
      ...one.map((id) => ({ value: LABEL + id, text: codebook ? t('showing.only.label', { name: nameOfLabel(codebook, id) }) : id })),
    ]
  }

  function choose(value: string): void {
    if (value.startsWith(LABEL)) show(session, { kind: 'label', label: value.slice(LABEL.length) })
    else if (value === 'all' || value === 'incomplete' || value === 'none') show(session, { kind: value })
  }

  return (
    <div className={styles.showing}>
      <Menu
        align="end"
        trigger={
          <button
            type="button"
            className={classes(styles.trigger, words !== null && styles.on)}
            aria-label={words === null ? t('showing.title') : `${t('showing.title')}: ${words} (${count})`}
            title={words ?? t('showing.title')}
          >
            <Eye size={14} strokeWidth={1.75} aria-hidden />
            {words !== null && (
              <>
                <span className={styles.words} dir="auto">
                  {words}
                </span>
                <span className={styles.count}>{count}</span>
              </>
            )}
          </button>
        }
      >
        <MenuRadios title={t('showing.title')} value={showing.kind === 'label' ? LABEL + showing.label : showing.kind} options={options()} onChange={choose} />
      </Menu>
      {words !== null && <IconButton icon={X} title={t('showing.leave')} keys={keysFor('showing.all')} className={styles.leave} onClick={() => show(session, SHOW_ALL)} />}
    </div>
  )
}
