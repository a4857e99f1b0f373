import type { CliError, Command, Outcome } from './command.ts'

/** `file:line: message`, and below it what to do. The message may name the place itself: once is enough. */
export function formatError({ file, line, message, remedy }: CliError): string {
  if (file === null) return `concord: ${message}\n  ${remedy}`
  const place = line === null ? file : `${file}:${line}`
  const prefixes = [`${file}, line ${line}: `, `${file}: line ${line}: `, `${file}: `]
  const prefix = prefixes.find((candidate) => message.startsWith(candidate)) ?? ''
  return `${place}: ${message.slice(prefix.length)}\n  ${remedy}`
}

/** Columns aligned by their widest cell; the last one is left as it is. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows)
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length)
  return rows
    .map((row) =>
      row
        .map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export function formatJson(outcome: Outcome): string {
  return JSON.stringify({ ok: outcome.ok, ...outcome.json, errors: outcome.errors }, null, 2)
}

export function formatHelp(command: Command): string {
  const options = Object.entries({ ...command.options, ...COMMON }).map(([name, { value, help }]) => [
    `  --${name}${value ? ` ${value}` : ''}`,
    help,
  ])
  return [
    `concord ${command.name} ${command.arguments}`,
    '',
    command.summary,
    '',
    'Options',
    formatTable(options),
    ...(command.details ? ['', command.details] : []),
  ].join('\n')
}

export function formatCommands(commands: readonly Command[]): string {
  return [
    'concord COMMAND …',
    '',
    'Concord without a window: projects, articles and annotation sets in pipelines.',
    '',
    'Commands',
    formatTable(commands.map(({ name, summary }) => [`  ${name}`, summary])),
    '',
    '“concord COMMAND --help” says more. Every command takes --json. The exit code is 0 only on success,',
    '1 when something is wrong with the files, 2 when the command was not understood.',
  ].join('\n')
}

const COMMON: Readonly<Record<string, { readonly value?: string; readonly help: string }>> = {
  json: { help: 'answer as one JSON object on stdout' },
  help: { help: 'show this' },
}
