import { Fragment, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Annotation } from '../../../core/model/annotation.ts'
import { classes } from '../../ui/classes.ts'
import styles from './quote.module.css'

/** The marked words as in the text, piece by piece; long ones open. */
export function Quote({ annotation }: { readonly annotation: Annotation }) {
  const { t } = useTranslation()
  const quote = useRef<HTMLQuoteElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [isLong, setLong] = useState(false)
  useLayoutEffect(() => {
    const element = quote.current
    if (!element) return
    const measure = () => setLong((long) => (isOpen ? long : element.scrollHeight > element.clientHeight + 2))
    const resized = new ResizeObserver(measure)
    resized.observe(element)
    return () => resized.disconnect()
  }, [isOpen, annotation.fragments])

  return (
    <div>
      <blockquote ref={quote} className={classes(styles.quote, !isOpen && styles.short)} dir="auto" aria-label={t('inspector.quote')}>
        {annotation.fragments.map((fragment, index) => (
          <Fragment key={fragment.start}>
            {index > 0 && <span className={styles.gap}> … </span>}
            {fragment.quote}
          </Fragment>
        ))}
      </blockquote>
      {isLong && (
        <button type="button" className={styles.more} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'inspector.quote.less' : 'inspector.quote.more')}
        </button>
      )}
    </div>
  )
}
