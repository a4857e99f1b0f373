import { useTranslation } from 'react-i18next'
import type { ChosenFiles } from '../../../ipc/import-shapes.ts'
import { addArticles } from '../../session/articles.ts'
import { useSession } from '../../session/context.tsx'
import { openIntake } from '../../session/intake.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

interface DropChoiceProps {
  readonly files: ChosenFiles
  readonly formats: readonly string[]
  readonly onClose: () => void
}

/** Dropped files that can be read as articles and as annotations: only a person knows which is meant. */
export function DropChoice({ files, formats, onClose }: DropChoiceProps) {
  const { t } = useTranslation()
  const session = useSession()
  const shown = files.names.length > FEW ? t('intake.files.more', { names: files.names.slice(0, FEW).join(', '), count: files.names.length - FEW }) : files.names.join(', ')
  return (
    <Dialog
      size="small"
      title={t('intake.drop.title')}
      description={t('intake.drop.about', { names: shown, formats: formats.join(', ') })}
      onClose={onClose}
      actions={
        <>
          <Button
            onClick={() => {
              onClose()
              void addArticles(session, { token: files.token })
            }}
          >
            {t('intake.drop.articles')}
          </Button>
          <Button look="primary" onClick={() => void openIntake(session, files)}>
            {t('intake.drop.import')}
          </Button>
        </>
      }
    >
      {null}
    </Dialog>
  )
}

const FEW = 4
