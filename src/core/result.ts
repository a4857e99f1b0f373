/** What went wrong, in a shape that can cross a process border and be shown to a person. */
export interface AppError {
  /** Stable, for code and tests: `file.unreadable`, `quote.mismatch`, … */
  readonly code: string
  /** What happened, in the user's words, naming file and line where there is one. */
  readonly message: string
  /** What the person can do about it. */
  readonly remedy: string
  /** Whether trying the same again can succeed. */
  readonly retry: boolean
  /** File and line (1-based) inside the project, or the name of a file outside it. */
  readonly where?: { readonly file: string; readonly line?: number | undefined } | undefined
}

export type Result<T, E = AppError> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error }
}

export function fail(
  code: string,
  message: string,
  remedy: string,
  more: { retry?: boolean; where?: { file: string; line?: number } } = {},
): { readonly ok: false; readonly error: AppError } {
  const base = { code, message, remedy, retry: more.retry ?? false }
  return err(more.where ? { ...base, where: more.where } : base)
}
