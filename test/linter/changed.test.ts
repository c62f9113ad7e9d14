/** `highwater lint --changed` in real Git checkouts: what a piece of work touched, whatever the files are called. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runHighwater, type Ran } from '../support/command-line.ts'

const BLAMING = 'Bob forgot to run it.\n'

/** Names that a shell, Git’s quoting, Git’s patterns or a list of lines would trip over. */
const ODD = [
  '-rf.md',
  'with space.md',
  'line\nend.md',
  '"quoted".md',
  'ünï 🌊.md',
  ':(exclude)x.md',
  '*.md',
  '$(id).md',
]

let folder = ''

const git = (...words: string[]): string =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
const write = (name: string, text = BLAMING): void => writeFileSync(join(folder, name), text)
const commit = (): void => {
  git('add', '-A')
  git('commit', '-qm', 'work')
}
const lint = (...words: string[]): Ran => runHighwater(folder, ['lint', '--format', 'json', ...words])
const pathsOf = ({ out }: Ran): string[] => JSON.parse(out).files.map((file: { path: string }) => file.path)

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'highwater-changed-')))
  git('init', '-q', '-b', 'main')
  mkdirSync(join(folder, 'reports'))
  write('reports/old.md')
  write('reports/gone.md')
  write('code.ts')
  commit()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('highwater lint --changed', () => {
  it('checks what the branch, the index, the folder and new files changed since the default branch', () => {
    git('switch', '-qc', 'work')
    write('reports/committed.md')
    write('code.ts', 'changed')
    git('rm', '-q', 'reports/gone.md')
    commit()
    write('reports/staged.md')
    git('add', '-A')
    write('reports/new.md')
    write('reports/old.md', `${BLAMING}\nMore.\n`)
    write('.gitignore', 'ignored.md\n')
    write('ignored.md')
    const ran = lint('--changed')
    expect(ran.status).toBe(1)
    expect(pathsOf(ran)).toEqual([
      'reports/committed.md',
      'reports/new.md',
      'reports/old.md',
      'reports/staged.md',
    ])
  })

  it('takes any revision, and counts from where the work left it', () => {
    git('switch', '-qc', 'work')
    write('first.md')
    commit()
    write('second.md')
    commit()
    git('switch', '-q', 'main')
    write('elsewhere.md')
    commit()
    git('switch', '-q', 'work')
    expect(pathsOf(lint('--changed=HEAD~1'))).toEqual(['second.md'])
    expect(pathsOf(lint('--changed', 'HEAD~1', '.'))).toEqual(['second.md'])
    expect(pathsOf(lint('--changed=main'))).toEqual(['first.md', 'second.md'])
    expect(lint('--changed=HEAD')).toMatchObject({ status: 0, err: 'No Markdown has changed here.\n' })
  })

  it('keeps to the folders and files that are named, from wherever it is run', () => {
    write('reports/new.md')
    write('other.md')
    write('NOTES')
    expect(pathsOf(lint('--changed', 'reports'))).toEqual(['reports/new.md'])
    expect(pathsOf(lint('--changed', '--', 'other.md', 'NOTES'))).toEqual(['NOTES', 'other.md'])
    const inside = runHighwater(join(folder, 'reports'), ['lint', '--format', 'json', '--changed'])
    expect(pathsOf(inside)).toEqual(['new.md'])
  })

  it('takes every file name for what it is', () => {
    for (const name of ODD) write(name)
    expect(new Set(pathsOf(lint('--changed')))).toEqual(new Set(ODD))
    commit()
    expect(new Set(pathsOf(lint('--changed=HEAD~1')))).toEqual(new Set(ODD))
  })

  it('takes everything for new before the first commit', () => {
    rmSync(join(folder, '.git'), { recursive: true })
    git('init', '-q', '-b', 'main')
    git('add', 'reports/old.md')
    expect(pathsOf(lint('--changed'))).toEqual(['reports/gone.md', 'reports/old.md'])
  })

  it('says what it cannot do', () => {
    expect(lint('--changed=no-such')).toMatchObject({ status: 2, out: '' })
    expect(lint('--changed=no-such').err).toContain('Git knows no revision “no-such” here')
    expect(lint('--changed=--output=x').err).toContain('Git knows no revision “--output=x” here')
    expect(lint('--changed', 'nowhere').err).toContain('“nowhere” is no file, no folder and no revision here')
    expect(lint('--changed', '-').err).toContain('not standard input')
    rmSync(join(folder, '.git'), { recursive: true })
    expect(lint('--changed').err).toContain('--changed works in a Git checkout, and this folder is in none')
  })
})
