import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../../core/result.ts'
import type { RoundView } from '../../../ipc/round-shapes.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { closeRound, deleteRound, listRounds } from '../../session/rounds.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { NewRound } from './new-round.tsx'
import { RoundCard } from './round-card.tsx'
import styles from './rounds.module.css'
import { useRoundAgreement } from './use-round-agreement.ts'

/** Who codes which articles, how far each round is, and the form for a new one. */
export function RoundsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const writable = useSessionState((state) => state.project?.readOnly === null)
  const [rounds, setRounds] = useState<readonly RoundView[] | null>(null)
  const [making, setMaking] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)

  const agreement = useRoundAgreement(rounds)

  function take(answer: Result<RoundView[]>): boolean {
    if (answer.ok) setRounds(answer.value)
    setRefused(answer.ok ? null : `${answer.error.message} ${answer.error.remedy}`)
    return answer.ok
  }

  useEffect(() => {
    void listRounds(session).then((answer) => {
      if (answer.ok) setRounds(answer.value)
      else setRefused(`${answer.error.message} ${answer.error.remedy}`)
    })
  }, [session])

  if (making && rounds) {
    return <NewRound rounds={rounds} onBack={() => setMaking(false)} onClose={onClose} onMade={(made) => { setRounds(made); setMaking(false) }} />
  }
  return (
    <Dialog
      size="large"
      title={t('rounds.title')}
      description={t('rounds.about')}
      onClose={onClose}
      actions={
        <>
          <output className={styles.refused}>{refused}</output>
          <Button onClick={onClose}>{t('common.close')}</Button>
          {writable && (
            <Button look="primary" disabled={rounds === null} onClick={() => setMaking(true)}>
              {t('rounds.new')}
            </Button>
          )}
        </>
      }
    >
      {rounds?.length === 0 && <p className={styles.quiet}>{t('rounds.none')}</p>}
      <ul className={styles.list}>
        {rounds?.map(({ round, progress }) => (
          <RoundCard
            key={round.id}
            round={round}
            progress={progress}
            agreement={agreement.get(round.id)}
            writable={writable}
            onShow={onClose}
            onCloseRound={() => void closeRound(session, round.id, round.closed === undefined).then(take)}
            onDelete={() => void deleteRound(session, round.id).then(take)}
          />
        ))}
      </ul>
    </Dialog>
  )
}
