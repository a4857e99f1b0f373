import { useTranslation } from 'react-i18next'
import { labelById } from '../../../core/codebook/lookup.ts'
import type { Attribute, Codebook, Label } from '../../../core/model/codebook.ts'
import styles from './attributes-table.module.css'

const SHOWN_VALUES = 8

/** Every attribute on a row: what it asks, how, when, and of which labels. The name opens it for change. */
export function AttributesTable({ codebook, onOpen }: { readonly codebook: Codebook; readonly onOpen: (id: string) => void }) {
  const { t } = useTranslation()
  const attributes = codebook.attributes.filter(({ retired }) => retired !== true)
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{t('codebook.attribute')}</th>
          <th>{t('codebook.type')}</th>
          <th>{t('codebook.asked')}</th>
          <th>{t('codebook.on')}</th>
        </tr>
      </thead>
      <tbody>
        {attributes.map((attribute) => (
          <tr key={attribute.id}>
            <th scope="row">
              <button type="button" className={styles.name} onClick={() => onOpen(attribute.id)}>
                {attribute.name}
              </button>
              <span className={styles.help} dir="auto">
                {attribute.help}
              </span>
              <Values attribute={attribute} />
            </th>
            <td>{t(`type.${attribute.type}`)}</td>
            <td>{t(`stage.${attribute.stage}`)}</td>
            <td>
              <Where attribute={attribute} codebook={codebook} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Where(props: { readonly attribute: Attribute; readonly codebook: Codebook }) {
  const { t } = useTranslation()
  const where = whereOf(props.attribute, props.codebook)
  return 'names' in where ? where.names : t(`codebook.on.${where.all}`)
}

function Values({ attribute: { values, units, type } }: { readonly attribute: Attribute }) {
  const { t } = useTranslation()
  const names = values?.filter(({ retired }) => retired !== true).map(({ name }) => name) ?? units
  if (!names || names.length === 0) return null
  const more = names.length - SHOWN_VALUES
  return (
    <span className={styles.values} title={names.join(', ')}>
      {names.slice(0, SHOWN_VALUES).join(type === 'scale' ? ' › ' : ', ')}
      {more > 0 && ` ${t('report.more', { count: more })}`}
    </span>
  )
}

/** All labels or all events by that name, else each label by its own. */
function whereOf(attribute: Attribute, codebook: Codebook): { readonly all: 'labels' | 'events' } | { readonly names: string } {
  const has = ({ id }: Label) => attribute.labels.includes(id)
  const offered = codebook.labels.filter(({ retired }) => retired !== true)
  if (offered.every(has)) return { all: 'labels' }
  if (offered.every((label) => has(label) === (label.kind === 'event'))) return { all: 'events' }
  return { names: attribute.labels.map((id) => labelById(codebook, id)?.name ?? id).join(', ') }
}
