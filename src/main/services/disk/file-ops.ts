/** What lies under a path. `link`: a symbolic link that was not followed. */
export type EntryKind = 'file' | 'folder' | 'link' | 'other'

export interface Entry {
  readonly name: string
  readonly kind: EntryKind
}

export interface FileStat {
  readonly kind: EntryKind
  /** Bytes. */
  readonly size: number
  /** Milliseconds since the epoch, with fractions where the file system has them. */
  readonly modified: number
  /** Permission bits. */
  readonly mode: number
}

export interface OpenFile {
  write(bytes: Uint8Array): Promise<void>
  /** Cuts the file back to `size` bytes. */
  truncate(size: number): Promise<void>
  /** Answers when the content is on the medium. */
  sync(): Promise<void>
  close(): Promise<void>
}

/**
 * The few system calls that the disk is made of, so that tests can fail or forget any of them and still run the real
 * writer. Everything throws as Node does: an Error with `code` (`ENOENT`, …).
 */
export interface FileOps {
  readFile(path: string): Promise<Uint8Array>
  /** Makes a file that must not be there yet. */
  create(path: string, mode?: number): Promise<OpenFile>
  /** Opens for writing at the end; makes the file when it is missing. */
  openToAppend(path: string): Promise<OpenFile>
  rename(from: string, to: string): Promise<void>
  removeFile(path: string): Promise<void>
  /** One level; throws EEXIST when something is there. */
  makeFolder(path: string): Promise<void>
  /**
   * Makes what was created in, renamed in or removed from a folder last. Does nothing where the system has no such
   * call.
   */
  syncFolder(path: string): Promise<void>
  list(path: string): Promise<Entry[]>
  /** Follows links. */
  stat(path: string): Promise<FileStat>
  realPath(path: string): Promise<string>
  /** Whether the name itself is a link, also one that leads nowhere. */
  isLink(path: string): Promise<boolean>
}
