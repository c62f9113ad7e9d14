/** The command line over a database of its own: what it prints, where, and the status it ends with. */
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '../../src/cli/main.ts'
import { program } from '../../src/main/program.ts'
import { blankDatabase, testDatabase, type TestDatabase } from '../support/database.ts'

const REPORT = `# Basket forgot its content for 20 minutes

- **Severity**: SEV2
- **Date**: 2026-03-04

## Summary
A cache was emptied by a deploy and baskets looked empty until it filled again.

## Timeline (UTC)
- 10:02 Deploy of the basket service begins.
- 10:05 Alarm: baskets read as empty.
- 10:22 The cache is warm again, baskets are back.

## Action items
- [ ] Warm the cache before traffic is moved (owner: Storefront, due 2026-04-01)
`

const README = `# Postmortems

This folder holds the postmortems of all teams. Copy template.md to begin one, and ask in the channel for a review.

- [Basket forgot its content](2026/basket.md)
`

interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
}

async function run(...args: string[]): Promise<Ran> {
  let out = ''
  let err = ''
  const terminal = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    interactive: false,
  }
  const status = await runCommandLine(args, terminal, program)
  return { status, out, err }
}

describe('the command line', () => {
  let folder: string
  let database: TestDatabase
  const onDatabase = (...args: string[]): Promise<Ran> =>
    run(...args, '--database-url', database.url, '--data', join(folder, 'data'))

  beforeAll(async () => {
    database = await testDatabase()
    folder = await mkdtemp(join(tmpdir(), 'highwater-cli-'))
    await mkdir(join(folder, 'reports/2026'), { recursive: true })
    await writeFile(join(folder, 'reports/2026/basket.md'), REPORT)
    await writeFile(join(folder, 'reports/README.md'), README)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('lists its commands, and says what it does not know', async () => {
    expect(await run('--help')).toMatchObject({ status: 0, err: '' })
    expect((await run('--help')).out).toContain('import DIR|FILE…')
    expect(await run('frobnicate')).toMatchObject({ status: 2, out: '' })
    expect((await run('frobnicate')).err).toContain('no command “frobnicate”')
    expect((await run('import', '--help')).out).toContain('--dry-run')
  })

  it('refuses wrong use with the name of what is wrong', async () => {
    expect(await run('import')).toMatchObject({ status: 2 })
    expect((await run('import', '--zone', 'Mars/Base', folder)).err).toContain(
      '“Mars/Base” is not a time zone',
    )
    expect((await run('import', '--format', 'xml', folder)).err).toContain('--format takes text or json')
    expect((await run('import', '--port', 'many', folder)).err).toContain('--port must be a whole number')
    expect((await run('import', '--loud', folder)).err).toContain('--loud')
  })

  it('says what it understands without storing anything', async () => {
    const { status, out } = await run('import', '--dry-run', '--format', 'json', join(folder, 'reports'))
    expect(status).toBe(0)
    const answer = JSON.parse(out)
    expect(answer.version).toBe(1)
    expect(answer.summary).toEqual({ postmortems: 1, skipped: 1, byReason: { readme: 1 } })
    const report = answer.documents.find((one: { path: string }) => one.path === '2026/basket.md')
    expect(report.incident).toMatchObject({
      severity: 'SEV2',
      startedAt: '2026-03-04T10:05:00Z',
      zoneBasis: 'document',
    })
    expect(report.timeline.map((one: { at: string }) => one.at)).toEqual([
      '2026-03-04T10:02:00Z',
      '2026-03-04T10:05:00Z',
      '2026-03-04T10:22:00Z',
    ])
    expect(report.actions).toMatchObject([{ status: 'open', due: '2026-04-01' }])
  })

  it('reports what cannot be read and reads the rest', async () => {
    await symlink('/etc', join(folder, 'reports/outside'))
    await symlink('loop', join(folder, 'reports/loop'))
    const missing = join(folder, 'nowhere')
    const { status, err, out } = await run('import', '--dry-run', missing, join(folder, 'reports'))
    expect(status).toBe(1)
    expect(err).toContain(`${missing}: does not exist`)
    expect(err).toContain('outside: is a link to outside the folder')
    expect(err).toContain('loop: is a link that leads to itself')
    expect(out).toContain('1 postmortems, 1 skipped')
    await rm(join(folder, 'reports/outside'))
    await rm(join(folder, 'reports/loop'))
  })

  it('names a pipe instead of waiting for it, and shows no control characters of a document', async () => {
    const pipe = join(folder, 'pipe.md')
    spawnSync('mkfifo', [pipe])
    expect(await run('import', '--dry-run', pipe)).toMatchObject({
      status: 1,
      err: `${pipe}: is no file and no folder\n`,
    })
    const evil = join(folder, 'evil.md')
    await writeFile(evil, REPORT.replace('Basket', 'Bell \u0007 \u001B[31m \u202E Basket'))
    const { out } = await run('import', '--dry-run', evil)
    expect(out).toContain('Basket forgot')
    for (const steering of ['\u0007', '\u001B', '\u202E']) expect(out).not.toContain(steering)
  })

  it('names the server that does not answer', async () => {
    const { status, err } = await run('import', '--url', 'http://127.0.0.1:1', join(folder, 'reports'))
    expect(status).toBe(1)
    expect(err).toContain('The server at http://127.0.0.1:1 does not answer')
  })

  it('imports a folder, changes nothing the second time, and makes a new version of an edited file', async () => {
    const reports = join(folder, 'reports')
    expect(await onDatabase('import', reports)).toMatchObject({ status: 0, out: '1 created, 1 skipped.\n' })
    expect(await onDatabase('import', `${reports}/`)).toMatchObject({
      status: 0,
      out: '1 unchanged, 1 skipped.\n',
    })
    await writeFile(join(reports, '2026/basket.md'), REPORT.replace('20 minutes', '21 minutes'))
    expect((await onDatabase('import', reports)).out).toContain('1 updated')
  })

  it('exports every original byte for byte, and Markdown that can be read again', async () => {
    const target = join(folder, 'export')
    expect((await onDatabase('export', '--out', target)).out).toBe(
      `Wrote 1 postmortems and 2 originals to ${target}.\n`,
    )
    expect(await readFile(join(target, 'originals/PM-1/2026/basket.md'), 'utf8')).toBe(REPORT)
    const again = JSON.parse(
      (await run('import', '--dry-run', '--format', 'json', join(target, 'PM-1.md'))).out,
    )
    expect(again.documents[0]).toMatchObject({
      status: 'postmortem',
      incident: { startedAt: '2026-03-04T10:05:00Z' },
    })
    expect(again.documents[0].timeline).toHaveLength(3)
  })

  it('backs up and restores into an empty installation, and refuses a full one', async () => {
    const file = join(folder, 'all.backup')
    const wrote = await onDatabase('backup', file, '--format', 'json')
    expect(wrote.status).toBe(0)
    expect(JSON.parse(wrote.out).tables.postmortems).toBe(1)
    expect((await onDatabase('restore', file)).status).toBe(1)
    const blank = await blankDatabase()
    try {
      const restored = await run(
        'restore',
        file,
        '--database-url',
        blank.url,
        '--data',
        join(folder, 'data'),
        '--format',
        'json',
      )
      expect(restored.status).toBe(0)
      expect(JSON.parse(restored.out).tables).toEqual(JSON.parse(wrote.out).tables)
    } finally {
      await blank.drop()
    }
  })

  it('looks the installation over', async () => {
    const { out } = await onDatabase('doctor', '--format', 'json')
    const names = JSON.parse(out).checks.map((one: { name: string }) => one.name)
    expect(names).toContain('database')
    expect(names).toContain('schema')
    expect((await onDatabase('migrate')).out).toBe('Up to date.\n')
  })

  it('says which database it cannot reach', async () => {
    const { status, err } = await run(
      'migrate',
      '--database-url',
      'postgres://127.0.0.1:1/none',
      '--data',
      join(folder, 'data'),
    )
    expect(status).toBe(1)
    expect(err).toContain('The database of --database-url or DATABASE_URL does not answer')
  })
})
