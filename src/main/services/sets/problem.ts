import type { AppError } from '../../../core/result.ts'

/** A file of the project that could not be used; it is kept untouched. */
export interface Problem {
  readonly file: string
  /** 1-based. */
  readonly line: number | null
  readonly message: string
  readonly remedy: string
}

export function problemOf(error: AppError, file: string): Problem {
  return {
    file: error.where?.file ?? file,
    line: error.where?.line ?? null,
    message: error.message,
    remedy: error.remedy,
  }
}
