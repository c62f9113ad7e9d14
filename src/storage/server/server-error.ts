/** The reasons why the carried database server cannot be had, each with a message that says what to do. */

/** Codes a caller may tell apart; the message names the folder, setting or program concerned. */
export type ServerErrorCode =
  | 'unsupported_platform'
  | 'binaries_missing'
  | 'version_mismatch'
  | 'account_missing'
  | 'not_permitted'
  | 'folder_not_ours'
  | 'credentials_missing'
  | 'already_running'
  | 'initialise_failed'
  | 'disk_full'
  | 'start_failed'

/** A start or stop of the carried server that cannot go on. */
export class ServerError extends Error {
  readonly code: ServerErrorCode

  constructor(code: ServerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ServerError'
    this.code = code
  }
}

/** The `code` of a system error such as `ENOENT`, or undefined for anything else. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
