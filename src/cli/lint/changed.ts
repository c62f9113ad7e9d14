/** Finds the files that a piece of work touched: against a Git revision, with what is uncommitted or not yet known to Git. */
import { realpath } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { WrongUse } from '../command.ts'
import { git, partsOf } from './git.ts'

/** Where a default branch is looked for, the likeliest first. */
const DEFAULT_BRANCHES = [
  'refs/remotes/origin/HEAD',
  'refs/remotes/origin/main',
  'refs/remotes/origin/master',
  'refs/heads/main',
  'refs/heads/master',
]

/**
 * Absolute paths of files added or changed since the work left `revision`, which is the default branch unless said. Files
 * that are gone are left out, ignored ones too. Throws `WrongUse` outside a checkout and for an unknown revision.
 */
export async function changedFiles(folder: string, revision: string | null): Promise<string[]> {
  const root = await rootOf(folder)
  const base = await baseOf(root, revision)
  const tracked = await ask(
    root,
    'diff',
    '--name-only',
    '-z',
    '--no-renames',
    '--no-ext-diff',
    '--ignore-submodules',
    '--diff-filter=d',
    base,
    '--',
  )
  const untracked = await ask(root, 'ls-files', '--others', '--exclude-standard', '-z')
  const paths = new Set([...partsOf(tracked), ...partsOf(untracked)])
  return [...paths].toSorted().map((path) => join(root, path))
}

/** Keeps what lies in one of the named files and folders, links followed. */
export async function within(files: readonly string[], named: readonly string[]): Promise<string[]> {
  const real = await Promise.all(named.map((name) => realpath(name).catch(() => resolve(name))))
  return files.filter((file) => real.some((one) => file === one || file.startsWith(withEnd(one))))
}

const withEnd = (folder: string): string => (folder.endsWith(sep) ? folder : folder + sep)

/** Whether Git knows a revision by this name here. */
export async function isRevision(folder: string, name: string): Promise<boolean> {
  return (await commitOf(folder, name)) !== null
}

async function rootOf(folder: string): Promise<string> {
  const answer = await git(folder, 'rev-parse', '--show-toplevel')
  if (answer.ok) return realpath(answer.out.replace(/\r?\n$/, ''))
  if (answer.missing) throw new WrongUse('--changed needs Git, which is not on the path')
  const isOutside = answer.said.includes('not a git repository')
  throw new WrongUse(
    isOutside ? '--changed works in a Git checkout, and this folder is in none' : `--changed: ${answer.said}`,
  )
}

/** What the work is compared with: where it left the revision, or the revision itself where the two never met. */
async function baseOf(root: string, revision: string | null): Promise<string> {
  if (revision === null) return defaultBase(root)
  const commit = await commitOf(root, revision)
  if (commit === null) {
    throw new WrongUse(
      `--changed: Git knows no revision “${revision}” here; a shallow checkout may have to fetch it first`,
    )
  }
  return (await mergeBase(root, commit)) ?? commit
}

async function defaultBase(root: string): Promise<string> {
  const head = await commitOf(root, 'HEAD')
  // Before the first commit everything is new.
  if (head === null) return (await ask(root, 'hash-object', '-t', 'tree', '--stdin')).trim()
  for (const branch of DEFAULT_BRANCHES) {
    const commit = await commitOf(root, branch)
    const base = commit === null ? null : await mergeBase(root, commit)
    if (base !== null) return base
  }
  return head
}

async function mergeBase(root: string, commit: string): Promise<string | null> {
  const answer = await git(root, 'merge-base', 'HEAD', commit)
  return answer.ok ? answer.out.trim() : null
}

async function commitOf(root: string, name: string): Promise<string | null> {
  if (name.includes('\0')) return null
  const answer = await git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`)
  return answer.ok ? answer.out.trim() : null
}

async function ask(root: string, ...words: readonly string[]): Promise<string> {
  const answer = await git(root, ...words)
  if (answer.ok) return answer.out
  throw new WrongUse(`--changed: git ${words[0]} says: ${answer.said}`)
}
