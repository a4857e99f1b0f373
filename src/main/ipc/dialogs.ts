import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron'

/** Paths that a person chose in the system's dialog; none where it was cancelled. */
export async function choosePaths(parent: BrowserWindow | null, options: OpenDialogOptions): Promise<string[]> {
  const answer = parent ? await dialog.showOpenDialog(parent, options) : await dialog.showOpenDialog(options)
  return answer.canceled ? [] : answer.filePaths
}
