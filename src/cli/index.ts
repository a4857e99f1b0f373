import { run } from './run.ts'

/** npm runs its scripts in the package's folder; paths are meant from where the person is. */
function startFolder(): string {
  return (process.env['npm_lifecycle_event'] === 'concord' && process.env['INIT_CWD']) || process.cwd()
}

process.exitCode = await run(process.argv.slice(2), {
  folder: startFolder(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  progress: process.stderr.isTTY ? (words) => process.stderr.write(`\r\u001b[K${words}`) : null,
})
