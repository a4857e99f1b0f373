import { useSession, useView } from '../../session/context.tsx'
import type { Dialog } from '../../session/view.ts'
import { AddReportDialog } from '../add/add-report.tsx'
import { MarkDone } from '../article/mark-done.tsx'
import { BundleExport } from '../bundles/bundle-export.tsx'
import { BundleImport } from '../bundles/bundle-import.tsx'
import { BundleReceiptDialog } from '../bundles/bundle-receipt.tsx'
import { ImportReportDialog } from '../bundles/import-report.tsx'
import { PastImports } from '../bundles/past-imports.tsx'
import { ExampleDialog } from '../codebook/dialogs/example-dialog.tsx'
import { ImportDialog } from '../codebook/dialogs/import-dialog.tsx'
import { MergeDialog } from '../codebook/dialogs/merge-dialog.tsx'
import { RenameEntityDialog } from '../codebook/dialogs/rename-entity-dialog.tsx'
import { RetireDialog } from '../codebook/dialogs/retire-dialog.tsx'
import { ArticleDetails } from '../details/article-details.tsx'
import { MetadataDialog } from '../details/metadata-dialog.tsx'
import { ExportDialog } from '../export/export-dialog.tsx'
import { ReceiptDialog } from '../export/receipt-dialog.tsx'
import { BackupsDialog } from '../history/backups-dialog.tsx'
import { HistoryDialog } from '../history/history-dialog.tsx'
import { SaveQueryDialog } from '../find/save-query-dialog.tsx'
import { HelpSheet } from '../help/help-sheet.tsx'
import { CopyValues } from '../copy-values/copy-values.tsx'
import { DropChoice } from '../intake/drop-choice.tsx'
import { IntakeDialog } from '../intake/intake-dialog.tsx'
import { IntakeReceipt } from '../intake/intake-receipt.tsx'
import { LinkDialog } from '../links/link-dialog.tsx'
import { OccurrencesDialog } from '../occurrences/occurrences-dialog.tsx'
import { Palette } from '../palette/palette.tsx'
import { BlindDialog } from '../settings/blind-dialog.tsx'
import { RoundsDialog } from '../rounds/rounds-dialog.tsx'
import { MergeDialog as ReviewMerge } from '../review/merge-dialog.tsx'
import { RuleDialog } from '../review/rule-dialog.tsx'
import { SameWordsDialog } from '../review/same-words-dialog.tsx'
import { SetsDialog } from '../review/sets-dialog.tsx'
import { SettingsDialog } from '../settings/settings-dialog.tsx'
import { NewProject } from '../welcome/new-project.tsx'
import { NoticesDialog } from './notices-dialog.tsx'

/** The one dialog that is open, if any. */
export function Dialogs() {
  const { view } = useSession()
  const dialog = useView((state) => state.dialog)
  return dialog && <Shown dialog={dialog} onClose={() => view.setState((state) => (state.dialog === dialog ? { dialog: null } : {}))} />
}

function Shown({ dialog, onClose }: { readonly dialog: Dialog; readonly onClose: () => void }) {
  switch (dialog.kind) {
    case 'palette':
      return <Palette onClose={onClose} />
    case 'save-query':
      return <SaveQueryDialog query={dialog.query} onClose={onClose} />
    case 'help':
      return <HelpSheet onClose={onClose} />
    case 'settings':
      return <SettingsDialog onClose={onClose} />
    case 'blind':
      return <BlindDialog onClose={onClose} />
    case 'backups':
      return <BackupsDialog onClose={onClose} />
    case 'history':
      return <HistoryDialog article={dialog.article} onClose={onClose} />
    case 'notices':
      return <NoticesDialog onClose={onClose} />
    case 'new-project':
      return <NewProject onClose={onClose} />
    case 'export':
      return <ExportDialog onClose={onClose} />
    case 'bundle-export':
      return <BundleExport onClose={onClose} />
    case 'bundle-receipt':
      return <BundleReceiptDialog receipt={dialog.receipt} onClose={onClose} />
    case 'bundle-import':
      return <BundleImport open={dialog.open} onClose={onClose} />
    case 'import-report':
      return <ImportReportDialog report={dialog.report} name={dialog.name} onClose={onClose} />
    case 'intake':
      return <IntakeDialog files={dialog.files} onClose={onClose} />
    case 'intake-drop':
      return <DropChoice files={dialog.files} formats={dialog.formats} onClose={onClose} />
    case 'intake-receipt':
      return <IntakeReceipt receipt={dialog.receipt} onClose={onClose} />
    case 'rounds':
      return <RoundsDialog onClose={onClose} />
    case 'past-imports':
      return <PastImports onClose={onClose} />
    case 'receipt':
      return <ReceiptDialog receipt={dialog.receipt} onClose={onClose} />
    case 'add-report':
      return <AddReportDialog report={dialog.report} onClose={onClose} />
    case 'metadata':
      return <MetadataDialog preview={dialog.preview} onClose={onClose} />
    case 'article-details':
      return <ArticleDetails id={dialog.article} atNote={dialog.note ?? false} onClose={onClose} />
    case 'copy-values':
      return <CopyValues onClose={onClose} />
    case 'mark-done':
      return <MarkDone onClose={onClose} />
    case 'review-merge':
      return <ReviewMerge onClose={onClose} />
    case 'review-same':
      return <SameWordsDialog onClose={onClose} />
    case 'review-rule':
      return <RuleDialog onClose={onClose} />
    case 'review-sets':
      return <SetsDialog onClose={onClose} />
    case 'merge':
      return <MergeDialog subject={dialog} onClose={onClose} />
    case 'retire':
      return <RetireDialog subject={dialog} onClose={onClose} />
    case 'rename-entity':
      return <RenameEntityDialog id={dialog.id} before={dialog.before} onClose={onClose} />
    case 'import-codebook':
      return <ImportDialog file={dialog.file} codebook={dialog.codebook} onClose={onClose} />
    case 'link':
      return <LinkDialog from={dialog.from} to={dialog.to} onClose={onClose} />
    case 'occurrences':
      return <OccurrencesDialog query={dialog.query} label={dialog.label} onClose={onClose} />
    case 'add-example':
      return <ExampleDialog text={dialog.text} label={dialog.label} onClose={onClose} />
  }
}
