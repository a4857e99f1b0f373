import { useStore } from 'zustand'
import type { Drawn } from '../../../core/agreement/pictures/of-report.ts'
import { formatNumber } from '../../i18n/format.ts'
import { agreementOf } from '../../session/agreement.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import styles from './agreement-view.module.css'
import tables from './tables.module.css'

/** What became of spans under review: apart from agreement, and never called so. */
export function Acceptance({ drawn: { words } }: { readonly drawn: Drawn }) {
  const session = useSession()
  const rows = useStore(agreementOf(session), (state) => state.acceptance)
  const people = useSessionState((state) => state.project?.annotators)
  if (rows.length === 0) return null
  const w = words.report
  return (
    <>
      <h2 className={styles.heading}>{w.acceptance}</h2>
      <p className={styles.note}>{w.acceptanceNote}</p>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{w.annotator}</th>
            {[w.taken, w.changed, w.rejected, w.added].map((name) => (
              <th key={name} scope="col" className={tables.number}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ annotator, taken, changed, rejected, added }) => (
            <tr key={annotator}>
              <th scope="row" dir="auto">{people?.find(({ key }) => key === annotator)?.name ?? annotator}</th>
              {[taken, changed, rejected, added].map((many, index) => (
                <td key={index} className={tables.number}>{formatNumber(many)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
