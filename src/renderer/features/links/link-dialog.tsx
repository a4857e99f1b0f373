import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameOfLabel } from '../../../core/codebook/lookup.ts'
import { relationsBetween } from '../../../core/codebook/relations.ts'
import { quoteOf } from '../../../core/model/annotation.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { perform } from '../../session/perform.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/field.tsx'
import styles from './link-dialog.module.css'
import { TargetLine, Targets } from './targets.tsx'

interface Props {
  readonly from: string
  /** None: one is chosen here. */
  readonly to: readonly string[]
  readonly onClose: () => void
}

/** First the relation, of those that the codebook allows from here, then what it leads to. */
export function LinkDialog({ from, to, onClose }: Props) {
  const { t } = useTranslation()
  const session = useSession()
  const set = useSessionState((state) => state.article?.set)
  const codebook = useSessionState((state) => state.project?.codebook)
  const [chosen, setChosen] = useState('')
  const source = set?.annotations.find(({ id }) => id === from)
  if (!set || !codebook || !source) return null
  const targets = set.annotations.filter(({ id }) => to.includes(id))
  const types = relationsBetween(codebook, source.label, targets.map(({ label }) => label))
  const type = types.find(({ id }) => id === chosen) ?? types[0]

  function link(ids: readonly string[]): void {
    if (!type) return
    onClose()
    perform(session, { kind: 'link', type: type.id, from, to: ids.map((annotation) => ({ annotation })) })
  }

  return (
    <Dialog
      title={t('link.title')}
      description={
        <>
          {nameOfLabel(codebook, source.label)} <q dir="auto">{quoteOf(source)}</q>
        </>
      }
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          {targets.length > 0 && (
            <Button look="primary" disabled={!type} onClick={() => link(to)}>
              {t('link.do')}
            </Button>
          )}
        </>
      }
    >
      {!type && <p className={styles.nothing}>{t('link.nothing')}</p>}
      {type && (
        <div className={styles.body}>
          <SelectField label={t('link.relation')} help={type.definition} value={type.id} options={types.map(({ id, name }) => ({ value: id, text: name }))} onChange={setChosen} />
          {targets.length > 0 ? (
            <ul className={styles.list} aria-label={t('link.to')}>
              {targets.map((target) => (
                <li key={target.id} className={styles.item}>
                  <TargetLine codebook={codebook} annotation={target} />
                </li>
              ))}
            </ul>
          ) : (
            <Targets codebook={codebook} set={set} source={source} type={type} onChoose={(id) => link([id])} />
          )}
        </div>
      )}
    </Dialog>
  )
}
