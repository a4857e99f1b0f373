import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { boundsOf } from '../../../core/agreement/html/report-html.ts'
import type { Drawn } from '../../../core/agreement/pictures/of-report.ts'
import { figuresOf, pairScopes, scopeKey } from '../../../core/agreement/project/look-up.ts'
import type { Scope } from '../../../core/agreement/project/report.ts'
import { formatNumber } from '../../i18n/format.ts'
import styles from './agreement-view.module.css'
import { FigureButton } from './figure-button.tsx'
import { scopeName } from './scope-name.ts'
import tables from './tables.module.css'

/** Every measure of the project, of a pair or of a label, with its interval or why it is not defined. */
export function AllNumbers({ drawn }: { readonly drawn: Drawn }) {
  const { t } = useTranslation()
  const { report, words } = drawn
  const scopes: Scope[] = [{ kind: 'project' }, ...pairScopes(report), ...report.labels.map((label) => ({ kind: 'label' as const, label }))]
  const [chosen, setChosen] = useState('project')
  const scope = scopes.find((each) => scopeKey(each) === chosen) ?? { kind: 'project' as const }
  const nameOf = (each: Scope): string => scopeName(each, drawn, t('agreement.whole'))
  return (
    <>
      <label className={styles.basis}>
        <span>{t('agreement.of')}</span>
        <select value={scopeKey(scope)} onChange={({ target }) => setChosen(target.value)}>
          {scopes.map((each) => (
            <option key={scopeKey(each)} value={scopeKey(each)}>{nameOf(each)}</option>
          ))}
        </select>
      </label>
      <div className={tables.scroller}>
        <table className={tables.table}>
          <caption className="visually-hidden">{nameOf(scope)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.report.measure}</th>
              <th scope="col" className={tables.number}>{words.report.value}</th>
              <th scope="col">{t('agreement.interval')}</th>
              <th scope="col" className={tables.number}>{words.report.items}</th>
            </tr>
          </thead>
          <tbody>
            {figuresOf(report, scope).map(({ measure, result }) => (
              <tr key={measure}>
                <th scope="row">{words.measures[measure].name}</th>
                <td className={tables.number}>
                  <FigureButton report={report} measure={measure} scope={scope} of={nameOf(scope)} />
                </td>
                <td>{result.status === 'undefined' ? words.undefined[result.reason] : (boundsOf(words, result)?.join(' – ') ?? '')}</td>
                <td className={tables.number}>{formatNumber(result.used)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
