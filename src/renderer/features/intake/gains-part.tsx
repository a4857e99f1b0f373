import type { TFunction } from 'i18next'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodebookGains, IntakeChoicesView } from '../../../ipc/import-shapes.ts'
import { useSession } from '../../session/context.tsx'
import styles from './intake.module.css'

/** What the codebook would get under these choices: it changes for everybody, so that it is said beforehand. */
export function GainsPart({ choices }: { readonly choices: IntakeChoicesView }) {
  const { t } = useTranslation()
  const { client } = useSession()
  const [gains, setGains] = useState<CodebookGains | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const asked = JSON.stringify(choices)

  useEffect(() => {
    let isCurrent = true
    void client.ask('import.gains', JSON.parse(asked) as IntakeChoicesView).then((answer) => {
      if (!isCurrent) return
      setRefused(answer.ok ? null : `${answer.error.message} ${answer.error.remedy}`)
      if (answer.ok) setGains(answer.value)
    })
    return () => {
      isCurrent = false
    }
  }, [client, asked])

  const lines = gains ? linesOf(t, gains) : []
  return (
    <section className={styles.part}>
      <h3>{t('intake.gains')}</h3>
      {refused !== null && <p className={styles.wrong}>{refused}</p>}
      {gains && refused === null && lines.length === 0 && <p className={styles.quiet}>{t('intake.gains.none')}</p>}
      {refused === null && lines.map((line) => <p key={line} className={styles.notice}>{line}</p>)}
    </section>
  )
}

const FEW = 12

function linesOf(t: TFunction, { labels, attributes, relations, wider }: CodebookGains): string[] {
  const list = (names: readonly string[]) => (names.length > FEW ? t('intake.gains.and-more', { names: names.slice(0, FEW).join(', '), count: names.length - FEW }) : names.join(', '))
  return [
    ...(labels.length > 0 ? [t('intake.gains.labels', { count: labels.length, names: list(labels) })] : []),
    ...(attributes.length > 0 ? [t('intake.gains.attributes', { count: attributes.length, names: list(attributes) })] : []),
    ...(relations.length > 0 ? [t('intake.gains.relations', { count: relations.length, names: list(relations) })] : []),
    ...wider.flatMap(({ attribute, labels: also, values }) => [
      ...(also.length > 0 ? [t('intake.gains.asked', { attribute, names: list(also) })] : []),
      ...(values.length > 0 ? [t('intake.gains.values', { attribute, names: list(values) })] : []),
    ]),
  ]
}
