/** Why an archive cannot be written or read back, each with a message that says what to do. */

export type ArchiveErrorCode =
  | 'exists'
  | 'disk_full'
  | 'not_an_archive'
  | 'damaged'
  | 'newer_release'
  | 'not_empty'
  | 'restore_failed'

/** A backup or a restore that cannot go on; nothing is left half done. */
export class ArchiveError extends Error {
  readonly code: ArchiveErrorCode

  constructor(code: ArchiveErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ArchiveError'
    this.code = code
  }
}
