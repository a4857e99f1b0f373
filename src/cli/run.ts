import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ParseArgsConfig } from 'node:util'
import { parseArgs } from 'node:util'
import { nodeDisk } from '../main/services/disk/disk.ts'
import { nodeEnvironment } from '../main/services/environment.ts'
import { addCommand } from './add.ts'
import { agreementCommand } from './agreement.ts'
import { bundleCommand } from './bundle.ts'
import { codebookCommand } from './codebook.ts'
import { convertCommand } from './convert.ts'
import { datasetCommand } from './dataset.ts'
import type { CliError, Command, CommandInput, Outcome } from './command.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { newCommand } from './new.ts'
import { formatCommands, formatError, formatHelp, formatJson } from './print.ts'
import { reviewCommand } from './review.ts'
import { searchCommand } from './search.ts'
import { validateCommand } from './validate.ts'

const COMMANDS: readonly Command[] = [
  newCommand,
  addCommand,
  validateCommand,
  reviewCommand,
  agreementCommand,
  searchCommand,
  importCommand,
  exportCommand,
  convertCommand,
  datasetCommand,
  codebookCommand,
  bundleCommand,
]

const NOT_UNDERSTOOD = 2

/** What is around a command: where the person is, and where its words go. */
export interface Around {
  readonly folder: string
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Writes over the line of progress; null where nobody watches. */
  readonly progress: ((words: string) => void) | null
}

/** Carries out one command line; answers the exit code, and never throws. */
export function run(args: readonly string[], around: Around): Promise<number> {
  return carryOut(args, around).catch((error: unknown) => unexpected(error, args, around))
}

async function carryOut(args: readonly string[], around: Around): Promise<number> {
  const [name, ...rest] = args
  const say = (text: string, code: number): number => {
    const to = code === 0 ? around.out : around.err
    to(`${text}\n`)
    return code
  }
  if (name === undefined || name === '--help' || name === '-h')
    return say(formatCommands(COMMANDS), name === undefined ? NOT_UNDERSTOOD : 0)
  if (name === '--version') return say(version(), 0)
  const asked = name === 'help' ? rest[0] : name
  const command = COMMANDS.find((candidate) => candidate.name === asked)
  if (!command) {
    if (name === 'help' && asked === undefined) return say(formatCommands(COMMANDS), 0)
    return misunderstood(`there is no command “${asked}”.`, 'See “concord --help”.', args, around)
  }
  if (name === 'help' || rest.includes('--help') || rest.includes('-h')) return say(formatHelp(command), 0)
  const input = readInput(command, rest, around)
  if (typeof input === 'string')
    return misunderstood(input, `Usage: concord ${command.name} ${command.arguments}`, args, around)
  return finish(await command.run(input), rest.includes('--json'), around)
}

/** What the command is to do, or why that is not clear. */
function readInput(command: Command, args: readonly string[], around: Around): CommandInput | string {
  const options: NonNullable<ParseArgsConfig['options']> = { json: { type: 'boolean' } }
  for (const [name, { type, multiple = false }] of Object.entries(command.options)) options[name] = { type, multiple }
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    if (positionals.length < command.least)
      return `${command.name} needs ${command.least === 1 ? 'one argument' : `${command.least} arguments`}, not ${positionals.length}.`
    if (positionals.length > command.most)
      return `${command.name} does not know what to do with “${positionals[command.most]}”.`
    const all = (name: string) => [values[name] ?? []].flat().filter((value) => typeof value === 'string')
    return {
      positionals,
      option: (name) => all(name).at(-1),
      flag: (name) => values[name] === true,
      options: all,
      resolve: (path) => resolve(around.folder, path),
      progress: (words) => around.progress?.(words),
      disk: nodeDisk,
      environment: nodeEnvironment,
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return /"version": "([^"]+)"/.exec(text)?.[1] ?? 'unknown'
}

function finish(outcome: Outcome, json: boolean, around: Around, code = outcome.ok ? 0 : 1): number {
  around.progress?.('')
  if (json) around.out(`${formatJson(outcome)}\n`)
  else if (outcome.text !== '') around.out(`${outcome.text}\n`)
  for (const error of outcome.errors) around.err(`${formatError(error)}\n`)
  return code
}

function misunderstood(message: string, remedy: string, args: readonly string[], around: Around): number {
  const error: CliError = { file: null, line: null, message, remedy }
  return finish({ ok: false, text: '', json: {}, errors: [error] }, args.includes('--json'), around, NOT_UNDERSTOOD)
}

/** What no command expected; a pipeline gets a sentence and, if it asked for it, JSON. */
function unexpected(error: unknown, args: readonly string[], around: Around): number {
  const message = `something went wrong inside Concord: ${error instanceof Error ? error.message : String(error)}`
  const failure: CliError = { file: null, line: null, message, remedy: 'Run “concord validate” on the project and report this.' }
  return finish({ ok: false, text: '', json: {}, errors: [failure] }, args.includes('--json'), around)
}
