/** Asks Git; what it answers is split at NUL, so that no file name can be taken for two or for a flag. */
import { execFile } from 'node:child_process'

export type GitAnswer =
  | { readonly ok: true; readonly out: string }
  /** `missing`: there is no Git on this machine. */
  | { readonly ok: false; readonly missing: boolean; readonly said: string }

const MOST_OUTPUT = 256 * 1024 * 1024

/** Runs Git in a folder; never through a shell, never with a program that its settings name for showing differences. */
export function git(folder: string, ...words: readonly string[]): Promise<GitAnswer> {
  return new Promise((resolve) => {
    const child = execFile(
      'git',
      ['-C', folder, ...words],
      { maxBuffer: MOST_OUTPUT },
      (error, out, said) => {
        if (error === null) resolve({ ok: true, out })
        else resolve({ ok: false, missing: error.code === 'ENOENT', said: said.trim() || error.message })
      },
    )
    // Some of its commands read what they are given until it ends.
    child.stdin?.end()
  })
}

/** The parts of an answer given with `-z`. */
export const partsOf = (out: string): string[] => out.split('\0').filter((part) => part !== '')
