/** What the owner of a database server needs of a log: three levels, a sentence, and optional named values. */

/** A place for one-sentence messages; `fields` are written beside the sentence. */
export interface ServerLog {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void
  error(message: string, fields?: Readonly<Record<string, unknown>>): void
}

/** A log that keeps nothing. */
export const silentLog: ServerLog = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}
