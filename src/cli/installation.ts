/** What commands need of the installation itself; composed in `main.ts`, so that no command opens a database on its own. */
import type { Call } from '../client/client.ts'
import type { Exit } from './exit.ts'

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

/** The installation that the settings name. Whatever it opens, it closes again, `open` excepted. */
export interface Installation {
  /** Runs the server until it is told to stop; the exit status of the process. */
  serve(): Promise<Exit>
  /** The server at `--url`, else the data directory or database itself, whether a server runs on it or not. */
  open(): Promise<Opened>
  migrate(): Promise<{ readonly applied: readonly string[] }>
  doctor(): Promise<readonly Check[]>
  /** `onTable` hears how many tables are done. */
  backup(file: string, onTable: (done: number, of: number, name: string) => void): Promise<ArchiveReport>
  restore(file: string): Promise<ArchiveReport>
}

/** What the settings among the arguments make, or every mistake in them, each naming its setting. */
export type Configured =
  | { readonly ok: true; readonly installation: Installation; readonly rest: readonly string[] }
  | { readonly ok: false; readonly problems: readonly string[] }

/** The program behind the command line: it reads settings and makes the installation they name. */
export interface Program {
  readonly release: string
  /** Lines of `--help` that list every setting. */
  readonly settingsHelp: string
  configure(args: readonly string[]): Configured
}
