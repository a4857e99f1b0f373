import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reason } from '../../../core/model/review.ts'
import type { ReviewItem } from '../../../core/review/review-article.ts'
import { useSession } from '../../session/context.tsx'
import { giveReason } from '../../session/review-perform.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import styles from './decision-panel.module.css'
import { ModeBox } from './mode-box.tsx'

const CODES: readonly Reason['code'][] = ['codebook_unclear', 'slip', 'ambiguity', 'own']

/** Why they differ: a code with one key, or own words. */
export function ReasonChooser({ item, onDone }: { readonly item: ReviewItem; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const before = item.held.find(({ decision }) => decision.reason)?.decision.reason
  const [text, setText] = useState(before?.text ?? '')
  function choose(code: Reason['code'] | null): void {
    const words = text.trim()
    giveReason(session, code === null ? null : { code, ...(words === '' ? {} : { text: words }) })
    onDone()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const typing = event.target instanceof HTMLInputElement
    const code = typing ? undefined : CODES[Number(event.key) - 1]
    if (code) choose(code)
    else if (event.key === 'Enter' && typing) choose(before && text.trim() !== '' ? before.code : 'own')
    else if (event.key === 'Escape') onDone()
    else return
    event.preventDefault()
  }

  return (
    <ModeBox label={t('action.review.reason')} onKeyDown={onKeyDown}>
      <div className={styles.options}>
        {CODES.map((code, index) => (
          <button key={code} type="button" className={styles.option} aria-pressed={before?.code === code} onClick={() => choose(code)}>
            <Kbd keys={String(index + 1)} /> {t(`review.reason.${code}`)}
          </button>
        ))}
      </div>
      <TextField label={t('review.reason.text')} value={text} dir="auto" onChange={(event) => setText(event.target.value)} />
      <div className={styles.actions}>
        {before && <Button onClick={() => choose(null)}>{t('review.reason.none')}</Button>}
        <Button onClick={onDone}>{t('common.cancel')}</Button>
      </div>
    </ModeBox>
  )
}
