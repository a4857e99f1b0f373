import { safePath } from '../../articles/place-for.ts'

/** The name of an export of a project, without an ending; every file system takes it. */
export function fileStem(project: string, what = 'annotations'): string {
  const name = safePath(project.replaceAll(/[/\\:*?"<>|]+/g, ' ').trim().replaceAll(/\s+/g, '-').slice(0, 60))
  return name === null ? what : `${name}-${what}`
}
