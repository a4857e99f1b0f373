import { statSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, resolve } from 'node:path'
import type * as Electron from 'electron'
import { browser } from './browser.ts'
import { askDesktop } from './desktop-dialog.ts'
import type { FileQuestion } from './desktop-dialog.ts'
import { honest } from './honest.ts'
import { showForm } from './page-dialog.ts'
import type { FormAnswer, FormOptions } from './page-dialog.ts'
import { contentsList } from './web-contents.ts'

const plain: FormOptions = {
  title: '', message: '', detail: '', buttons: ['OK'], defaultId: 0, cancelId: 0, field: null, checkbox: null,
}

/** The options are the last argument: the window before them is optional. */
function last<T>(args: readonly unknown[]): T {
  return (args.at(-1) ?? {}) as T
}

async function ask(options: FormOptions): Promise<FormAnswer> {
  const contents = contentsList().find((one) => !one.isDestroyed() && !one.isCrashed())
  const refused = { button: options.cancelId, text: '', checked: options.checkbox?.checked ?? false }
  if (contents === undefined || browser.isGone()) {
    console.error([options.title, options.message, options.detail].filter((text) => text !== '').join('\n'))
    return refused
  }
  const page = await contents.page
  return page.evaluate(showForm, options).catch(() => refused)
}

function paths(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim().replace(/^"(.*)"$/, '$1'))
    .filter((line) => line !== '')
    .map((line) => (line.startsWith('~/') ? homedir() + line.slice(1) : isAbsolute(line) ? line : resolve(homedir(), line)))
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

/** Asks the desktop, else the page, again and again until the paths are there or the person cancels. */
async function askPaths(question: FileQuestion, button: string, message: string): Promise<string[]> {
  const native = await askDesktop(question)
  if (native !== null) return native
  const hint = question.many ? 'One full path on each line.' : 'A full path.'
  let value = question.start
  let problem = ''
  for (;;) {
    const label = question.kind === 'folder' ? 'Path of the folder' : question.many ? 'Paths of the files' : 'Path of the file'
    const field = { label, value, multiline: question.many, hint: problem || hint }
    const answer = await ask({ ...plain, title: question.title, message, buttons: [button, 'Cancel'], cancelId: 1, field })
    const found = paths(answer.text)
    if (answer.button !== 0) return []
    if (found.length === 0) continue
    if (question.kind === 'save') return found.slice(0, 1)
    const missing = found.find((path) => statSync(path, { throwIfNoEntry: false }) === undefined)
    const wrong = question.kind === 'folder' ? found.find((path) => !isFolder(path)) : undefined
    if (missing === undefined && wrong === undefined) return found
    problem = missing === undefined ? `Not a folder: ${wrong ?? ''}` : `Not found: ${missing}`
    value = answer.text
  }
}

async function showOpenDialog(...args: unknown[]): Promise<Electron.OpenDialogReturnValue> {
  const options = last<Electron.OpenDialogOptions>(args)
  const properties = options.properties ?? ['openFile']
  const folder = properties.includes('openDirectory') && !properties.includes('openFile')
  const filePaths = await askPaths(
    {
      kind: folder ? 'folder' : 'open',
      title: options.title ?? (folder ? 'Open folder' : 'Open file'),
      start: options.defaultPath ?? '',
      many: properties.includes('multiSelections'),
      filters: options.filters ?? [],
    },
    options.buttonLabel ?? 'Open',
    options.message ?? '',
  )
  return { canceled: filePaths.length === 0, filePaths }
}

async function showSaveDialog(...args: unknown[]): Promise<Electron.SaveDialogReturnValue> {
  const options = last<Electron.SaveDialogOptions>(args)
  const question = { kind: 'save', title: options.title ?? 'Save as', many: false, filters: options.filters ?? [] } as const
  const found = await askPaths({ ...question, start: options.defaultPath ?? '' }, options.buttonLabel ?? 'Save', options.message ?? '')
  return { canceled: found.length === 0, filePath: found[0] ?? '' }
}

async function showMessageBox(...args: unknown[]): Promise<Electron.MessageBoxReturnValue> {
  const options = last<Electron.MessageBoxOptions>(args)
  const buttons = options.buttons?.length ? options.buttons : ['OK']
  const cancel = buttons.findIndex((text) => /^(cancel|no)$/i.test(text))
  const answer = await ask({
    title: options.title ?? '',
    message: options.message,
    detail: options.detail ?? '',
    buttons,
    defaultId: options.defaultId ?? 0,
    cancelId: options.cancelId ?? Math.max(0, cancel),
    field: null,
    checkbox: options.checkboxLabel ? { label: options.checkboxLabel, checked: options.checkboxChecked ?? false } : null,
  })
  return { response: answer.button, checkboxChecked: answer.checked }
}

function showErrorBox(title: string, content: string): void {
  console.error(`${title}\n${content}`)
  if (contentsList().length > 0) void ask({ ...plain, title, message: content })
}

export const dialog = honest('dialog', { showOpenDialog, showSaveDialog, showMessageBox, showErrorBox } satisfies Pick<
  Electron.Dialog,
  'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'
>)
