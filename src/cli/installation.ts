/** What commands need of the installation itself; composed in `main.ts`, so that no command opens a database on its own. */
import type { Call } from '../client/client.ts'
import type { Flag, Words } from './command.ts'

/** A check of `doctor`: what was looked at, whether it is well, and what to do if not. */
export interface Check {
  readonly name: string
  readonly ok: boolean
  readonly message: string
}

/** Counts of what an archive holds, by table. */
export interface ArchiveReport {
  readonly file: string
  readonly bytes: number
  readonly tables: Readonly<Record<string, number>>
}

/** The API of a running server or of the data directory, and how to let go of it. */
export interface Opened {
  readonly call: Call
  /** Where it was found: an address, or the data directory. */
  readonly where: string
  close(): Promise<void>
}

export interface Installation {
  /** Flags of every setting, with their help. */
  readonly settings: Readonly<Record<string, Flag>>
  /** Runs the server until it is told to stop. */
  serve(words: Words): Promise<void>
  /** A running server (`--url` and the token), else the data directory itself. */
  open(words: Words): Promise<Opened>
  migrate(words: Words): Promise<{ readonly applied: readonly string[] }>
  doctor(words: Words): Promise<readonly Check[]>
  backup(words: Words, file: string): Promise<ArchiveReport>
  restore(words: Words, file: string): Promise<ArchiveReport>
}
