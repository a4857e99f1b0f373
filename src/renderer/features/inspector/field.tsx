import { Check, CircleHelp, Ellipsis } from 'lucide-react'
import { useId, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { matchesKeys } from '../../../core/actions/keys.ts'
import { checkValue } from '../../../core/codebook/check-value.ts'
import { formatValue } from '../../../core/codebook/display.ts'
import type { Annotation } from '../../../core/model/annotation.ts'
import type { Attribute, Codebook } from '../../../core/model/codebook.ts'
import type { Value } from '../../../core/model/value.ts'
import { isTyping } from '../../actions/shortcuts.ts'
import { useSessionState } from '../../session/context.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import styles from './field.module.css'
import { Editor } from './fields/editor.tsx'
import type { FieldActions } from './field-actions.ts'
import { useValueWords } from './use-value-words.ts'

interface Props {
  readonly attribute: Attribute
  readonly codebook: Codebook
  readonly annotation: Annotation
  readonly value: Value | undefined
  readonly missing: boolean
  readonly actions: FieldActions
}

const NOT_STATED = 'Alt+N'
const NOT_APPLICABLE = 'Alt+A'
const CLEAR = 'Alt+Backspace'
const HELP = 'Alt+H'

/** One attribute: its name, what state it is in, its help, and the editor of its type. Everything has a key. */
export function Field({ attribute, codebook, annotation, value, missing, actions }: Props) {
  const { t } = useTranslation()
  const platform = useSessionState((state) => state.platform)
  const words = useValueWords()
  const [helpOpen, setHelpOpen] = useState(false)
  const id = useId()
  const isDefault = value?.state === 'default'
  const payload = value?.state === 'decided' || isDefault ? value.value : null
  const answered = value?.state === 'not_stated' || value?.state === 'not_applicable' ? value.state : null
  const problem = value ? checkValue(codebook, attribute, value) : null
  const about = answered === 'not_stated' ? t('field.not-stated') : answered === 'not_applicable' ? t('field.not-applicable') : null

  function onKeyDown(event: KeyboardEvent): void {
    const pressed = (keys: string) => matchesKeys(event.nativeEvent, keys, platform)
    const typing = isTyping(event.target)
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    if (pressed(NOT_STATED)) actions.set({ state: 'not_stated' })
    else if (pressed(NOT_APPLICABLE)) actions.set({ state: 'not_applicable' })
    else if (pressed(CLEAR) || (!typing && (pressed('Backspace') || pressed('Delete')))) actions.set(null)
    else if (pressed(HELP) || (!typing && pressed('?'))) setHelpOpen(!helpOpen)
    else if (pressed('Enter') && (typing || isDefault)) {
      if (isDefault) actions.confirm()
    } else if (typing || event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return
    // A letter in a field is never a label's key.
    event.preventDefault()
  }

  return (
    <div className={styles.field} data-attribute={attribute.id} onKeyDown={onKeyDown} role="presentation">
      <div className={styles.head}>
        <span id={`${id}-name`} className={styles.name} dir="auto">
          {attribute.name}
        </span>
        {missing && (
          <span className={styles.missing} title={t('inspector.missing')}>
            <span className="visually-hidden">{t('inspector.missing')}</span>
          </span>
        )}
        {about !== null && <span className={styles.answer}>{about}</span>}
        {isDefault && (
          <Tooltip text={t('field.confirm')} keys="Enter" side="left">
            <button type="button" tabIndex={-1} className={styles.confirm} onClick={actions.confirm}>
              {t('field.unconfirmed')}
              <Check size={12} aria-hidden />
              <span className="visually-hidden">{t('field.confirm')}</span>
            </button>
          </Tooltip>
        )}
        <span className={styles.tools}>
          {attribute.help !== '' && (
            <Tooltip text={t('field.help')} keys={HELP} side="top">
              <button type="button" tabIndex={-1} className={styles.tool} aria-label={t('field.help')} aria-expanded={helpOpen} onClick={() => setHelpOpen(!helpOpen)}>
                <CircleHelp size={13} aria-hidden />
              </button>
            </Tooltip>
          )}
          <Menu
            align="end"
            trigger={
              <button type="button" tabIndex={-1} className={styles.tool} aria-label={t('field.menu', { name: attribute.name })}>
                <Ellipsis size={14} aria-hidden />
              </button>
            }
          >
            {isDefault && <MenuItem text={t('field.confirm')} keys="Enter" onSelect={actions.confirm} />}
            {isDefault && <MenuSeparator />}
            <MenuItem text={t('field.not-stated')} keys={NOT_STATED} onSelect={() => actions.set({ state: 'not_stated' })} />
            <MenuItem text={t('field.not-applicable')} keys={NOT_APPLICABLE} onSelect={() => actions.set({ state: 'not_applicable' })} />
            <MenuItem text={t('field.clear')} keys={CLEAR} disabled={!value} onSelect={() => actions.set(null)} />
          </Menu>
        </span>
      </div>
      {attribute.help !== '' && (
        <div id={`${id}-help`} className={styles.help} hidden={!helpOpen}>
          {attribute.help}
        </div>
      )}
      <Editor
        attribute={attribute}
        codebook={codebook}
        annotation={annotation}
        // A list stays what it is when one of its items is wrong: adding to it must not lose the others.
        payload={problem === null || Array.isArray(payload) ? payload : null}
        tentative={isDefault}
        onChange={(next) => actions.set(next === null ? null : { state: 'decided', value: next })}
        placeholder={about ?? t(`field.empty.${attribute.type}`)}
        answer={about}
        labelledBy={`${id}-name`}
        describedBy={`${id}-help ${id}-state`}
      />
      <span id={`${id}-state`} hidden>
        {[missing ? t('inspector.missing') : null, isDefault ? t('field.unconfirmed') : null, about].filter((part) => part !== null).join(', ')}
      </span>
      {problem !== null && value && (
        <p className={styles.wrong}>{t('field.wrong', { value: formatValue(codebook, attribute, value, words), problem })}</p>
      )}
    </div>
  )
}

/** The keys of a field, for whoever wonders; shown once under the form. */
export function FieldKeys() {
  const { t } = useTranslation()
  return (
    <p className={styles.keys}>
      <Kbd keys={NOT_STATED} /> {t('field.not-stated')} <Kbd keys={NOT_APPLICABLE} /> {t('field.not-applicable')}
    </p>
  )
}
