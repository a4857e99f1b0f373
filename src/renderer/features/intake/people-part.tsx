import { useTranslation } from 'react-i18next'
import { annotatorKey } from '../../../core/model/folder-name.ts'
import type { ImportPreview } from '../../../ipc/import-shapes.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import type { People } from './choices.ts'
import styles from './intake.module.css'

interface PeoplePartProps {
  readonly preview: ImportPreview
  readonly people: People
  /** What is missing is said only after a try. */
  readonly tried: boolean
  readonly onChange: (people: People) => void
}

/** Whose annotations they become: somebody who is here, somebody new, or not taken; for each annotator in the files. */
export function PeoplePart({ preview, people, tried, onChange }: PeoplePartProps) {
  const { t } = useTranslation()
  const [me] = preview.annotators
  const isOther = [...people.values()].some((name) => name !== null && name !== '' && me && annotatorKey(name) !== me.key && preview.annotators.some(({ key }) => key === annotatorKey(name)))
  return (
    <section className={styles.part}>
      <h3>{t('intake.people')}</h3>
      {preview.people.some(({ annotator }) => annotator === null) && <p className={styles.quiet}>{t('intake.people.nobody')}</p>}
      <div className={styles.fields}>
        {preview.people.map(({ annotator, annotations }) => (
          <PersonField
            key={annotator ?? ''}
            from={annotator}
            count={annotations}
            to={people.get(annotator) ?? null}
            annotators={preview.annotators}
            tried={tried}
            onChange={(to) => onChange(new Map(people).set(annotator, to))}
          />
        ))}
      </div>
      {isOther && <p className={styles.quiet}>{t('intake.people.theirs')}</p>}
      {tried && [...people.values()].every((to) => to === null) && <p className={styles.warn}>{t('intake.people.nothing')}</p>}
    </section>
  )
}

interface PersonFieldProps {
  readonly from: string | null
  readonly count: number
  readonly to: string | null
  readonly annotators: ImportPreview['annotators']
  readonly tried: boolean
  readonly onChange: (to: string | null) => void
}

/** In the select, names have a mark in front, so that nobody can be called like a choice. */
function PersonField({ from, count, to, annotators, tried, onChange }: PersonFieldProps) {
  const { t } = useTranslation()
  const known = annotators.find(({ key }) => to !== null && key === annotatorKey(to))
  const asNamed = from !== null && !annotators.some(({ key }) => key === annotatorKey(from))
  const options = [
    ...annotators.map(({ key, name }, index) => ({ value: `=${key}`, text: index === 0 ? t('intake.people.you', { name }) : name })),
    ...(asNamed ? [{ value: 'named', text: t('intake.people.new', { name: from }) }] : []),
    { value: 'other', text: t('intake.people.other') },
    { value: 'none', text: t('intake.people.none') },
  ]
  const value = to === null ? 'none' : known ? `=${known.key}` : asNamed && to === from ? 'named' : 'other'
  function change(next: string): void {
    if (next === 'none') onChange(null)
    else if (next === 'named') onChange(from)
    else if (next === 'other') onChange('')
    else onChange(annotators.find(({ key }) => `=${key}` === next)?.name ?? '')
  }
  return (
    <div className={styles.part}>
      <SelectField
        label={from === null ? t('intake.people.become') : t('intake.people.of', { name: from })}
        help={t('intake.annotations', { count })}
        value={value}
        options={options}
        onChange={change}
      />
      {value === 'other' && <TextField label={t('intake.people.name')} value={to ?? ''} error={tried && (to ?? '').trim() === '' ? t('intake.people.missing') : null} onChange={(event) => onChange(event.target.value)} />}
    </div>
  )
}
