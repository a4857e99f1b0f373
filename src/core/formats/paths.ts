/** `a/b/c.ann` → `a/b`; '' at the top. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash === -1 ? '' : path.slice(0, slash)
}

/** The path without its ending: `a/b/c`. */
export function nameOf(path: string): string {
  return path.replace(/\.[^./]+$/, '')
}

/** The file's name without folder and ending: `c`. */
export function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(0, dot) : name
}

/** A name that every file system takes, for the folder or file of an annotator. */
export function fileNameFor(annotator: string | null, otherwise: string): string {
  const name = (annotator ?? otherwise).replace(/[/\\:*?"<>|\p{Cc}]/gu, '_').replace(/[. ]+$/, '')
  return name === '' ? otherwise : name
}
