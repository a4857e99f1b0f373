import { dialog, type BrowserWindow, type OpenDialogOptions, type SaveDialogOptions } from 'electron'

/** Paths that a person chose in the system's dialog; none where it was cancelled. */
export async function choosePaths(parent: BrowserWindow | null, options: OpenDialogOptions): Promise<string[]> {
  const answer = parent ? await dialog.showOpenDialog(parent, options) : await dialog.showOpenDialog(options)
  return answer.canceled ? [] : answer.filePaths
}

/** Where to write, as a person said in the system's dialog; null where it was cancelled. */
export async function choosePlace(parent: BrowserWindow | null, options: SaveDialogOptions): Promise<string | null> {
  const answer = parent ? await dialog.showSaveDialog(parent, options) : await dialog.showSaveDialog(options)
  return answer.canceled || answer.filePath === '' ? null : answer.filePath
}
