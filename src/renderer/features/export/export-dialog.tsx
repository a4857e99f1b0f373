import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ADJUDICATED } from '../../../core/review/adjudicate.ts'
import type { OutgoingFormat, SetsWishView } from '../../../ipc/export-shapes.ts'
import { useSession, useSessionState, useView } from '../../session/context.tsx'
import { shownRows } from '../../session/derived.ts'
import { remember, remembered } from '../../session/remembered.ts'
import { Checks, Choices } from '../../ui/choices.tsx'
import { FormatFields } from './format-fields.tsx'
import { OutgoingDialog } from './outgoing-dialog.tsx'

type Scope = 'article' | 'shown' | 'project'

interface Person {
  readonly key: string
  readonly text: string
}

/** Annotation sets in any format. Whose work may not be seen yet is not offered. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const { client } = session
  const project = useSessionState((state) => state.project)
  const rows = useSessionState((state) => state.rows)
  const article = useSessionState((state) => state.article?.id ?? null)
  const filter = useView((view) => view.filter)
  const order = useView((view) => view.order)
  const shown = shownRows(rows, { filter, order })
  const labels = useMemo(() => project?.codebook.labels.filter(({ retired }) => retired !== true) ?? [], [project])

  const [formats, setFormats] = useState<readonly OutgoingFormat[]>([])
  const [people, setPeople] = useState<readonly Person[] | null>(null)
  const [format, setFormat] = useState(() => remembered(session, 'export.format') ?? 'jsonl')
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({})
  const [scope, setScope] = useState<Scope>('project')
  const [whose, setWhose] = useState<readonly string[]>([])
  const [which, setWhich] = useState<'all' | 'some'>('all')
  const [chosen, setChosen] = useState<readonly string[]>(() => labels.map(({ id }) => id))

  useEffect(() => {
    void client.ask('export.formats', null).then((answer) => answer.ok && setFormats(answer.value))
    void client.ask('bundle.offer', null).then((answer) => {
      const offered = answer.ok ? answer.value.people : []
      setPeople(offered.map(({ annotator: { key, name }, own: mine }) => ({ key, text: mine ? t('export.annotators.you', { name }) : name })))
      setWhose(offered.map(({ annotator }) => annotator.key))
    })
  }, [client, t])

  const current = formats.find(({ name }) => name === format) ?? formats[0]
  const values = Object.fromEntries((current?.options ?? []).map((option) => [option.name, own[`${current?.name}.${option.name}`] ?? remembered(session, `export.${current?.name}.${option.name}`, option.values) ?? option.default]))
  const scopes = [
    ...(article === null ? [] : [{ value: 'article' as const, text: t('export.scope.article') }]),
    ...(shown.length === rows.size ? [] : [{ value: 'shown' as const, text: t('export.scope.shown', { count: shown.length }) }]),
    { value: 'project' as const, text: t('export.scope.project', { count: rows.size }) },
  ]
  const isWhole = current !== undefined && people !== null && (people.length === 0 || whose.length > 0) && (which === 'all' || chosen.length > 0)
  const wish: SetsWishView | null = isWhole
    ? {
        what: 'sets',
        format: current.name,
        own: values,
        articles: scope === 'project' ? null : scope === 'article' && article !== null ? [article] : shown.map(({ id }) => id),
        annotators: people.length === whose.length && !whose.includes(ADJUDICATED.key) ? null : [...whose],
        labels: which === 'all' ? null : [...chosen],
      }
    : null

  return (
    <OutgoingDialog
      title={t('export.title')}
      description={t('export.about')}
      wish={wish}
      pending={current === undefined || people === null}
      onClose={onClose}
      onWritten={() => current && remember(session, { 'export.format': current.name, ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`export.${current.name}.${name}`, value])) })}
    >
      {(tried) => (
        <>
          {current && <FormatFields formats={formats} current={current} values={values} onFormat={setFormat} onOption={(name, value) => setOwn({ ...own, [`${current.name}.${name}`]: value })} />}
          <Choices label={t('export.scope')} value={scope} options={scopes} onChange={setScope} />
          {people !== null && people.length > 1 && (
            <Checks
              label={t('export.annotators')}
              values={whose}
              options={[...people.map(({ key, text }) => ({ value: key, text })), { value: ADJUDICATED.key, text: t('export.adjudicated') }]}
              error={tried && whose.length === 0 ? t('export.annotators.missing') : null}
              onChange={setWhose}
            />
          )}
          <Choices label={t('export.labels')} value={which} options={[{ value: 'all', text: t('export.labels.all') }, { value: 'some', text: t('export.labels.some') }]} onChange={setWhich} />
          {which === 'some' && (
            <Checks
              label={t('export.labels.which')}
              values={chosen}
              options={labels.map(({ id, name }) => ({ value: id, text: name }))}
              error={tried && chosen.length === 0 ? t('export.labels.missing') : null}
              onChange={setChosen}
            />
          )}
        </>
      )}
    </OutgoingDialog>
  )
}
