import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { annotatorKey } from '../../../core/model/folder-name.ts'
import { planRound } from '../../../core/rounds/assign.ts'
import type { RoundView } from '../../../ipc/round-shapes.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useSession, useSessionState, useView } from '../../session/context.tsx'
import { shownRows } from '../../session/derived.ts'
import { drawSeed, saveRound } from '../../session/rounds.ts'
import { Button } from '../../ui/button.tsx'
import { Checks, Choices } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import styles from './rounds.module.css'

interface NewRoundProps {
  readonly rounds: readonly RoundView[]
  readonly onBack: () => void
  readonly onClose: () => void
  readonly onMade: (rounds: readonly RoundView[]) => void
}

type Scope = 'left' | 'all' | 'shown'

/** A number that a person writes; what is no number in bounds counts as the nearest that is. */
function within(text: string, least: number, most: number): number {
  const value = Math.round(Number(text))
  return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : least
}

/** The wish on top, and what follows from it below, before anything is made. */
export function NewRound({ rounds, onBack, onClose, onMade }: NewRoundProps) {
  const { t } = useTranslation()
  const session = useSession()
  const rows = useSessionState((state) => state.rows)
  const known = useSessionState((state) => state.project?.annotators)
  const filter = useView((state) => state.filter)
  const order = useView((state) => state.order)
  const [name, setName] = useState<string>(() => t('rounds.name.first', { number: rounds.length + 1 }))
  const [kind, setKind] = useState<'training' | 'main'>('main')
  const [scope, setScope] = useState<Scope>(rounds.length > 0 ? 'left' : 'all')
  const [others, setOthers] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>(() => (known ?? []).map(({ key }) => key))
  const [share, setShare] = useState('20')
  const [coders, setCoders] = useState('2')
  const [seed, setSeed] = useState(() => String(drawSeed()))
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)

  const people = useMemo(() => {
    const named = others.split(/[,;\n]/).map((text) => text.trim()).filter((text) => text !== '')
    const all = [...(known ?? []).filter(({ key }) => chosen.includes(key)), ...named.map((text) => ({ key: annotatorKey(text), name: text }))]
    return [...new Map(all.map((person) => [person.key, person])).values()]
  }, [known, chosen, others])
  const articles = useMemo(() => {
    const taken = new Set(rounds.flatMap(({ round }) => round.assignments.map(({ article }) => article)))
    const list = scope === 'shown' ? shownRows(rows, { filter, order }) : shownRows(rows, { filter: { text: '', progress: null, assigned: false }, order })
    return list.filter(({ problem, path }) => problem === null && (scope !== 'left' || !taken.has(path)))
  }, [rounds, rows, filter, order, scope])
  const most = Math.max(1, people.length)
  const wish = { share: within(share, 0, 100) / 100, coders: within(coders, 1, most), seed: within(seed, 0, 999_999_999) }
  const { loads, overlap } = useMemo(
    () => planRound({ articles: articles.map(({ path }) => path), annotators: people.map(({ key }) => key), share: wish.share, coders: wish.coders, seed: wish.seed }),
    [articles, people, wish.share, wish.coders, wish.seed],
  )

  async function make(): Promise<void> {
    setTried(true)
    if (name.trim() === '' || people.length === 0 || articles.length === 0) return
    setBusy(true)
    const answer = await saveRound(session, { name: name.trim(), kind, annotators: people.map((person) => person.name), articles: articles.map(({ id }) => id), ...wish })
    setBusy(false)
    if (answer.ok) onMade(answer.value)
    else setRefused(`${answer.error.message} ${answer.error.remedy}`)
  }

  const missing = tried && (people.length === 0 ? t('rounds.people.missing') : articles.length === 0 ? t('rounds.articles.missing') : null)
  return (
    <Dialog
      size="large"
      title={t('rounds.new.title')}
      onClose={onClose}
      actions={
        <>
          <output className={styles.refused}>{refused ?? missing}</output>
          <Button onClick={onBack}>{t('rounds.back')}</Button>
          <Button look="primary" disabled={busy} onClick={() => void make()}>{t('rounds.make')}</Button>
        </>
      }
    >
      <div className={styles.form}>
        <div className={styles.columns}>
          <TextField label={t('rounds.name')} value={name} error={tried && name.trim() === '' ? t('new.required') : null} onChange={(event) => setName(event.target.value)} />
          <TextField label={t('rounds.others')} value={others} help={t('rounds.others.help')} onChange={(event) => setOthers(event.target.value)} />
        </div>
        {(known ?? []).length > 0 && <Checks label={t('rounds.people')} values={chosen} options={(known ?? []).map((person) => ({ value: person.key, text: person.name }))} onChange={setChosen} />}
        <div className={styles.columns}>
          <Choices
            label={t('rounds.kind')}
            value={kind}
            options={[
              { value: 'main', text: t('rounds.kind.main'), detail: t('rounds.kind.main.detail') },
              { value: 'training', text: t('rounds.kind.training'), detail: t('rounds.kind.training.detail') },
            ]}
            onChange={setKind}
          />
          <Choices
            label={t('rounds.articles')}
            value={scope}
            options={[
              ...(rounds.length > 0 ? [{ value: 'left' as const, text: t('rounds.articles.left') }] : []),
              { value: 'all' as const, text: t('rounds.articles.all') },
              { value: 'shown' as const, text: t('rounds.articles.shown') },
            ]}
            onChange={setScope}
          />
        </div>
        <div className={styles.numbers}>
          <TextField type="number" min={0} max={100} label={t('rounds.share')} value={share} onChange={(event) => setShare(event.target.value)} />
          <TextField type="number" min={1} max={most} label={t('rounds.coders')} value={coders} onChange={(event) => setCoders(event.target.value)} />
          <TextField type="number" min={0} max={999_999_999} label={t('rounds.seed.label')} value={seed} onChange={(event) => setSeed(event.target.value)} />
          <Button onClick={() => setSeed(String(drawSeed()))}>{t('rounds.draw')}</Button>
        </div>
        <section aria-live="polite">
          <h3>{t('rounds.preview')}</h3>
          <p className={styles.quiet}>{t('rounds.preview.about', { count: articles.length, overlap, coders: wish.coders })}</p>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('rounds.annotator')}</th>
                <th scope="col" className={styles.figure}>{t('rounds.assigned')}</th>
                <th scope="col" className={styles.figure}>{t('rounds.shared')}</th>
              </tr>
            </thead>
            <tbody>
              {loads.map((load) => (
                <tr key={load.annotator}>
                  <th scope="row">
                    <bdi>{people.find(({ key }) => key === load.annotator)?.name}</bdi>
                  </th>
                  <td className={styles.figure}>{formatNumber(load.articles)}</td>
                  <td className={styles.figure}>{formatNumber(load.overlap)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
    </Dialog>
  )
}
