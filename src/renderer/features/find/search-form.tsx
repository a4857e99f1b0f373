import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { offeredLabels } from '../../../core/codebook/lookup.ts'
import { askedAttributes, STATUSES } from '../../../core/search/filter-names.ts'
import { EMPTY_FORM, formOfQuery, queryOfForm, type SearchForm } from '../../../core/search/form.ts'
import { parseQuery } from '../../../core/search/parse.ts'
import { printQuery } from '../../../core/search/print.ts'
import type { Codebook } from '../../../core/model/codebook.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { searchOf, setQuery } from '../../session/search.ts'
import { Checks } from '../../ui/choices.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import styles from './search-form.module.css'
import { useFormDraft } from './use-form-draft.ts'
import { useProblem } from './use-problem.ts'

/** The query as fields: what is changed here changes the text, and the other way round. */
export function SearchFormPanel() {
  const { t } = useTranslation()
  const session = useSession()
  const query = useStore(searchOf(session), (state) => state.query)
  const project = useSessionState((state) => state.project)
  const codebook = project?.codebook
  const said = useMemo(() => (codebook ? formOf(query, codebook) : null), [query, codebook])
  const problem = useProblem()
  const [form, change] = useFormDraft(query, said, (next) => {
    const asked = queryOfForm(next)
    const text = asked && codebook ? printQuery(asked, codebook) : ''
    setQuery(session, text)
    return text
  })
  if (!codebook || !project) return null
  // What is wrong with a query is said beneath it.
  if (!form) return problem ? null : <p className={styles.beyond}>{t('search.form.beyond')}</p>

  const text = (name: 'words' | 'phrase' | 'some' | 'none' | 'article' | 'from' | 'to') => (
    <TextField label={t(`search.form.${name}`)} value={form[name]} dir="auto" onChange={({ target }) => change({ [name]: target.value })} />
  )
  const any = { value: '', text: t('search.form.all') }
  const attribute = codebook.attributes.find(({ id }) => id === form.attribute)
  const values = (attribute?.values ?? []).filter(({ retired }) => !retired).map(({ id, name }) => ({ value: id, text: name }))
  return (
    <fieldset className={styles.form} aria-label={t('search.form.title')}>
      {text('words')}
      {text('phrase')}
      {text('some')}
      {text('none')}
      <SelectField label={t('search.form.label')} value={form.label} options={[any, ...offeredLabels(codebook).map(({ id, name }) => ({ value: id, text: name }))]} onChange={(label) => change({ label })} />
      <SelectField
        label={t('search.form.attribute')}
        value={form.attribute}
        options={[any, ...askedAttributes(codebook).filter(({ retired }) => !retired).map(({ id, name }) => ({ value: id, text: name }))]}
        onChange={(next) => change({ attribute: next, value: '' })}
      />
      {values.length > 0 && (values.some(({ value }) => value === form.value) || form.value === '') ? (
        <SelectField label={t('search.form.value')} value={form.value} options={[{ value: '', text: t('search.form.value.any') }, ...values]} onChange={(value) => change({ value })} />
      ) : (
        <TextField label={t('search.form.value')} value={form.value} disabled={form.attribute === ''} dir="auto" placeholder={t('search.form.value.any')} onChange={({ target }) => change({ value: target.value })} />
      )}
      <SelectField
        label={t('search.form.annotator')}
        value={form.annotator}
        options={[any, ...[...new Set([...project.annotators.map(({ name }) => name), ...(form.annotator === '' ? [] : [form.annotator])])].map((name) => ({ value: name, text: name }))]}
        onChange={(annotator) => change({ annotator })}
      />
      {text('from')}
      {text('to')}
      <SelectField label={t('search.form.status')} value={form.status} options={[any, ...STATUSES.map((value) => ({ value: value as string, text: t(`search.status.${value}`) }))]} onChange={(status) => change({ status })} />
      {text('article')}
      <Checks
        label={t('search.form.more')}
        values={(['incomplete', 'note'] as const).filter((name) => form[name])}
        options={(['incomplete', 'note'] as const).map((value) => ({ value, text: t(`search.form.${value}`) }))}
        onChange={(on) => change({ incomplete: on.includes('incomplete'), note: on.includes('note') })}
      />
    </fieldset>
  )
}

function formOf(query: string, codebook: Codebook): SearchForm | null {
  const parsed = parseQuery(query, codebook)
  if (!parsed.ok) return query.trim() === '' ? EMPTY_FORM : null
  return formOfQuery(parsed.value)
}
