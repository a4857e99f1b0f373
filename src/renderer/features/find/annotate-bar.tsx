import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { offeredLabels } from '../../../core/codebook/lookup.ts'
import type { FoundLine } from '../../../ipc/search-shapes.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { lineKey, searchOf } from '../../session/search.ts'
import { Button } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { LabelSwatch } from '../labels/label-swatch.tsx'
import styles from './annotate-bar.module.css'
import { useAnnotate } from './use-annotate.ts'

/** What can be done with the chosen hits; how to choose them, while none is. */
export function AnnotateBar({ lines }: { readonly lines: readonly FoundLine[] }) {
  const { t } = useTranslation()
  const store = searchOf(useSession())
  const chosen = useStore(store, (state) => state.chosen)
  const codebook = useSessionState((state) => state.project?.codebook)
  const annotate = useAnnotate(lines)
  if (!codebook) return null
  return (
    <footer className={styles.bar}>
      {chosen.size === 0 ? (
        <span className={styles.hint}>{t('search.annotate.hint')}</span>
      ) : (
        <div className={styles.labels} role="toolbar" aria-label={t('search.annotate')}>
          <output className={styles.count}>{t('search.chosen', { count: chosen.size })}</output>
          {offeredLabels(codebook).map((label) => (
            <button key={label.id} type="button" className={styles.label} aria-keyshortcuts={label.key} onClick={() => annotate(label.id)}>
              {label.key !== undefined && <Kbd keys={label.key.toUpperCase()} />}
              <LabelSwatch look={label} />
              <span dir="auto">{label.name}</span>
            </button>
          ))}
        </div>
      )}
      <Button look="quiet" onClick={() => store.setState({ chosen: new Set(chosen.size > 0 ? [] : lines.map(lineKey)) })}>
        {t(chosen.size > 0 ? 'search.choose.none' : 'search.choose.all')}
      </Button>
    </footer>
  )
}
