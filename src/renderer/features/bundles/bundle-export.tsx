import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { settle } from '../../session/project.ts'
import { useSession, useSessionState, useView } from '../../session/context.tsx'
import { shownRows } from '../../session/derived.ts'
import { Button } from '../../ui/button.tsx'
import { Checks, Choices } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './bundles.module.css'

type Scope = 'all' | 'shown' | 'done'

interface Person {
  readonly key: string
  readonly text: string
}

/** What goes into one file for a colleague. Whose work may not be seen yet is not offered. */
export function BundleExport({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const { client, view } = session
  const rows = useSessionState((state) => state.rows)
  const filter = useView((state) => state.filter)
  const order = useView((state) => state.order)
  const shown = shownRows(rows, { filter, order })
  const done = [...rows.values()].filter(({ progress }) => progress === 'done' || progress === 'nothing_to_mark')
  const [people, setPeople] = useState<readonly Person[] | null>(null)
  const [whose, setWhose] = useState<readonly string[]>([])
  const [scope, setScope] = useState<Scope>('all')
  const [texts, setTexts] = useState<'texts' | 'hashes'>('texts')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)

  useEffect(() => {
    void client.ask('bundle.offer', null).then((answer) => {
      if (!answer.ok) return setRefused(`${answer.error.message} ${answer.error.remedy}`)
      const offered = answer.value.people
      setPeople(offered.map(({ annotator: { key, name }, own, sets }) => ({ key, text: t(own ? 'bundle.whose.you' : 'bundle.whose.other', { name, count: sets }) })))
      setWhose(offered.filter(({ own }) => own).map(({ annotator }) => annotator.key))
    })
  }, [client, t])

  const scopes = [
    { value: 'all' as const, text: t('bundle.scope.all', { count: rows.size }) },
    ...(shown.length === rows.size ? [] : [{ value: 'shown' as const, text: t('bundle.scope.shown', { count: shown.length }) }]),
    ...(done.length === 0 || done.length === rows.size ? [] : [{ value: 'done' as const, text: t('bundle.scope.done', { count: done.length }) }]),
  ]

  async function run(): Promise<void> {
    setBusy(true)
    setRefused(null)
    await settle(session)
    const articles = scope === 'all' ? null : (scope === 'shown' ? shown : done).map(({ id }) => id)
    const answer = await client.ask('bundle.export', { annotators: [...whose], articles, texts: texts === 'texts' })
    setBusy(false)
    if (!answer.ok) setRefused(`${answer.error.message} ${answer.error.remedy}`)
    else if (answer.value) view.setState({ dialog: { kind: 'bundle-receipt', receipt: answer.value } })
  }

  return (
    <Dialog
      title={t('bundle.export.title')}
      description={t('bundle.export.about')}
      onClose={onClose}
      actions={
        <>
          <output className={styles.refused}>{refused}</output>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" disabled={busy || people === null} onClick={() => void run()}>
            {t('bundle.export.run')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <div>
          <Checks label={t('bundle.whose')} values={whose} options={(people ?? []).map(({ key, text }) => ({ value: key, text }))} onChange={setWhose} />
          <p className={styles.quiet}>{t('bundle.whose.help')}</p>
        </div>
        <Choices label={t('bundle.scope')} value={scope} options={scopes} onChange={setScope} />
        <Choices
          label={t('bundle.texts')}
          value={texts}
          options={[
            { value: 'texts', text: t('bundle.texts.texts'), detail: t('bundle.texts.texts.detail') },
            { value: 'hashes', text: t('bundle.texts.hashes'), detail: t('bundle.texts.hashes.detail') },
          ]}
          onChange={setTexts}
        />
      </div>
    </Dialog>
  )
}
