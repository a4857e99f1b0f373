import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { putItem } from '../../../core/codebook/edits/items.ts'
import { nameOfLabel, resolveId } from '../../../core/codebook/lookup.ts'
import { hullEnd, hullStart, type Annotation } from '../../../core/model/annotation.ts'
import type { Codebook, Label } from '../../../core/model/codebook.ts'
import { newId } from '../../../core/model/environment.ts'
import { conflictKinds, type ConflictKind } from '../../../core/review/reasons.ts'
import type { ReviewItem } from '../../../core/review/review-article.ts'
import { sentenceAt } from '../../../core/text/sentences.ts'
import { changeCodebookNow } from '../../session/codebook-desk.ts'
import { useSession, useSessionState } from '../../session/context.tsx'
import { atHand } from '../../session/review-items.ts'
import { say } from '../../session/view.ts'
import { Button } from '../../ui/button.tsx'
import { Checks } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextArea } from '../../ui/field.tsx'
import styles from './merge-dialog.module.css'

const NO_KIND: ConflictKind = { aspect: 'label', labels: [], items: 0, reasons: {}, keys: [] }

/** A difference becomes a rule of the codebook, with decided spans as its examples. In force at once, as a version of its own. */
export function RuleDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const session = useSession()
  const path = useSessionState((state) => state.rows)
  const hand = atHand(session)
  const kinds = hand ? conflictKinds(hand.items, hand.codebook) : []
  const item = hand?.item ?? null
  const ofItem = kinds.filter(({ keys }) => item !== null && keys.includes(item.key))
  const here = kinds.indexOf(ofItem.find(({ aspect }) => aspect === item?.item?.group) ?? ofItem[0] ?? kinds[0] ?? NO_KIND)
  const [kind, setKind] = useState(String(Math.max(0, here)))
  const [text, setText] = useState('')
  const [left, setLeft] = useState<readonly string[]>([])
  const [refused, setRefused] = useState<string | null>(null)
  if (!hand) return null
  const chosen = kinds[Number(kind)]
  const decided = hand.items.flatMap((item) => (chosen?.keys.includes(item.key) ? decidedSpan(item) : []))
  const examples = decided.map((record) => ({ record, text: inSentence(hand.article.text, record) }))
  const taken = examples.filter(({ record }) => !left.includes(record.id))
  const nameOf = ({ labels, aspect, items }: (typeof kinds)[number]) =>
    t('review.rule.kind', { labels: labels.map((id) => nameOfLabel(hand.codebook, id)).join(' / '), aspect: t(`review.group.${aspect}`), count: items })

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    const words = text.trim()
    if (words === '' || !hand) return
    const from = { article: path.get(hand.article.id)?.path ?? '', annotator: hand.own.reviewer.key }
    const id = newId(session.environment)
    const answer = await changeCodebookNow(session, (book) => taken.reduce((so, { record, text: example }) => withExample(so, record.label, { text: example, note: words, from }), { ...book, rules: [...book.rules, { id, text: words }] }), t('review.rule.change', { text: words }))
    if (!answer.ok) return setRefused(`${answer.error.message} ${answer.error.remedy}`)
    say(session.view, t('review.rule.made'))
    onClose()
  }

  return (
    <Dialog
      title={t('review.rule.title')}
      description={t('review.rule.detail')}
      onClose={onClose}
      actions={
        <>
          {refused !== null && <p>{refused}</p>}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" form="rule-form" disabled={text.trim() === ''}>
            {t('review.rule.go')}
          </Button>
        </>
      }
    >
      <form id="rule-form" className={styles.preview} onSubmit={(event) => void save(event)}>
        {kinds.length > 0 && <SelectField label={t('review.rule.which')} value={kind} options={kinds.map((each, index) => ({ value: String(index), text: nameOf(each) }))} onChange={setKind} />}
        <TextArea label={t('review.rule.text')} help={t('review.rule.help')} rows={3} value={text} dir="auto" onChange={(event) => setText(event.target.value)} />
        {examples.length === 0 ? (
          <p>{t('review.rule.none')}</p>
        ) : (
          <Checks
            label={t('review.rule.examples')}
            values={taken.map(({ record }) => record.id)}
            options={examples.map(({ record, text: words }) => ({ value: record.id, text: `${nameOfLabel(hand.codebook, record.label)}: ${words}` }))}
            onChange={(values) => setLeft(examples.map(({ record }) => record.id).filter((id) => !values.includes(id)))}
          />
        )}
      </form>
    </Dialog>
  )
}

function decidedSpan({ outcome }: ReviewItem): Annotation[] {
  const made = outcome?.decision.outcome
  return made?.kind === 'annotation' ? [made.annotation] : []
}

/** The span in brackets inside its sentence, as examples of the codebook are written. */
function inSentence(text: string, record: Annotation): string {
  const [start, end] = [hullStart(record), hullEnd(record)]
  const from = Math.min(start, sentenceAt(text, start)?.start ?? start)
  const to = Math.max(end, sentenceAt(text, Math.max(start, end - 1))?.end ?? end)
  return `${text.slice(from, start)}[${text.slice(start, end)}]${text.slice(end, to)}`.replaceAll(/\s+/g, ' ').trim()
}

function withExample(codebook: Codebook, id: string, example: Label['examples'][number]): Codebook {
  const label = codebook.labels.find((each) => each.id === resolveId(codebook, 'label', id))
  if (!label) return codebook
  return putItem(codebook, 'label', { ...label, examples: [...label.examples.filter(({ text }) => text !== example.text), example] })
}
