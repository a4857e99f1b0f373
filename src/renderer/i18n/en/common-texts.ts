export const commonTexts = {
  'common.close': 'Close',
  'common.cancel': 'Cancel',
  'common.save': 'Save',
  'common.dismiss': 'Dismiss',
  'common.retry': 'Retry',
  'common.choose': 'Choose…',
  'error.title': 'Something went wrong in this part of the window',
  'error.safe': 'What you annotated is saved as you go and is safe.',
  'error.retry': 'Show it again',
  'error.start.title': 'Concord could not start properly',
  'error.start.safe': 'Your projects are files on this computer and were not touched.',
  'error.start.retry': 'Try again',
} as const
