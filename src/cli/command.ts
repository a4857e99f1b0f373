import type { Environment } from '../core/model/environment.ts'
import type { AppError } from '../core/result.ts'
import type { Disk } from '../main/services/disk/disk.ts'

/** What a command found wrong, as `--json` shows it. `file` is inside the project, or as it was given. */
export interface CliError {
  readonly file: string | null
  /** 1-based. */
  readonly line: number | null
  readonly message: string
  readonly remedy: string
}

export interface Outcome {
  /** The exit code is 0 only when this is true. */
  readonly ok: boolean
  /** For a person, on stdout; ends without a line break. */
  readonly text: string
  /** For a program, with `--json`; `ok` and `errors` are added to it. */
  readonly json: Readonly<Record<string, unknown>>
  readonly errors: readonly CliError[]
}

export interface CommandOption {
  readonly type: 'string' | 'boolean'
  readonly multiple?: boolean
  /** What stands for the value in the help: `NAME`. */
  readonly value?: string
  readonly help: string
}

export interface CommandInput {
  readonly positionals: readonly string[]
  /** The value of an option that takes one, or undefined. */
  readonly option: (name: string) => string | undefined
  /** Whether an option without a value was given. */
  readonly flag: (name: string) => boolean
  /** The values of an option that may be given several times. */
  readonly options: (name: string) => readonly string[]
  /** A path as the person wrote it, made absolute. */
  readonly resolve: (path: string) => string
  /** Shows that something goes on, where a person is looking. */
  readonly progress: (words: string) => void
  readonly disk: Disk
  readonly environment: Environment
}

/** One command of the command line. `--help` and `--json` are added to each. */
export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** What follows `concord NAME `: `DIR FILE…`. */
  readonly arguments: string
  readonly options: Readonly<Record<string, CommandOption>>
  /** How many arguments it needs, and takes. */
  readonly least: number
  readonly most: number
  /** More for `--help`, in plain lines. */
  readonly details: string
  readonly run: (input: CommandInput) => Promise<Outcome>
}

export function toCliError(error: AppError): CliError {
  return {
    file: error.where?.file ?? null,
    line: error.where?.line ?? null,
    message: error.message,
    remedy: error.remedy,
  }
}

/** A command that came to nothing. */
export function failure(error: AppError | CliError): Outcome {
  return { ok: false, text: '', json: {}, errors: ['retry' in error ? toCliError(error) : error] }
}
