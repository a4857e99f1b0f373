import type { Problem } from '../../ipc/shapes.ts'
import type { SessionState } from './state.ts'

/** Whether there is anything about the open project that should be known: not saved, locked, recovered, or with files that could not be used. */
export function hasNotices({ project, save }: Pick<SessionState, 'project' | 'save'>): boolean {
  return project !== null && (save.state === 'failed' || project.readOnly !== null || project.recovered !== null || project.problems.length > 0)
}

/** What is wrong without the file's name before it: the name stands above. */
export function problemWords({ file, message }: Pick<Problem, 'file' | 'message'>): string {
  const rest = message.startsWith(`${file}: `) ? message.slice(file.length + 2) : message
  // A word, and not the path of a value in the file, which is written as it is.
  return rest.replace(/^\p{Ll}(?=\p{Ll}*\s)/u, (letter) => letter.toLocaleUpperCase('en'))
}
