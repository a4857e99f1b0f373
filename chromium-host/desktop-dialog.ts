import { spawn, spawnSync } from 'node:child_process'
import { isHeadless } from './browser.ts'

export interface FileQuestion {
  readonly kind: 'open' | 'folder' | 'save'
  readonly title: string
  readonly start: string
  readonly many: boolean
  readonly filters: readonly { name: string; extensions: readonly string[] }[]
}

const has = (tool: string): boolean => spawnSync('which', [tool]).status === 0
const patterns = (extensions: readonly string[]): string[] => extensions.map((one) => (one === '*' ? '*' : `*.${one}`))

function zenity({ kind, title, start, many, filters }: FileQuestion): string[] {
  return [
    '--file-selection', `--title=${title}`, '--separator=\n',
    ...(start === '' ? [] : [`--filename=${start}`]),
    ...(kind === 'folder' ? ['--directory'] : []),
    ...(kind === 'save' ? ['--save', '--confirm-overwrite'] : []),
    ...(many ? ['--multiple'] : []),
    ...filters.map(({ name, extensions }) => `--file-filter=${name} | ${patterns(extensions).join(' ')}`),
  ]
}

function kdialog({ kind, title, start, many, filters }: FileQuestion): string[] {
  const filter = filters.map(({ name, extensions }) => `${patterns(extensions).join(' ')}|${name}`).join('\n')
  const verb = { open: '--getopenfilename', folder: '--getexistingdirectory', save: '--getsavefilename' }[kind]
  const more = many && kind === 'open' ? ['--multiple', '--separate-output'] : []
  return ['--title', title, ...more, verb, start || '.', ...(kind === 'folder' ? [] : [filter])]
}

// The texts go in as arguments of the script, never into its source.
function osascript({ kind, title, start, many }: FileQuestion): string[] {
  const several = many ? ' with multiple selections allowed' : ''
  const ask = {
    open: `choose file with prompt (item 1 of argv)${several}`,
    folder: `choose folder with prompt (item 1 of argv)${several}`,
    save: 'choose file name with prompt (item 1 of argv) default name (item 2 of argv)',
  }[kind]
  const script = `on run argv
    set chosen to (${ask})
    if class of chosen is not list then set chosen to {chosen}
    set out to ""
    repeat with one in chosen
      set out to out & POSIX path of one & linefeed
    end repeat
    return out
  end run`
  return ['-e', script, title, start.split('/').at(-1) ?? '']
}

function powershell({ kind, many }: FileQuestion): string[] {
  const type = { open: 'OpenFileDialog', folder: 'FolderBrowserDialog', save: 'SaveFileDialog' }[kind]
  const result = kind === 'folder' ? '$d.SelectedPath' : '$d.FileNames'
  const texts = kind === 'folder' ? '$d.Description = $env:ASK_TITLE' : '$d.Title = $env:ASK_TITLE; $d.FileName = $env:ASK_START; $d.Filter = $env:ASK_FILTER'
  const script = `[Console]::OutputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Windows.Forms;
    $d = New-Object System.Windows.Forms.${type}; ${texts}; ${many && kind === 'open' ? '$d.Multiselect = $true;' : ''}
    if ($d.ShowDialog() -eq 'OK') { ${result} } else { exit 1 }`
  return ['-NoProfile', '-STA', '-Command', script]
}

function tool(question: FileQuestion): { command: string; args: string[] } | null {
  if (process.env['CHROMIUM_HOST_DIALOGS'] === 'page' || isHeadless()) return null
  if (process.platform === 'darwin') return { command: 'osascript', args: osascript(question) }
  if (process.platform === 'win32') return { command: 'powershell', args: powershell(question) }
  if (has('zenity')) return { command: 'zenity', args: zenity(question) }
  return has('kdialog') ? { command: 'kdialog', args: kdialog(question) } : null
}

/** Asks with the desktop's own dialog: the paths, none when the person cancelled, null when there is no such dialog. */
export function askDesktop(question: FileQuestion): Promise<string[] | null> {
  const found = tool(question)
  if (found === null) return Promise.resolve(null)
  const filter = question.filters.map(({ name, extensions }) => `${name}|${patterns(extensions).join(';')}`).join('|')
  const env = { ...process.env, ASK_TITLE: question.title, ASK_START: question.start, ASK_FILTER: filter }
  return new Promise((resolve) => {
    const child = spawn(found.command, found.args, { env, stdio: ['ignore', 'pipe', 'ignore'] })
    let out = ''
    child.stdout.setEncoding('utf8')
    child.stdout.on('data', (part: string) => (out += part))
    child.on('error', () => resolve(null))
    child.on('close', () => resolve(out.split(/\r?\n/).filter((line) => line !== '')))
  })
}
