import type { AppError } from '../../../core/result.ts'

/** The system's code of a thrown error (`ENOENT`), or an empty text. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}

interface Words {
  readonly code: string
  /** Follows "could not be read: ". */
  readonly why: string
  readonly remedy: string
  readonly retry: boolean
}

const words: Readonly<Record<string, Words>> = {
  ENOENT: {
    code: 'file.missing',
    why: 'there is nothing at this place',
    remedy: 'Check that it was not moved, renamed or deleted, and that the drive is connected.',
    retry: true,
  },
  EACCES: {
    code: 'file.permission',
    why: 'permission was denied',
    remedy: 'Give your user account permission to read and change it, or use another folder.',
    retry: true,
  },
  EROFS: {
    code: 'disk.readonly',
    why: 'the disk can only be read',
    remedy: 'Copy the project to a disk that can be written to.',
    retry: true,
  },
  ENOSPC: {
    code: 'disk.full',
    why: 'the disk is full',
    remedy: 'Free some space on this disk, then try again.',
    retry: true,
  },
  EDQUOT: {
    code: 'disk.full',
    why: 'your quota on this disk is used up',
    remedy: 'Free some space, then try again.',
    retry: true,
  },
  EFBIG: {
    code: 'file.tooLarge',
    why: 'the disk cannot hold a file this large',
    remedy: 'Use a disk with another file system.',
    retry: false,
  },
  EBUSY: {
    code: 'file.busy',
    why: 'another program is using it',
    remedy: 'Close the other program, or wait until it has finished, then try again.',
    retry: true,
  },
  EIO: {
    code: 'disk.failing',
    why: 'the disk reported an error',
    remedy: 'Check the drive and its connection, and copy the project to another disk soon.',
    retry: true,
  },
  ENAMETOOLONG: {
    code: 'file.name',
    why: 'its name or path is too long',
    remedy: 'Use a shorter name, or a folder nearer to the top.',
    retry: false,
  },
  EINVAL: {
    code: 'file.name',
    why: 'the disk does not allow such a name',
    remedy: 'Use a name of plain letters and digits.',
    retry: false,
  },
  EISDIR: {
    code: 'file.kind',
    why: 'a folder is in its place',
    remedy: 'Rename the folder or move it away.',
    retry: true,
  },
  ENOTDIR: {
    code: 'file.kind',
    why: 'a file is where a folder should be',
    remedy: 'Rename the file or move it away.',
    retry: true,
  },
  EEXIST: {
    code: 'file.exists',
    why: 'there is something at this place already',
    remedy: 'Use another name.',
    retry: false,
  },
  ELOOP: {
    code: 'file.link',
    why: 'links lead in a circle',
    remedy: 'Replace the link with the file itself.',
    retry: true,
  },
  EMFILE: {
    code: 'file.tooMany',
    why: 'too many files are open',
    remedy: 'Close other programs, then try again.',
    retry: true,
  },
}

const same: Readonly<Record<string, string>> = {
  EPERM: 'EACCES',
  ETXTBSY: 'EBUSY',
  ENFILE: 'EMFILE',
  ENOTEMPTY: 'EEXIST',
  ENXIO: 'EIO',
  ENODEV: 'EIO',
}

/** What a person was about to have done with a file, as in "could not be …". */
export type DiskAction = 'read' | 'written' | 'created' | 'removed' | 'listed'

/** A failed system call in words, naming the file. */
export function diskError(error: unknown, action: DiskAction, path: string): AppError {
  const code = errorCode(error)
  const found = words[same[code] ?? code]
  if (found) {
    return {
      code: found.code,
      message: `${path} could not be ${action}: ${found.why}.`,
      remedy: found.remedy,
      retry: found.retry,
      where: { file: path },
    }
  }
  const detail = error instanceof Error ? error.message : String(error)
  return {
    code: 'file.failed',
    message: `${path} could not be ${action}: ${detail}.`,
    remedy: 'Check the file, its folder and the disk, then try again.',
    retry: true,
    where: { file: path },
  }
}
