import { Download, Table2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Picture as Drawing, Shape } from '../../../core/agreement/pictures/picture.ts'
import { pictureFile, saveText } from '../../session/agreement.ts'
import { useSession } from '../../session/context.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import styles from './picture.module.css'

interface PictureProps {
  readonly picture: Drawing
  /** An area was chosen, by its `cell`. */
  readonly onCell?: (cell: string) => void
}

/** A drawing with the table behind it and a way to take both along. Every value is written, so that shades only help. */
export function Picture({ picture, onCell }: PictureProps) {
  const { t } = useTranslation()
  const session = useSession()
  const [asTable, setAsTable] = useState(false)
  const saved = (name: string): string => t('agreement.saved', { name })
  return (
    <figure className={styles.figure}>
      <div className={styles.tools}>
        <figcaption className={styles.title}>{picture.title}</figcaption>
        <IconButton icon={Table2} title={t('agreement.table')} pressed={asTable} onClick={() => setAsTable(!asTable)} />
        <Menu align="end" trigger={<IconButton icon={Download} title={t('agreement.take')} />}>
          <MenuItem text={t('agreement.take.svg')} onSelect={() => void saveText(session, pictureFile(picture, 'svg'), saved)} />
          <MenuItem text={t('agreement.take.csv')} onSelect={() => void saveText(session, pictureFile(picture, 'csv'), saved)} />
        </Menu>
      </div>
      <div className={styles.scroller}>
        {asTable ? (
          <PlainTable rows={picture.table} />
        ) : (
          <svg className={styles.svg} width={picture.width} height={picture.height} viewBox={`0 0 ${picture.width} ${picture.height}`} role={onCell ? 'group' : 'img'} aria-label={picture.title}>
            <defs>
              <pattern id="agreement-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect width="2" height="5" className={styles.hatch} />
              </pattern>
            </defs>
            {picture.shapes.map((shape, index) => (
              <Drawn key={index} shape={shape} onCell={onCell} />
            ))}
          </svg>
        )}
      </div>
    </figure>
  )
}

function Drawn({ shape, onCell }: { readonly shape: Shape; readonly onCell: PictureProps['onCell'] }) {
  switch (shape.kind) {
    case 'area': {
      const { x, y, width, height, tone, cell, title } = shape
      const area = <rect x={x} y={y} width={width} height={height} className={styles.area} data-tone={tone} />
      if (cell === undefined || !onCell) return <>{area}</>
      return (
        <a
          href={`#${cell}`}
          aria-label={title}
          className={styles.cell}
          onClick={(event) => {
            event.preventDefault()
            onCell(cell)
          }}
        >
          {area}
        </a>
      )
    }
    case 'text':
      return (
        <text x={shape.x} y={shape.y} textAnchor={shape.anchor} className={styles.text} data-on={shape.on} data-faint={shape.faint || undefined}>
          {shape.text}
        </text>
      )
    case 'line':
      return <polyline points={shape.points.map(([x, y]) => `${x},${y}`).join(' ')} className={styles.line} data-strong={shape.strong || undefined} />
    case 'dot':
      return <circle cx={shape.x} cy={shape.y} r={4} className={styles.dot} />
  }
}

function PlainTable({ rows: [head = [], ...rows] }: { readonly rows: readonly (readonly string[])[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {head.map((cell, index) => (
            <th key={index} scope="col" dir="auto">{cell}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells], index) => (
          <tr key={index}>
            <th scope="row" dir="auto">{name}</th>
            {cells.map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
