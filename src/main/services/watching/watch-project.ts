import { watch } from 'chokidar'
import { join, relative, sep } from 'node:path'
import { WATCHED } from './watched-file.ts'

export interface ProjectWatch {
  /** When everything is watched. */
  readonly ready: Promise<void>
  stop(): Promise<void>
}

/**
 * Reports every file of a project that comes, changes or goes, by its path inside the project with `/`; also those that came before
 * it was ready are told, since they are looked at and compared anyway.
 */
export function watchProject(folder: string, report: (path: string) => void, onError: (error: unknown) => void): ProjectWatch {
  const watcher = watch(WATCHED.map((name) => join(folder, name)), {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => relative(folder, path).split(sep).some((part) => part.startsWith('.') && part !== '..'),
    // A synchroniser takes a file away and puts another in its place: one change, not two.
    atomic: true,
  })
  const tell = (path: string) => report(relative(folder, path).split(sep).join('/'))
  watcher.on('add', tell).on('change', tell).on('unlink', tell).on('error', onError)
  const ready = new Promise<void>((resolve) => void watcher.once('ready', resolve))
  return { ready, stop: () => watcher.close() }
}
